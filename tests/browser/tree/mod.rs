//! A page as a screen reader says it: the browser's accessibility tree as indented text.

mod node;

use crate::visitor::Visitor;
use anyhow::{Context, Result};
use node::{said, single_spaced, text};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What groups for layout alone.
const SILENT: [&str; 7] = [
    "RootWebArea",
    "Legend",
    "definition",
    "generic",
    "none",
    "paragraph",
    "term",
];
/// What stands inside a sentence.
const INSIDE: [&str; 2] = ["strong", "emphasis"];
/// What is not said, because it says the same as what stands beside it.
const UNSAID: [&str; 3] = ["InlineTextBox", "ListMarker", "LabelText"];
/// What is said with its name, and nothing of what it is made of.
const WHOLE: [&str; 6] = [
    "heading",
    "link",
    "button",
    "radio",
    "checkbox",
    "DisclosureTriangle",
];

/// The page that stands, as text.
pub async fn spoken(visitor: &Visitor) -> Result<String> {
    let cdp = visitor.driver.cdp();
    let tree = cdp
        .send_raw("Accessibility.getFullAXTree", json!({}))
        .await?;
    let nodes = tree["nodes"].as_array().context("no tree")?;
    let first = nodes.first().context("an empty tree")?;
    let nodes = nodes.iter().map(|node| (id(&node["nodeId"]), node));
    let mut teller = Teller {
        nodes: nodes.collect(),
        ..Teller::default()
    };
    teller.tell(first);
    teller.end_text();
    Ok(teller.lines.join("\n") + "\n")
}

fn id(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Tells a tree line by line.
#[derive(Default)]
struct Teller<'n> {
    nodes: BTreeMap<&'n str, &'n Value>,
    lines: Vec<String>,
    /// Text that goes on: bold words do not end a sentence.
    text: String,
    depth: usize,
    /// How many radio buttons were said, and how many the group has.
    radios: (usize, usize),
}

impl<'n> Teller<'n> {
    fn tell(&mut self, node: &'n Value) {
        let role = text(node, "role");
        let role = role.as_str();
        if role == "StaticText" {
            self.text += node["name"]["value"].as_str().unwrap_or_default();
        } else if INSIDE.contains(&role) {
            self.children(node);
        } else if !UNSAID.contains(&role) {
            self.end_text();
            self.block(node, role);
            self.end_text();
        }
    }

    fn block(&mut self, node: &'n Value, role: &str) {
        let nameless = role == "group" && text(node, "name").is_empty();
        if node["ignored"] == true || nameless || SILENT.contains(&role) {
            return self.children(node);
        }
        if role == "listitem" {
            return self.item(node);
        }
        if role == "group" {
            self.radios = (0, self.count(node, "radio"));
        }
        let line = self.said(node, role);
        self.line(&line);
        if !WHOLE.contains(&role) {
            self.inside(node);
        }
    }

    fn below(&self, node: &'n Value) -> Vec<&'n Value> {
        let ids = node["childIds"].as_array().into_iter().flatten();
        ids.filter_map(|child| self.nodes.get(id(child)).copied())
            .collect()
    }

    fn children(&mut self, node: &'n Value) {
        for child in self.below(node) {
            self.tell(child);
        }
    }

    fn inside(&mut self, node: &'n Value) {
        self.depth += 1;
        self.children(node);
        self.end_text();
        self.depth -= 1;
    }

    /// An item of a list: its first line has a point.
    fn item(&mut self, node: &'n Value) {
        let first = self.lines.len();
        self.inside(node);
        let indent = "  ".repeat(self.depth);
        if let Some(line) = self.lines.get_mut(first) {
            *line = format!("{indent}• {}", line.trim_start());
        }
    }

    /// How many of a role stand in a node.
    fn count(&self, node: &'n Value, role: &str) -> usize {
        let below = self.below(node).into_iter();
        let found = below.map(|child| match text(child, "role") == role {
            true => 1,
            false => self.count(child, role),
        });
        found.sum()
    }

    fn end_text(&mut self) {
        let text = single_spaced(&std::mem::take(&mut self.text));
        if !text.is_empty() {
            self.line(&text);
        }
    }

    fn line(&mut self, line: &str) {
        self.lines
            .push(format!("{}{line}", "  ".repeat(self.depth)));
    }

    /// What is said of a node: also how many there are, and what describes it.
    fn said(&mut self, node: &'n Value, role: &str) -> String {
        let mut said = said(node, role);
        if role == "list" {
            said += &match self.count(node, "listitem") {
                1 => ", 1 item".to_owned(),
                items => format!(", {items} items"),
            };
        }
        if role == "radio" {
            self.radios.0 += 1;
            said += &format!(", {} of {}", self.radios.0, self.radios.1);
        }
        let description = text(node, "description");
        if !description.is_empty() {
            said += &format!(", described “{description}”");
        }
        said
    }
}
