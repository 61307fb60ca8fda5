//! From a mistake to what the rules say of it: whether it is found, and what is noticed where nothing is wrong.

use std::fmt;

use diptych::diagnostic::{Diagnostic, Rule};
use diptych::domain::{Bilingual, Place, Side};

use crate::corpus::{Corpus, code};
use crate::mistake::Mistake;
use crate::text::Text;

/// What came of a mistake.
pub struct Outcome<'a> {
    /// The mistake.
    pub mistake: &'a Mistake,
    /// The rules that noticed it where it is.
    pub rules: Vec<Rule>,
    /// The rules that noticed it elsewhere in its section.
    pub near: Vec<Rule>,
    /// What was noticed in sections that nobody touched.
    pub strays: Vec<String>,
    story: String,
}

impl<'a> Outcome<'a> {
    /// Makes the mistake and compares the editions.
    pub fn of(mistake: &'a Mistake, corpus: &Corpus<'_>) -> Self {
        let pair = &corpus.pairs[mistake.pair];
        let texts = mistake.texts(pair);
        let findings = corpus.findings(pair, &texts.as_ref().map(String::as_str));
        let texts = texts.map(Text::new);
        let side = |place: &Place| Side::BOTH.into_iter().find(|side| pair.path(*side) == place.file);
        let is_here = |place: &Place| {
            side(place).is_some_and(|side| {
                let passage = mistake.passage_after(side);
                place.span.start <= passage.end && passage.start <= place.span.end && !passage.is_empty()
            })
        };
        let is_near =
            |place: &Place| side(place).is_some_and(|side| texts[side].section_at(place.span.start) == mistake.section);
        let mut outcome =
            Self { mistake, rules: Vec::new(), near: Vec::new(), strays: Vec::new(), story: story(mistake, corpus) };
        for finding in findings {
            if places(&finding).any(is_here) {
                outcome.rules.push(finding.rule);
            } else if places(&finding).any(is_near) {
                outcome.near.push(finding.rule);
            } else {
                outcome.strays.push(said(&finding, &texts));
            }
        }
        outcome
    }

    /// Whether it is found at the right place.
    pub fn is_found(&self) -> bool {
        !self.rules.is_empty()
    }
}

impl fmt::Display for Outcome<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fate = if self.is_found() { "found" } else { "missed" };
        write!(formatter, "{fate}: {} – {}", self.mistake.kind, self.story)?;
        if !self.is_found() && !self.near.is_empty() {
            let words: Vec<_> = self.near.iter().map(|rule| rule.word()).collect();
            write!(formatter, "\n    elsewhere in the section: {}", words.join(", "))?;
        }
        self.strays.iter().try_for_each(|stray| write!(formatter, "\n    in another section: {stray}"))
    }
}

fn places(finding: &Diagnostic) -> impl Iterator<Item = &Place> {
    std::iter::once(&finding.place).chain(finding.related.iter().map(|(place, _)| place))
}

/// What the mistake does, for those who read of it.
fn story(mistake: &Mistake, corpus: &Corpus<'_>) -> String {
    let pair = &corpus.pairs[mistake.pair];
    let told = mistake.edits.iter().map(|edit| {
        let text = &pair.texts[edit.side].text;
        let line = text[..edit.range.start].matches('\n').count() + 1;
        let start = text[..edit.range.start].rfind('\n').map_or(0, |at| at + 1);
        let lead: String = tail(&text[start..edit.range.start], 30);
        let rest: String = text[edit.range.end..].chars().take_while(|sign| *sign != '\n').take(30).collect();
        let (old, new) = (short(&text[edit.range.clone()]), short(&edit.with));
        format!(".{}.md:{line}: {lead}⟦{old} ⟶ {new}⟧{rest}", code(edit.side))
    });
    format!("{}{}", pair.stem, told.collect::<Vec<_>>().join(" and "))
}

fn said(finding: &Diagnostic, texts: &Bilingual<Text>) -> String {
    let span = finding.place.span;
    let words = texts.iter().find(|(side, _)| finding.place.file.as_str().ends_with(&format!(".{}.md", code(*side))));
    let words = words.and_then(|(_, text)| text.text.get(span.range())).unwrap_or_default();
    format!("{} at {}: {}", finding.rule.word(), finding.place.file, short(words))
}

fn short(text: &str) -> String {
    let text = text.replace('\n', "⏎");
    if text.chars().count() > 70 { text.chars().take(70).chain(['…']).collect() } else { text }
}

fn tail(text: &str, signs: usize) -> String {
    text.chars().skip(text.chars().count().saturating_sub(signs)).collect()
}
