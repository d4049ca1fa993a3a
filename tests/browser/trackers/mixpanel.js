import mixpanel from 'mixpanel-browser'

mixpanel.init('unmasked', {
  api_host: `${location.origin}/collect/mixpanel`,
  disable_persistence: true,
  ignore_dnt: true,
  batch_requests: false,
  autocapture: { capture_text_content: true, page_leave: true },
  record_sessions_percent: 100,
  record_mask_all_text: false,
  record_mask_all_inputs: false,
  record_block_selector: '',
  record_canvas: true,
  record_collect_fonts: true,
  record_console: true,
  record_network: true,
  record_heatmap_data: true,
  record_allowed_iframe_origins: [location.origin],
})

// No option sets how often recordings leave: every 10 s. A batch without the snapshot of the
// loaded page as its first would end the recording.
addEventListener('load', () => {
  setInterval(() => mixpanel.__get_recorder()?.activeRecording?.batcher.flush(), 250)
})
