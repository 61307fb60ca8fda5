//! From what the rules found to what is said: the site weighs its rules, and a notice accepts what it gives a reason for.

use super::comparison::Comparison;
use crate::diagnostic::{Diagnostic, Log, Rule, Severity, Text};
use crate::domain::{Acceptance, Level, Place, Side};

/// Takes out what the site does not want to hear and what the notice accepts, and notes what is accepted in vain. Of a
/// draft, nothing weighs more than a warning.
pub(super) fn settle(log: Log, comparison: &Comparison<'_>) -> Log {
    let accepted: Vec<_> = comparison
        .editions
        .iter()
        .flat_map(|(side, edition)| edition.accepted.iter().map(move |acceptance| (side, acceptance)))
        .collect();
    let mut used = vec![false; accepted.len()];
    let mut settled = Log::new();
    for finding in log.sorted() {
        let mut is_accepted = false;
        for ((_, acceptance), used) in accepted.iter().zip(&mut used) {
            if covers(acceptance, &finding, comparison) {
                is_accepted = true;
                *used = true;
            }
        }
        if !is_accepted {
            settled.extend(weighed(finding, comparison));
        }
    }
    for ((side, acceptance), _) in accepted.into_iter().zip(used).filter(|(_, used)| !used) {
        settled.extend(weighed(unused(side, acceptance, comparison), comparison));
    }
    settled
}

fn weighed(mut finding: Diagnostic, comparison: &Comparison<'_>) -> Option<Diagnostic> {
    match comparison.site.parity.level(finding.rule.word()) {
        Some(Level::Off) => return None,
        Some(Level::Warning) => finding.severity = Severity::Warning,
        Some(Level::Error) => finding.severity = Severity::Error,
        None => {}
    }
    let is_draft = comparison.facts.is_some_and(|facts| facts.draft);
    Some(if is_draft { finding.as_warning() } else { finding })
}

/// Whether a finding is one that is accepted: of that rule, in that section, at those words.
fn covers(acceptance: &Acceptance, finding: &Diagnostic, comparison: &Comparison<'_>) -> bool {
    let places = || std::iter::once(&finding.place).chain(finding.related.iter().map(|(place, _)| place));
    let in_section = |id: &String| places().any(|place| section(place, comparison) == Some(id));
    let has_words = |words: &String| places().any(|place| excerpt(place, comparison).contains(words.as_str()));
    acceptance.rule == finding.rule.word()
        && acceptance.section.as_ref().is_none_or(in_section)
        && acceptance.words.as_ref().is_none_or(has_words)
}

fn side(place: &Place, comparison: &Comparison<'_>) -> Option<Side> {
    Side::BOTH.into_iter().find(|side| comparison.editions[*side].path == place.file)
}

/// The id of the section in which a place lies.
fn section<'c>(place: &Place, comparison: &'c Comparison<'_>) -> Option<&'c String> {
    let side = side(place, comparison)?;
    let mut sections = comparison.sections.iter().map(|section| &section[side]);
    sections.find(|section| section.span.range().contains(&place.span.start))?.id.as_ref()
}

fn excerpt<'c>(place: &Place, comparison: &Comparison<'c>) -> &'c str {
    side(place, comparison).and_then(|side| comparison.texts[side].get(place.span.range())).unwrap_or_default()
}

fn unused(side: Side, acceptance: &Acceptance, comparison: &Comparison<'_>) -> Diagnostic {
    let message = Text::new("unused-acceptance").with("rule", &acceptance.rule);
    Diagnostic::new(Rule::UnusedAcceptance, comparison.place(side, acceptance.span), message)
        .hint("unused-acceptance-hint")
}
