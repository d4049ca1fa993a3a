import { newTracker, trackPageView, enableActivityTracking } from '@snowplow/browser-tracker'
import { ButtonClickTrackingPlugin, enableButtonClickTracking } from '@snowplow/browser-plugin-button-click-tracking'
import { FormTrackingPlugin, enableFormTracking } from '@snowplow/browser-plugin-form-tracking'
import { LinkClickTrackingPlugin, enableLinkClickTracking } from '@snowplow/browser-plugin-link-click-tracking'

newTracker('sp', location.origin, {
  appId: 'unmasked',
  postPath: '/collect/snowplow',
  bufferSize: 1,
  stateStorageStrategy: 'none',
  plugins: [ButtonClickTrackingPlugin(), FormTrackingPlugin(), LinkClickTrackingPlugin()],
})
enableActivityTracking({ minimumVisitLength: 1, heartbeatDelay: 1 })
enableButtonClickTracking()
enableFormTracking()
enableLinkClickTracking({ pseudoClicks: true, trackContent: true })
trackPageView()
