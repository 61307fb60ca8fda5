//! Findings as workflow commands of GitHub, which shows them beside the lines of a change.

use std::fmt::Write as _;

use super::{Spot, Texts, Voice};
use crate::diagnostic::Diagnostic;

pub(super) fn report(findings: &[Diagnostic], voice: &Voice, texts: Texts<'_>) -> String {
    let mut out = String::new();
    for finding in findings {
        let spot = texts(&finding.place.file).map_or_else(Spot::top, |text| Spot::of(finding.place.span, &text));
        let mut message = voice.say(&finding.message);
        if let Some(hint) = &finding.hint {
            message.push('\n');
            message.push_str(&voice.say(hint));
        }
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "::{} file={},line={},endLine={},col={},endColumn={},title={}::{}",
            finding.severity.word(),
            property(finding.place.file.as_str()),
            spot.line,
            spot.end_line,
            spot.column,
            spot.end_column,
            finding.rule.word(),
            data(&message)
        );
    }
    out
}

/// Text of a workflow command: per cent signs and line ends are escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a workflow command: also colons and commas are.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
