//! What the fuzzing targets share: the guide as it stands in the repo, and what must hold.

pub mod holds;

use engine::Guide;
use std::path::Path;

/// The shipped guide.
///
/// # Panics
/// When `src/content` has a problem: `cargo xtask check` names it.
pub fn guide() -> Guide {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/content");
    xtask::content::load(&content, "en").expect("content without a problem")
}
