//! `figures`: every number, amount, date, time, grade and level of one edition has its equal in the other.
//!
//! A figure is what candidates act on, and what nobody sees in a translation that reads well: ten years that were five in
//! the draft, a deadline that was moved in one language. What is compared is what figures say, not how they are written;
//! words that are often no figure, such as *one*, *first* or *both*, can answer one, but need no answer.
//!
//! The figures are read once, for `figure-against-fact` too.

mod answers;
mod clock;
mod codes;
mod counted;
mod dates;
mod digits;
#[cfg(test)]
mod examples;
mod read;
mod tokens;
mod value;

use super::comparison::{Comparison, Passage, Section, passages};
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Side, Span};
use crate::locale::Tongue;
use crate::markdown::{Block, MarkKind};

use answers::{Fault, faults};
use read::{Figure, Terms, figures};

/// A figure and the block that it stands in.
struct Found<'b> {
    block: &'b Block,
    figure: Figure,
}

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    let tongues = Bilingual::of(|side| Tongue::of(&comparison.site.languages[side].code));
    let Some(tongues) = tongues.both() else { return };
    let terms = Bilingual::of(|side| Terms::new(comparison.site, side));
    for section in &comparison.sections {
        for passage in passages(section) {
            let found = Bilingual::of(|side| read_all(&passage[side], tongues[side], &terms[side]));
            compare(comparison, section, &passage, &found, log);
        }
    }
}

fn read_all<'b>(blocks: &[&'b Block], tongue: Tongue, terms: &Terms<'_>) -> Vec<Found<'b>> {
    let of =
        |block: &'b Block| figures(&block.prose, tongue, terms).into_iter().map(move |figure| Found { block, figure });
    blocks.iter().flat_map(|block| of(block)).collect()
}

fn compare(
    comparison: &Comparison<'_>,
    section: &Bilingual<Section>,
    passage: &Passage<'_>,
    found: &Bilingual<Vec<Found<'_>>>,
    log: &mut Log,
) {
    let figures = found.as_ref().map(|found| found.iter().map(|found| &found.figure).collect::<Vec<_>>());
    let calls = Bilingual::of(|side| calls(&passage[side]));
    let mut lone = 0;
    for fault in faults(&figures) {
        match fault {
            Fault::Differ(at) => log.push(differ(comparison, found, &at)),
            Fault::Missing(side, at) => {
                // A message that only the twin calls says it there; in blocks that do not answer each other one by one,
                // what is missing is more than its figures.
                let is_said = calls[side.twin()].iter().any(|call| !calls[side].contains(call));
                let is_whole = passage.left.len() == 1 && passage.right.len() == 1;
                lone += usize::from(!is_whole);
                if !is_said && lone < 2 {
                    log.push(missing(comparison, section, passage, side, &found[side][at]));
                }
            }
        }
    }
}

/// The messages that some blocks call.
fn calls<'b>(blocks: &[&'b Block]) -> Vec<&'b str> {
    let name = |kind: &'b MarkKind| if let MarkKind::Call(name) = kind { Some(name.as_str()) } else { None };
    blocks.iter().flat_map(|block| block.prose.marks()).filter_map(|mark| name(&mark.kind)).collect()
}

fn differ(comparison: &Comparison<'_>, found: &Bilingual<Vec<Found<'_>>>, at: &Bilingual<usize>) -> Diagnostic {
    let found = Bilingual::of(|side| &found[side][at[side]]);
    let [here, there] = [found.left, found.right].map(words);
    let message = Text::new("figures-differ").with("here", here).with("there", there);
    let [left, right] = [found.left, found.right].map(place);
    comparison.finding(Rule::Figures, Side::Left, left, right, message).hint("figures-hint")
}

fn missing(
    comparison: &Comparison<'_>,
    section: &Bilingual<Section>,
    passage: &Passage<'_>,
    side: Side,
    found: &Found<'_>,
) -> Diagnostic {
    let message = Text::new("figures-missing").with("here", words(found));
    let there = match passage[side.twin()].as_slice() {
        [block] => block.span,
        _ => section[side.twin()].head(),
    };
    comparison.finding(Rule::Figures, side, place(found), there, message).hint("figures-hint")
}

fn words<'b>(found: &Found<'b>) -> &'b str {
    found.block.prose.text().get(found.figure.words.clone()).unwrap_or_default()
}

fn place(found: &Found<'_>) -> Span {
    found.block.prose.span(&found.figure.words)
}
