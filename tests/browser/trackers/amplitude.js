import * as amplitude from '@amplitude/analytics-browser'
import { sessionReplayPlugin } from '@amplitude/plugin-session-replay-browser'

const server = `${location.origin}/collect/amplitude`

amplitude.add(
  sessionReplayPlugin({
    sampleRate: 1,
    trackServerUrl: `${server}/replay`,
    configServerUrl: `${server}/config`,
    privacyConfig: { defaultMaskLevel: 'light', unmaskSelector: ['*'] },
    crossOriginIframes: { enabled: true },
    inlineImages: true,
    captureDocumentTitle: true,
    useWebWorker: false,
    performanceConfig: { enabled: false },
    flushIntervalConfig: { minIntervalMs: 100, maxIntervalMs: 500 },
    eagerFullSnapshotSend: true,
  }),
)

amplitude.init('unmasked', {
  serverUrl: `${server}/events`,
  remoteConfig: { serverUrl: `${server}/config` },
  enableDiagnostics: false,
  identityStorage: 'none',
  flushIntervalMillis: 250,
  flushQueueSize: 1,
  autocapture: {
    elementInteractions: true,
    frustrationInteractions: true,
    formInteractions: true,
    networkTracking: true,
    webVitals: true,
  },
})
