//! `link-targets`: links that answer each other lead to the same page, each in its language.
//!
//! A link that was corrected in one edition only is seen by nobody: both pages open, and they say different things. The
//! same links in another order are a warning only: a sentence may be built otherwise, or two addresses were exchanged.

use super::comparison::Comparison;
use super::links::{reordered_links, unanswered_links};
use crate::diagnostic::{Log, Rule, Text};
use crate::domain::{Bilingual, Side};

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for section in &comparison.sections {
        for (_, left_over) in unanswered_links(comparison, section) {
            for (left, right) in left_over.left.iter().zip(&left_over.right) {
                let message = Text::new("link-targets").with("target", &left.shown).with("other", &right.shown);
                let finding = comparison.finding(Rule::LinkTargets, Side::Left, left.span, right.span, message);
                log.push(finding.hint("link-targets-hint"));
            }
        }
        for Bilingual { left, right } in reordered_links(comparison, section) {
            let finding =
                comparison.finding(Rule::LinkTargets, Side::Left, left.span, right.span, "link-targets-order");
            log.push(finding.as_warning().hint("link-targets-order-hint"));
        }
    }
}
