//! The guide without a browser: content checked once, answers in, page and plan out.
//!
//! Nothing here knows a browser, a clock, a file, a random number or a language (invariant I1 in `src/README.md`).
//! [`check`] is the only door: what has passed it cannot fail afterwards.

mod answers;
mod beside;
mod check;
mod choosing;
mod condition;
mod data;
mod date;
mod draft;
mod event;
mod guide;
mod keeping;
mod key;
mod page;
mod plan;
mod problem;
mod proof;
mod prose;
mod recommendation;
mod region;
mod replay;
mod rules;
mod safety;
mod session;
mod settings;
mod sheet;
mod words;

pub use answers::Answers;
pub use beside::more_of;
pub use check::check;
pub use condition::{Condition, Fact, Facts};
pub use data::Whole;
pub use date::Date;
pub use draft::*;
pub use event::Event;
pub use guide::*;
pub use keeping::{Direction, Pick, Soon};
pub use key::{
    HandoutKey, NeedKey, OptionKey, QuestionKey, RecommendationKey, RegionKey, SafetyKey,
};
pub use page::{Keep, Onward, Page, QuestionPage, SafetyPage};
pub use plan::{Idea, Plan, ReferralCard, plan};
pub use problem::{Problem, nearest};
pub use proof::{Certificate, in_words, prove};
pub use prose::{Block, Level, Prose, Section};
pub use recommendation::{Actor, Handout, IdeaWords, Moment, Note, Recommendation};
pub use region::{Purpose, Region, Service, Terms};
pub use replay::Replay;
pub use rules::Scoring;
pub use safety::{Danger, Part, Piece, SafetyText, Shown, active_pages, safety_text};
pub use session::Session;
pub use settings::{Display, NameCard, Opening, Settings, telephone, write_to};
pub use sheet::{Form, Sheet, SheetPart};
#[cfg(feature = "schema")]
pub use words::WORDS;
pub use words::{Words, WordsDraft, fill};
