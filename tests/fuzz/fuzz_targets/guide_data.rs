//! Any bytes as the data block of the guide file.

#![no_main]

use aftercare_fuzz::holds::guide_data;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    guide_data::check(bytes);
});
