//! `link-count`: a link of one edition is also in the other.
//!
//! Who reads the edition without it cannot go where the others go: to a form, a job description, a guide.

use super::comparison::{Comparison, place_of};
use super::links::unanswered_links;
use crate::diagnostic::{Log, Rule, Text};
use crate::domain::Side;

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for section in &comparison.sections {
        for (passage, left_over) in unanswered_links(comparison, section) {
            // As many as there are in both lead elsewhere, which is for `link-targets`.
            let elsewhere = left_over.left.len().min(left_over.right.len());
            for side in Side::BOTH {
                for link in left_over[side].iter().skip(elsewhere) {
                    let message = Text::new("link-count").with("target", &link.shown);
                    let twin = place_of(&passage, section, side.twin());
                    let finding = comparison.finding(Rule::LinkCount, side, link.span, twin, message);
                    log.push(finding.hint("link-count-hint"));
                }
            }
        }
    }
}
