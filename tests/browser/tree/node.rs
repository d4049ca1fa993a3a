//! What a screen reader says of one node: what it is, its name, its state.

use serde_json::{Value, json};

/// What a screen reader calls a role.
const CALLED: [(&str, &str); 7] = [
    ("radio", "radio button"),
    ("DisclosureTriangle", "disclosure"),
    ("DescriptionList", "description list"),
    ("banner", "banner landmark"),
    ("main", "main landmark"),
    ("complementary", "complementary landmark"),
    ("region", "region landmark"),
];
/// A node's role, name or description, with single spaces.
pub fn text(node: &Value, key: &str) -> String {
    single_spaced(node[key]["value"].as_str().unwrap_or_default())
}

/// A text with single spaces.
pub fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn property<'n>(node: &'n Value, name: &str) -> Option<&'n Value> {
    let properties = node["properties"].as_array()?;
    let found = properties
        .iter()
        .find(|property| property["name"] == name)?;
    Some(&found["value"]["value"])
}

/// Role, name and state.
pub fn said(node: &Value, role: &str) -> String {
    let called = CALLED.iter().find(|(name, _)| *name == role);
    let mut said = called.map_or(role, |(_, called)| called).to_owned();
    if let Some(level) = property(node, "level") {
        said += &format!(" {level}");
    }
    let name = text(node, "name");
    if !name.is_empty() {
        said += &format!(" “{name}”");
    }
    for state in states(node) {
        said += &format!(", {state}");
    }
    said
}

/// What a screen reader adds to a name.
fn states(node: &Value) -> Vec<String> {
    let words = [
        ("checked", "checked", "not checked"),
        ("pressed", "pressed", "not pressed"),
        ("expanded", "open", "closed"),
    ];
    let mut states = Vec::new();
    for (name, yes, no) in words {
        match property(node, name) {
            Some(value) if *value == json!(true) || *value == "true" => states.push(yes.to_owned()),
            Some(_) => states.push(no.to_owned()),
            None => {}
        }
    }
    let live = property(node, "live").and_then(Value::as_str);
    states.extend(live.map(|how| format!("live region, {how}")));
    states
}
