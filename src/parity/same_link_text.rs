//! `same-link-text`: links with the same words lead to the same page.
//!
//! Who lets a screen reader list the links of a page hears “here, here, here” and cannot choose (WCAG 2.4.4, 2.4.9); and
//! two links of the same words are often one that was copied and one that was forgotten.

use std::collections::HashMap;

use super::comparison::{Comparison, leaves};
use super::links::links;
use super::words::folded;
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Side, Span};

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for side in Side::BOTH {
        let mut known: HashMap<String, (&str, Span)> = HashMap::new();
        for section in &comparison.sections {
            for block in leaves(&section[side].blocks) {
                for (mark, address) in links(block) {
                    let words = block.prose.text()[mark.words.clone()].trim();
                    if words.is_empty() {
                        continue;
                    }
                    let first = *known.entry(folded(words)).or_insert((address, mark.span));
                    if first.0 == address {
                        continue;
                    }
                    let message = Text::new("same-link-text").with("words", words);
                    let finding = Diagnostic::new(Rule::SameLinkText, comparison.place(side, mark.span), message);
                    let finding = finding.related(comparison.place(side, first.1), Text::new("first-here"));
                    log.push(finding.hint("same-link-text-hint"));
                }
            }
        }
    }
}
