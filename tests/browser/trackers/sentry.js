import * as Sentry from '@sentry/browser'

Sentry.init({
  // Envelopes go to /collect/sentry/api/1/envelope/.
  dsn: `${location.protocol}//key@${location.host}/collect/sentry/1`,
  dataCollection: { userInfo: true },
  tracesSampleRate: 1,
  replaysSessionSampleRate: 1,
  replaysOnErrorSampleRate: 1,
  integrations: [
    Sentry.browserTracingIntegration(),
    Sentry.captureConsoleIntegration(),
    Sentry.replayCanvasIntegration(),
    Sentry.replayIntegration({
      maskAllText: false,
      maskAllInputs: false,
      maskAttributes: [],
      blockAllMedia: false,
      networkDetailAllowUrls: [location.origin],
      networkCaptureBodies: true,
      slowClickTimeout: 500,
      flushMinDelay: 250,
      flushMaxDelay: 500,
      minReplayDuration: 0,
      _experiments: { recordCrossOriginIframes: true },
    }),
  ],
})
