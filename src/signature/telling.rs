//! From what has changed since a signature to sentences that tell it in words.

use super::{Change, Difference, Record, Stated, Step, difference, shortened};
use crate::diagnostic::Text;
use crate::domain::{Bilingual, Languages, Moment, Part, Side};

/// Tells what has changed.
pub struct Telling<'a> {
    /// What was signed.
    pub record: &'a Record,
    /// What stands there now.
    pub parts: &'a [Stated],
    /// The languages of the site.
    pub languages: &'a Languages,
    /// How many differences a sentence tells at most.
    pub limit: usize,
}

/// A fact that is stated otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedFact {
    /// Its key in the front matter.
    pub key: String,
    /// What was stated; empty where nothing was.
    pub old: String,
    /// What is stated; empty where nothing is.
    pub new: String,
}

impl Telling<'_> {
    /// A change in a sentence.
    #[must_use]
    pub fn sentence(&self, change: &Change) -> Text {
        let part = &change.part;
        let date = self.record.signature.since(part);
        match change.step {
            Step::Left => self.one(Side::Left, part, date),
            Step::Right => self.one(Side::Right, part, date),
            Step::Both if *part == Part::Facts => self.facts(date),
            Step::Both => self.both(part, date),
            Step::Added => Text::new("part-added").with_date("date", date),
            Step::Removed => Text::new("part-removed").with("part", part).with_date("date", date),
        }
    }

    /// The differences in words of a part in one language; none where the signed text is not known.
    #[must_use]
    pub fn differences(&self, part: &Part, side: Side) -> Vec<Difference<'_>> {
        match (self.record.texts.get(part), self.stated(part)) {
            (Some(old), Some(new)) => difference(&old[side], &new.texts[side].text),
            _ => Vec::new(),
        }
    }

    /// A part as it stands.
    #[must_use]
    pub fn stated(&self, part: &Part) -> Option<&Stated> {
        self.parts.iter().find(|stated| stated.part == *part)
    }

    /// The facts that are stated otherwise.
    #[must_use]
    pub fn changed_facts(&self) -> Vec<ChangedFact> {
        let Some(old) = self.record.texts.get(&Part::Facts) else { return Vec::new() };
        let Some(new) = self.stated(&Part::Facts) else { return Vec::new() };
        let (mut old, mut new) = (lines(&old.left), lines(&new.texts.left.text));
        new.retain(|line| match old.iter().position(|before| before == line) {
            Some(at) => {
                old.remove(at);
                false
            }
            None => true,
        });
        let mut changed = Vec::new();
        for (key, value) in new {
            let before = old.iter().position(|(other, _)| *other == key).map(|at| old.remove(at).1);
            changed.push(ChangedFact {
                key: key.to_owned(),
                old: before.unwrap_or_default().to_owned(),
                new: value.to_owned(),
            });
        }
        let gone =
            |(key, old): (&str, &str)| ChangedFact { key: key.to_owned(), old: old.to_owned(), new: String::new() };
        changed.extend(old.into_iter().map(gone));
        changed
    }

    fn one(&self, side: Side, part: &Part, date: Moment) -> Text {
        let told = self.told(&self.differences(part, side));
        let text = if told.is_some() { Text::new("changed-one-told") } else { Text::new("changed-one") };
        let text = text.with("language", self.code(side)).with("other", self.code(side.twin()));
        with_changes(text.with_date("date", date), told)
    }

    fn both(&self, part: &Part, date: Moment) -> Text {
        let told = Bilingual::of(|side| self.told(&self.differences(part, side))).both();
        let Some(told) = told else { return Text::new("changed-both").with_date("date", date) };
        Text::new("changed-both-told")
            .with_date("date", date)
            .with("language", self.code(Side::Left))
            .with_text("here", told.left)
            .with("other", self.code(Side::Right))
            .with_text("there", told.right)
    }

    fn facts(&self, date: Moment) -> Text {
        let fact = |fact: ChangedFact| {
            Text::new("change-fact").with("key", fact.key).with_text("change", change(&fact.old, &fact.new))
        };
        let told = self.listed(self.changed_facts().into_iter().map(fact).collect());
        let text = if told.is_some() { Text::new("changed-facts-told") } else { Text::new("changed-facts") };
        with_changes(text.with_date("date", date), told)
    }

    fn code(&self, side: Side) -> &str {
        &self.languages[side].code
    }

    fn told(&self, differences: &[Difference<'_>]) -> Option<Text> {
        self.listed(differences.iter().map(|difference| change(difference.old, difference.new)).collect())
    }

    /// The first changes in one sentence, and how many more there are.
    fn listed(&self, changes: Vec<Text>) -> Option<Text> {
        let more = changes.len().saturating_sub(self.limit);
        let rest = (more > 0).then(|| Text::new("change-more").with_count("count", more));
        let mut told: Vec<_> = changes.into_iter().take(self.limit).chain(rest).collect();
        let mut list = told.pop()?;
        while let Some(first) = told.pop() {
            list = Text::new("change-and").with_text("first", first).with_text("rest", list);
        }
        Some(list)
    }
}

/// The facts of a text, each with its key.
fn lines(text: &str) -> Vec<(&str, &str)> {
    text.lines().filter_map(|line| line.split_once(": ")).collect()
}

fn with_changes(text: Text, told: Option<Text>) -> Text {
    match told {
        Some(told) => text.with_text("changes", told),
        None => text,
    }
}

fn change(old: &str, new: &str) -> Text {
    match (shortened(old), shortened(new)) {
        (old, new) if old.is_empty() => Text::new("change-put-in").with("new", new),
        (old, new) if new.is_empty() => Text::new("change-taken-out").with("old", old),
        (old, new) => Text::new("change-replaced").with("old", old).with("new", new),
    }
}
