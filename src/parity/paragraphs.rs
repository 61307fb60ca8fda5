//! `paragraphs`: a section has as many paragraphs in both editions, under each sub-heading and in each item.
//!
//! A paragraph that was added late to one edition is the commonest way in which two editions part. It is only a warning:
//! a translator may part or join paragraphs for good reasons.

use super::comparison::Comparison;
use super::part::{Kind, Part, head, parts};
use crate::diagnostic::{Diagnostic, Log, Rule, Text};

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for section in &comparison.sections {
        log.extend(parts(section).iter().filter_map(|part| finding(comparison, part)));
    }
}

/// At the first paragraph without an answer. A list or a table that became paragraphs is said elsewhere.
fn finding(comparison: &Comparison<'_>, part: &Part<'_>) -> Option<Diagnostic> {
    let others = [Kind::List, Kind::Table, Kind::Quote, Kind::Footnote];
    if part.is_even(Kind::Paragraph) || !others.into_iter().all(|kind| part.is_even(kind)) {
        return None;
    }
    let answers = part.answers(Kind::Paragraph);
    let alone = answers.alone.first()?;
    let there = answers.pairs.len();
    let message = Text::new("paragraphs").with_count("here", there + answers.alone.len()).with_count("there", there);
    let twin = alone.beside.map_or(part.heads[alone.side.twin()], head);
    let finding = comparison.finding(Rule::Paragraphs, alone.side, head(alone.it), twin, message);
    Some(finding.hint("paragraphs-hint"))
}
