//! Commands for the people who work on the guide; never shipped.

pub mod bench;
pub mod browsers;
pub mod content;
pub mod dist;
pub mod for_tests;
mod guide_file;
mod install;
pub mod languages;
pub mod lock;
mod markdown;
mod markup;
mod needs;
pub mod plan;
pub mod policy;
pub mod prove;
pub mod pseudo;
pub mod reading;
mod report;
pub mod review;
mod run;
pub mod sbom;
pub mod schema;
pub mod screens;
pub mod server;
pub mod setup;
mod site;
mod squeeze;
pub mod sums;
pub mod supply;
pub mod test;
pub mod todo;
pub mod toolchain;
pub mod trackers;
mod wasm;
pub mod webkit;

pub use report::{brotli, problems};
