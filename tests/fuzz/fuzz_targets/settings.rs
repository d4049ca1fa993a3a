//! Any text as the fragment that holds the owner's settings.

#![no_main]

use aftercare_fuzz::{guide, holds::settings};
use engine::Guide;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static GUIDE: LazyLock<Guide> = LazyLock::new(guide);

fuzz_target!(|fragment: &str| settings::check(&GUIDE, fragment));
