//! `changed-since-signature`: what was compared and signed has not changed since, in either language.
//!
//! Most differences between two editions are made after both were right: one of them is mended, and the other is
//! forgotten. The record of the signature knows both as they were, so that each change can be told, in words, as a
//! change of one language, of the other or of both.

use super::comparison::Comparison;
use super::part::passages;
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Part, Side, Span};
use crate::signature::{Change, Signing, Step, Telling, changes, parts};

/// How many differences a finding tells.
const TOLD: usize = 3;

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    let (Signing::Signed(filed), Some(notice)) = (comparison.signing, comparison.notice) else { return };
    let parts = &parts(notice, &comparison.texts);
    let changes = changes(&filed.signature, parts);
    if changes.is_empty() {
        return;
    }
    let record = &filed.record(comparison.site);
    let languages = &comparison.site.languages;
    let since = Since { comparison, telling: Telling { record, parts, languages, limit: TOLD } };
    log.extend(changes.iter().map(|change| since.finding(change, &notice.facts.reference)));
}

/// What was signed, and what stands there now.
struct Since<'a> {
    comparison: &'a Comparison<'a>,
    telling: Telling<'a>,
}

impl Since<'_> {
    fn finding(&self, change: &Change, reference: &str) -> Diagnostic {
        let (side, here, there) = match change.part {
            Part::Facts => self.fact(),
            _ => self.places(change),
        };
        let hint = Text::new("changed-since-signature-hint").with("reference", reference).with("part", &change.part);
        let message = self.telling.sentence(change);
        self.comparison.finding(Rule::ChangedSinceSignature, side, here, there, message).hint(hint)
    }

    /// Where the first change stands, in an edition that has it, and what answers it in the other.
    fn places(&self, change: &Change) -> (Side, Span, Span) {
        let side = if change.step == Step::Right { Side::Right } else { Side::Left };
        let head = self.heads(&change.part);
        let differences = self.telling.differences(&change.part, side);
        let words = differences.first().zip(self.telling.stated(&change.part));
        match words.and_then(|(difference, stated)| stated.texts[side].span(&difference.place)) {
            Some(here) => (side, here, self.answer(side, here).unwrap_or(head[side.twin()])),
            None => (side, head[side], head[side.twin()]),
        }
    }

    /// The line of the front matter that states the first changed fact; the titles where none does any more.
    fn fact(&self) -> (Side, Span, Span) {
        let titles = self.heads(&Part::Words);
        for fact in self.telling.changed_facts() {
            for side in Side::BOTH {
                let front = self.comparison.texts[side].get(..self.comparison.editions[side].body).unwrap_or_default();
                if let Some(at) = front.find(&format!("\n{}:", fact.key)) {
                    let line = front[at + 1..].lines().next().unwrap_or_default();
                    return (side, Span::new(at + 1, at + 1 + line.trim_end().len()), titles[side.twin()]);
                }
            }
        }
        (Side::Left, titles.left, titles.right)
    }

    /// The beginning of a part: the heading of a section, else the title.
    fn heads(&self, part: &Part) -> Bilingual<Span> {
        self.comparison.editions.as_ref().map(|edition| {
            let is_it = |id: &String| matches!(part, Part::Section(section) if section == id);
            let heading = edition.outline.sections.iter().find(|heading| is_it(&heading.id));
            heading.map_or(edition.words.title.span, |heading| heading.span)
        })
    }

    /// The passage of the other edition that answers the one in which a place lies.
    fn answer(&self, side: Side, place: Span) -> Option<Span> {
        let holds = |span: Span| span.range().contains(&place.start);
        self.comparison.sections.iter().flat_map(passages).find_map(|passage| {
            passage[side].iter().find(|block| holds(block.span))?;
            passage[side.twin()].first().map(|block| block.span)
        })
    }
}
