//! From a notice and its texts to the parts that are signed, each with its words in both languages and their places.

use std::ops::Range;

use super::{facts, seal};
use crate::domain::{Bilingual, Edition, Notice, Part, Span, Spanned};

/// A part of a notice as it stands.
#[derive(Debug, Clone)]
pub struct Stated {
    /// Which part.
    pub part: Part,
    /// Its text in each language; that of the facts is the same in both.
    pub texts: Bilingual<Written>,
}

/// The text of a part in one language.
#[derive(Debug, Clone, Default)]
pub struct Written {
    /// The text.
    pub text: String,
    /// What of it stands where in the file, in order. The facts have no places here: either edition may state them.
    places: Vec<(Range<usize>, Span)>,
}

/// The parts of a notice: its facts, the words of the front matter, its sections in order.
#[must_use]
pub fn parts(notice: &Notice, texts: &Bilingual<&str>) -> Vec<Stated> {
    let editions = Bilingual::as_ref(&notice.editions);
    let facts = Written { text: facts::text(&notice.facts), places: Vec::new() };
    let mut parts = vec![
        Stated { part: Part::Facts, texts: Bilingual::new(facts.clone(), facts) },
        Stated { part: Part::Words, texts: editions.clone().map(front) },
    ];
    let mut sections = Bilingual::of(|side| sections(editions[side], texts[side]));
    for (id, left) in sections.left {
        let at = sections.right.iter().position(|(other, _)| *other == id);
        let right = at.map(|at| sections.right.remove(at).1).unwrap_or_default();
        parts.push(Stated { part: Part::Section(id), texts: Bilingual::new(left, right) });
    }
    let alone = sections.right.into_iter();
    parts.extend(
        alone.map(|(id, right)| Stated { part: Part::Section(id), texts: Bilingual::new(Written::default(), right) }),
    );
    parts
}

impl Stated {
    /// The seals of the part as it stands.
    #[must_use]
    pub fn seals(&self) -> Bilingual<String> {
        self.texts.as_ref().map(|written| seal(&written.text))
    }
}

impl Written {
    /// A text that stands nowhere.
    #[cfg(test)]
    pub(super) fn of(text: &str) -> Self {
        Self { text: text.to_owned(), places: Vec::new() }
    }

    /// Where some of the words stand in the file.
    #[must_use]
    pub fn span(&self, words: &Range<usize>) -> Option<Span> {
        let at = self.places.partition_point(|(range, _)| range.start <= words.start).checked_sub(1)?;
        let (range, span) = &self.places[at];
        if words.start > range.end {
            // The label of what comes next.
            return Some(self.places.get(at + 1).unwrap_or(&self.places[at]).1);
        }
        if range.len() != span.end - span.start {
            return Some(*span);
        }
        let place = |at: usize| span.start + at.min(range.end) - range.start;
        Some(Span::new(place(words.start), place(words.end.max(words.start))))
    }

    fn push(&mut self, label: &str, words: &Spanned<String>) {
        self.text.push_str(label);
        self.text.push_str(": ");
        let from = self.text.len();
        self.text.push_str(&words.value);
        self.places.push((from..self.text.len(), words.span));
        self.text.push('\n');
    }
}

/// The words of a front matter.
fn front(edition: &Edition) -> Written {
    let mut written = Written::default();
    let words = &edition.words;
    written.push("title", &words.title);
    if let Some(summary) = &words.summary {
        written.push("summary", summary);
    }
    words.post_titles.iter().for_each(|title| written.push("post-title", title));
    for correction in &words.corrections {
        let on = facts::local(correction.on.value);
        written.push(&format!("correction {}", on.strip_suffix("T00:00").unwrap_or(&on)), &correction.text);
    }
    written
}

/// The sections of an edition by their ids: what stands between a heading and the next. The heading itself is left out:
/// the site's strings say it.
fn sections(edition: &Edition, text: &str) -> Vec<(String, Written)> {
    let headings = &edition.outline.sections;
    let starts = headings.iter().skip(1).map(|heading| heading.span.start).chain([text.len()]);
    let section = |(heading, end): (&crate::domain::Heading, usize)| {
        let start = heading.span.end.min(end);
        let words = text.get(start..end)?.to_owned();
        let places = vec![(0..words.len(), Span::new(start, end))];
        (!heading.id.is_empty()).then(|| (heading.id.clone(), Written { text: words, places }))
    };
    headings.iter().zip(starts).filter_map(section).collect()
}
