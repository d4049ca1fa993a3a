//! What must hold for any input at all, in one place: the fuzzing targets and `tests/fuzzed.rs` ask the same.

pub mod answers;
pub mod guide_data;
pub mod ideas;
pub mod settings;
#[path = "../../../support/switched_off.rs"]
mod switched_off;
