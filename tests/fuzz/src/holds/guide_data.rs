//! The data block of the guide file, as the widget reads it (`src/widget/lib.rs`).
//!
//! Reading never panics, takes memory in proportion to the block, and forgets nothing; then the owner's settings can be
//! checked. No more is asked: a sum guards the block (`frame/start.js`), who can change it can change the scripts beside it too, and
//! a panic later on ends in the plain page.

use engine::{Guide, Settings};
use serde::de::value::Error;

/// Reads these bytes as a guide; whether they are one.
pub fn check(bytes: &[u8]) -> bool {
    let Ok(guide) = Guide::read::<Error>(bytes) else {
        return false;
    };
    let written = postcard::to_allocvec(&guide).expect("a guide can be written");
    let again = Guide::read::<Error>(&written).expect("a guide that was written can be read");
    assert!(guide == again, "something was lost on the way");
    let theirs = postcard::from_bytes(&written);
    assert!(
        theirs.is_ok_and(|theirs: Guide| theirs == guide),
        "postcard reads it otherwise"
    );
    let given = ["region", "start"].map(|name| (name.to_owned(), "malta".to_owned()));
    let (_, problems) = Settings::check(&guide, &given);
    assert!(!problems.is_empty(), "`start` has no such value");
    true
}
