//! A language's folder as its author writes it.

use crate::words::WordsDraft;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One language's folder.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs)]
pub struct LanguageDraft {
    /// The folder's name, used in places of problems.
    pub folder: String,
    pub words: WordsDraft,
    pub questions: BTreeMap<String, QuestionWordsDraft>,
    pub plan: PlanWordsDraft,
    pub recommendations: BTreeMap<String, crate::IdeaWords>,
    pub safety: BTreeMap<String, ProseDraft>,
    pub handouts: BTreeMap<String, ProseDraft>,
    pub help: ProseDraft,
    pub about: ProseDraft,
    pub under18: ProseDraft,
}

/// A question's words: the usual ones, and any variant's.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[allow(missing_docs)]
pub struct QuestionWordsDraft {
    pub title: Option<String>,
    pub why: Option<String>,
    pub hint: Option<String>,
    pub before: Option<String>,
    #[serde(default)]
    pub options: BTreeMap<String, String>,
    #[serde(flatten)]
    pub variants: BTreeMap<String, WordingDraft>,
}

/// One wording; a variant that leaves something out keeps the usual words for it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct WordingDraft {
    pub title: Option<String>,
    pub why: Option<String>,
    pub hint: Option<String>,
    pub before: Option<String>,
    #[serde(default)]
    pub options: BTreeMap<String, String>,
}

/// `plan.toml`: words of needs, referral reasons, notes.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PlanWordsDraft {
    pub needs: BTreeMap<String, NeedWordsDraft>,
    pub referral: BTreeMap<String, ReasonDraft>,
    #[serde(default)]
    pub notes: BTreeMap<String, String>,
    #[serde(default)]
    pub soft: BTreeMap<String, SoftWordsDraft>,
}

/// A need's words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct NeedWordsDraft {
    pub title: String,
    pub lead: String,
    pub summary: String,
}

/// A line that leads to safety pages, and what the link to each says.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SoftWordsDraft {
    pub line: String,
    pub links: BTreeMap<String, String>,
}

/// Why the card that leads to support stands where it stands.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReasonDraft {
    pub reason: String,
}

/// A page of text, as read from Markdown.
#[derive(Debug, Clone, Default, Serialize)]
#[allow(missing_docs)]
pub struct ProseDraft {
    pub title: String,
    /// What a link to it says; the title if nothing.
    pub link: Option<String>,
    pub opening: Vec<BlockDraft>,
    pub sections: Vec<SectionDraft>,
}

/// A section, as read from Markdown.
#[derive(Debug, Clone, Default, Serialize)]
#[allow(missing_docs)]
pub struct SectionDraft {
    pub heading: String,
    pub level: Option<String>,
    pub linked: bool,
    pub when: Vec<String>,
    pub unless: Vec<String>,
    pub blocks: Vec<BlockDraft>,
}

/// A piece of a section, as read from Markdown.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum BlockDraft {
    Paragraph(String),
    List(Vec<String>),
    Services(String),
    /// A link to a safety page.
    Page {
        page: String,
        label: String,
    },
}

impl LanguageDraft {
    /// What the language says of itself under this name; empty if nothing.
    pub(crate) fn said(&self, name: &str) -> &str {
        let table = self.words.get("language");
        table
            .and_then(|table| table.get(name))
            .map_or("", String::as_str)
    }
}

impl QuestionWordsDraft {
    /// The wording that is used where no variant is.
    pub fn usual(&self) -> WordingDraft {
        WordingDraft {
            title: self.title.clone(),
            why: self.why.clone(),
            hint: self.hint.clone(),
            before: self.before.clone(),
            options: self.options.clone(),
        }
    }
}
