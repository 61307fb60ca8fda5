//! `images`: a section has as many images in both editions.
//!
//! A picture, a map or a chart that one edition lacks is something that its readers do not learn.

use super::comparison::Comparison;
use super::surplus::surplus;
use crate::diagnostic::{Log, Rule, Text};
use crate::markdown::MarkKind;

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    // Which file each edition shows is another question: a chart has its words in one language.
    for section in &comparison.sections {
        log.extend(surplus(section, one).into_iter().map(|image| {
            let message = Text::new("images");
            comparison.finding(Rule::Images, image.side, image.mark.span, image.twin, message).hint("images-hint")
        }));
    }
}

/// All are counted as one.
fn one(kind: &MarkKind) -> Option<&str> {
    matches!(kind, MarkKind::Image(_)).then_some("")
}
