//! A region's file as its author writes it.

use serde::Deserialize;
use std::collections::BTreeMap;

/// A region's file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RegionDraft {
    pub name: String,
    #[serde(default)]
    pub terms: BTreeMap<String, String>,
    #[serde(default)]
    pub emergency_numbers: Vec<crate::EmergencyNumber>,
    #[serde(default, rename = "service")]
    pub services: Vec<ServiceDraft>,
}

/// A service in a region's file (spec 4.7, decision 9).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ServiceDraft {
    pub purpose: Vec<crate::Purpose>,
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
    pub free: bool,
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
