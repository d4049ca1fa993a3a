//! Any bytes as presses, and as answers for `cargo xtask plan`.

#![no_main]

use aftercare_fuzz::{
    guide,
    holds::{answers, ideas},
};
use engine::Guide;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static GUIDE: LazyLock<Guide> = LazyLock::new(guide);

fuzz_target!(|bytes: &[u8]| {
    answers::check(&GUIDE, bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        ideas::check_text(&GUIDE, text);
    }
});
