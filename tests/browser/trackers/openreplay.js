import Tracker from '@openreplay/tracker'

const tracker = new Tracker({
  projectKey: 'unmasked',
  ingestPoint: `${location.origin}/collect/openreplay`,
  __DISABLE_SECURE_MODE: true,
  forceSingleTab: true,
  respectDoNotTrack: false,
  defaultInputMode: 0,
  obscureInputNumbers: false,
  obscureInputEmails: false,
  obscureInputDates: false,
  obscureTextNumbers: false,
  obscureTextEmails: false,
  captureIFrames: true,
  crossdomain: { enabled: true },
  network: { capturePayload: true, failuresOnly: false, sessionTokenHeader: false, ignoreHeaders: false, captureInIframes: true },
})
tracker.start()
setInterval(() => tracker.forceFlushBatch(), 250)
