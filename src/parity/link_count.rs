//! `link-count`: a link of one edition is also in the other.
//!
//! Who reads the edition without it cannot go where the others go: to a form, a job description, a guide. An address to
//! write to that is a link in one edition and words in the other counts too; where the other lacks it, `contacts` says so.

use std::collections::HashSet;

use super::comparison::{Comparison, Passage, Section, place_of};
use super::contacts::{contacts, linked};
use super::links::unanswered_links;
use super::part::passages;
use super::unanswered::Said;
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Side};

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for section in &comparison.sections {
        for (passage, left_over) in unanswered_links(comparison, section) {
            // As many as there are in both lead elsewhere, which is for `link-targets`.
            let elsewhere = left_over.left.len().min(left_over.right.len());
            for side in Side::BOTH {
                for link in left_over[side].iter().skip(elsewhere) {
                    log.push(finding(link, side, passage, section, comparison));
                }
            }
        }
        for passage in passages(section) {
            for (side, link) in words_in_twin(passage, comparison) {
                log.push(finding(&link, side, passage, section, comparison));
            }
        }
    }
}

fn finding(
    link: &Said,
    side: Side,
    passage: &Passage<'_>,
    section: &Bilingual<Section>,
    comparison: &Comparison<'_>,
) -> Diagnostic {
    let message = Text::new("link-count").with("target", &link.shown);
    let twin = place_of(passage, section, side.twin());
    comparison.finding(Rule::LinkCount, side, link.span, twin, message).hint("link-count-hint")
}

/// Addresses to write to or to call that are links here and words in the other edition.
fn words_in_twin(passage: &Passage<'_>, comparison: &Comparison<'_>) -> Vec<(Side, Said)> {
    let links = Bilingual::of(|side| {
        let links = passage[side].iter().flat_map(|block| linked(block, side, comparison));
        links.collect::<Vec<_>>()
    });
    let mut found = Vec::new();
    // As many links to other addresses are for `contacts`.
    if links.left.len() == links.right.len() {
        return found;
    }
    for side in Side::BOTH {
        let links_there: HashSet<_> = links[side.twin()].iter().map(|link| &link.key).collect();
        let alone: Vec<_> = links[side].iter().filter(|link| !links_there.contains(&link.key)).collect();
        if alone.is_empty() {
            continue;
        }
        let there: HashSet<_> = contacts(passage, side.twin(), comparison).into_iter().map(|said| said.key).collect();
        found.extend(alone.into_iter().filter(|link| there.contains(&link.key)).map(|link| (side, link.clone())));
    }
    found
}
