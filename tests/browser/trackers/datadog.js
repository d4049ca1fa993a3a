import { datadogRum } from '@datadog/browser-rum'

datadogRum.init({
  applicationId: '00000000-0000-4000-8000-000000000000',
  clientToken: 'unmasked',
  proxy: `${location.origin}/collect/datadog`,
  sessionPersistence: 'memory',
  sessionSampleRate: 100,
  sessionReplaySampleRate: 100,
  telemetrySampleRate: 0,
  defaultPrivacyLevel: 'allow',
  enablePrivacyForActionName: false,
  trackUserInteractions: true,
  trackResources: true,
  trackLongTasks: true,
  sessionReplayCanvasRecording: { enable: true },
})
