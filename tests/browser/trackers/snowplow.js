import { newTracker, trackPageView, enableActivityTracking } from '@snowplow/browser-tracker'
import { ButtonClickTrackingPlugin, enableButtonClickTracking } from '@snowplow/browser-plugin-button-click-tracking'
import { SnowplowElementTrackingPlugin, startElementTracking } from '@snowplow/browser-plugin-element-tracking'
import { LinkClickTrackingPlugin, enableLinkClickTracking } from '@snowplow/browser-plugin-link-click-tracking'

newTracker('sp', location.origin, {
  appId: 'unmasked',
  postPath: '/collect/snowplow',
  bufferSize: 1,
  stateStorageStrategy: 'none',
  plugins: [ButtonClickTrackingPlugin(), LinkClickTrackingPlugin(), SnowplowElementTrackingPlugin()],
})
enableActivityTracking({ minimumVisitLength: 1, heartbeatDelay: 1 })
enableButtonClickTracking()
enableLinkClickTracking({ pseudoClicks: true, trackContent: true })
startElementTracking({
  elements: {
    selector: 'h1, label',
    create: true,
    expose: { when: 'element' },
    details: [{ properties: ['textContent'] }],
  },
})
trackPageView()
