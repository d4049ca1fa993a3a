//! What the builder page makes: the lines to paste, a bare frame, a guide file of one's own; and how it reads old lines back.

mod bake;
mod check;
mod chosen;
mod escape;
mod lines;
pub mod markup;
mod meant;
mod own_page;
mod read;
mod stamp;
mod wasm;

pub use bake::bake;
pub use check::{Known, Said, check};
pub use chosen::Chosen;
pub use escape::escaped;
pub use lines::{bare_frame, lines};
pub use own_page::own_page;
pub use read::{Found, read};
pub use stamp::{Stamp, VERSION};
