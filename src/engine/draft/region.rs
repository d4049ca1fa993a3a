//! A region's file as its author writes it.

use crate::{Purpose, Terms};
use serde::{Deserialize, Serialize};

/// A region's file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RegionDraft {
    pub name: String,
    /// The country that several regions are part of: a service that is said to serve it serves all of them.
    pub part_of: Option<String>,
    /// Who has reviewed the region, and when; empty until somebody has.
    #[serde(default)]
    pub reviewed_by: String,
    #[serde(default)]
    pub reviewed_on: String,
    pub terms: Terms,
    /// Purposes for which it knowingly has no service (decision 9).
    #[serde(default)]
    pub without: Vec<Purpose>,
    #[serde(default, rename = "service")]
    pub services: Vec<ServiceDraft>,
}

/// A service in a region's file (spec 4.7, decision 9).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ServiceDraft {
    pub purpose: Vec<Purpose>,
    pub name: String,
    pub serves: String,
    #[serde(default)]
    pub nations: Vec<String>,
    pub phone: Option<String>,
    pub dial: Option<String>,
    pub sms_to: Option<String>,
    pub sms_body: Option<String>,
    pub web: Option<String>,
    #[serde(default)]
    pub hours: String,
    #[serde(default)]
    pub always: bool,
    #[serde(default)]
    pub note: String,
    pub source: String,
    pub seen_on: String,
    #[serde(default)]
    pub checked_on: String,
    #[serde(default)]
    pub checked_by: String,
    pub grade: String,
}
