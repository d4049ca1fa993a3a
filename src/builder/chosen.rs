//! What an owner chose, as it was filled in.

use engine::Settings;

/// Names and values: each name once, none that is not a setting, no value that is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen(Vec<(String, String)>);

/// What the element and the frame carry themselves; the guide is not told.
const OF_THE_ELEMENT: [&str; 3] = ["lang", "height", "title"];

impl Chosen {
    /// Takes what was filled in. HTML has no way to write a NUL, so none is kept.
    pub fn new(given: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut chosen = Self::default();
        for (name, value) in given {
            let value = value.replace('\0', "").trim().to_owned();
            let known = Settings::NAMES.contains(&name.as_str()) || name == "title";
            if known && !value.is_empty() && chosen.get(&name).is_none() {
                chosen.0.push((name, value));
            }
        }
        chosen
    }

    /// The value of this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    }

    /// All names and values, in the order in which they were given.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// As the engine's check takes them; `title` is no setting of the guide.
    pub(crate) fn owned(&self) -> Vec<(String, String)> {
        let settings = self.0.iter().filter(|(name, _)| name != "title");
        settings.cloned().collect()
    }

    /// What the guide is told, written as an address has it.
    pub fn address(&self) -> String {
        let told = self
            .pairs()
            .filter(|(name, _)| !OF_THE_ELEMENT.contains(name));
        form_urlencoded::Serializer::new(String::new())
            .extend_pairs(told)
            .finish()
    }
}
