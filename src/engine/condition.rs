//! Facts and the conditions that speak of them.

use serde::{Deserialize, Serialize};

/// Something that is so or not: a flag, a chosen option, or "this question has no answer that counts".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fact(pub(crate) u16);

/// The facts of one person's answers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Facts(Vec<u64>);

impl Facts {
    /// Whether `fact` is so.
    pub fn has(&self, fact: Fact) -> bool {
        let (word, bit) = Self::place(fact);
        self.0.get(word).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether one of `facts` is so.
    pub fn has_any(&self, facts: &[Fact]) -> bool {
        facts.iter().any(|fact| self.has(*fact))
    }

    pub(crate) fn add(&mut self, fact: Fact) {
        let (word, bit) = Self::place(fact);
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= bit;
    }

    pub(crate) fn add_all(&mut self, others: &Self) {
        if self.0.len() < others.0.len() {
            self.0.resize(others.0.len(), 0);
        }
        let pairs = self.0.iter_mut().zip(&others.0);
        pairs.for_each(|(bits, others)| *bits |= others);
    }

    pub(crate) fn with(&self, others: &Self) -> Self {
        let mut all = self.clone();
        all.add_all(others);
        all
    }

    pub(crate) fn remove(&mut self, fact: Fact) {
        let (word, bit) = Self::place(fact);
        if let Some(bits) = self.0.get_mut(word) {
            *bits &= !bit;
        }
    }

    fn place(fact: Fact) -> (usize, u64) {
        (usize::from(fact.0 / 64), 1 << (fact.0 % 64))
    }
}

/// When something holds: every group of `all` has a fact that is so, and no fact of `none` is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Condition {
    pub(crate) all: Vec<Vec<Fact>>,
    pub(crate) none: Vec<Fact>,
}

impl Condition {
    /// One that holds for nobody.
    pub(crate) fn never() -> Self {
        Self {
            all: vec![Vec::new()],
            none: Vec::new(),
        }
    }

    /// Whether it holds for these facts.
    pub fn holds(&self, facts: &Facts) -> bool {
        self.all.iter().all(|group| facts.has_any(group)) && !facts.has_any(&self.none)
    }

    /// Every fact it speaks of.
    pub(crate) fn facts(&self) -> impl Iterator<Item = Fact> + '_ {
        self.needs().chain(self.none.iter().copied())
    }

    /// Every fact it speaks of in `when`.
    pub fn needs(&self) -> impl Iterator<Item = Fact> + '_ {
        self.all.iter().flatten().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_and_their_facts_are_or_unless_is_not() {
        let condition = Condition {
            all: vec![vec![Fact(1), Fact(70)], vec![Fact(2)]],
            none: vec![Fact(3)],
        };
        let holds = |facts: &[u16]| {
            let mut set = Facts::default();
            facts.iter().for_each(|fact| set.add(Fact(*fact)));
            condition.holds(&set)
        };
        assert!(holds(&[1, 2]));
        assert!(holds(&[70, 2]));
        assert!(!holds(&[1]));
        assert!(!holds(&[2]));
        assert!(!holds(&[1, 2, 3]));
    }
}
