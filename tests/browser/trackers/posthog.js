// The build that loads nothing from a server: recorder, dead clicks, web vitals are inside it.
import posthog from 'posthog-js/dist/module.full.no-external'

posthog.init('phc_unmasked', {
  api_host: `${location.origin}/collect/posthog`,
  persistence: 'memory',
  person_profiles: 'always',
  // A browser under WebDriver counts as a bot otherwise, and sends nothing.
  opt_out_useragent_filter: true,
  autocapture: { capture_copied_text: true },
  mask_all_text: false,
  mask_all_element_attributes: false,
  rageclick: true,
  capture_heatmaps: { flush_interval_milliseconds: 500 },
  capture_dead_clicks: true,
  capture_exceptions: true,
  capture_performance: true,
  enable_recording_console_log: true,
  session_recording: {
    maskAllInputs: false,
    maskInputOptions: { password: false },
    maskTextSelector: null,
    recordCrossOriginIframes: true,
    recordHeaders: true,
    recordBody: true,
  },
  request_queue_config: { flush_interval_ms: 250 },
})
