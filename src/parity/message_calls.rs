//! `message-calls`: a section calls the same messages (`{{ deadline }}`) in both editions, as often.
//!
//! A fact that one edition takes from the site and the other has typed in agrees today and no longer after an extension.

use super::comparison::Comparison;
use super::part::Joined;
use super::surplus::{Surplus, surplus};
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Side};
use crate::markdown::MarkKind;

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for section in &comparison.sections {
        log.extend(findings(comparison, section));
    }
}

fn name(kind: &MarkKind) -> Option<&str> {
    match kind {
        MarkKind::Call(name) => Some(name),
        _ => None,
    }
}

fn findings(comparison: &Comparison<'_>, section: &Joined<'_>) -> Vec<Diagnostic> {
    let mut calls = Bilingual::new(Vec::new(), Vec::new());
    for call in surplus(section, name) {
        calls[call.side].push(call);
    }
    let mut findings = Vec::new();
    let (mut left, mut right) = (calls.left.into_iter(), calls.right.into_iter());
    loop {
        match (left.next(), right.next()) {
            (Some(left), Some(right)) => findings.push(other(comparison, &left, &right)),
            (Some(call), None) | (None, Some(call)) => findings.push(alone(comparison, &call)),
            (None, None) => return findings,
        }
    }
}

/// Another message in each edition: one difference, not two.
fn other(comparison: &Comparison<'_>, left: &Surplus<'_>, right: &Surplus<'_>) -> Diagnostic {
    let message = Text::new("message-calls-other").with("here", left.key).with("there", right.key);
    comparison
        .finding(Rule::MessageCalls, Side::Left, left.mark.span, right.mark.span, message)
        .hint("message-calls-other-hint")
}

fn alone(comparison: &Comparison<'_>, call: &Surplus<'_>) -> Diagnostic {
    let message = Text::new("message-calls").with("name", call.key);
    let hint = Text::new("message-calls-hint").with("name", call.key);
    comparison.finding(Rule::MessageCalls, call.side, call.mark.span, call.twin, message).hint(hint)
}
