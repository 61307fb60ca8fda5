//! `footnotes`: a section refers to as many footnotes in both editions, and each of them is written.
//!
//! Exceptions stand in footnotes: a condition that may still be met later, a reservation. Whoever reads the other edition
//! must find them too.

use super::comparison::{Comparison, Section};
use super::part::{Joined, Kind, Part, Whole, head};
use super::surplus::surplus;
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::Bilingual;
use crate::markdown::MarkKind;

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for section in &comparison.sections {
        let references = references(comparison, section);
        // A reference that is missing says enough of its note.
        if references.is_empty() {
            log.extend(definitions(comparison, section));
        }
        log.extend(references);
    }
}

fn references(comparison: &Comparison<'_>, section: &Joined<'_>) -> Vec<Diagnostic> {
    let alone = surplus(section, one).into_iter().map(|reference| {
        let message = Text::new("footnotes");
        comparison
            .finding(Rule::Footnotes, reference.side, reference.mark.span, reference.twin, message)
            .hint("footnotes-hint")
    });
    alone.collect()
}

fn definitions(comparison: &Comparison<'_>, section: &Bilingual<Section>) -> Option<Diagnostic> {
    let heads = section.as_ref().map(Section::head);
    let blocks = section.as_ref().map(|section| section.blocks.as_slice());
    let part = Part::new(Whole::Section, heads, blocks);
    let answers = part.answers(Kind::Footnote);
    let alone = answers.alone.first()?;
    let twin = alone.beside.map_or(part.heads[alone.side.twin()], head);
    let message = Text::new("footnotes-definition");
    let finding = comparison.finding(Rule::Footnotes, alone.side, alone.it.span, twin, message);
    Some(finding.hint("footnotes-definition-hint"))
}

/// All are counted as one.
fn one(kind: &MarkKind) -> Option<&str> {
    matches!(kind, MarkKind::Footnote(_)).then_some("")
}
