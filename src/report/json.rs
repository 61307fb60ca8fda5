//! Findings as one JSON object: `{"diagnostics":[…]}`.

use serde::Serialize;

use super::{Spot, Texts, Voice};
use crate::diagnostic::Diagnostic;
use crate::domain::Place;

#[derive(Serialize)]
struct Report {
    diagnostics: Vec<Finding>,
}

#[derive(Serialize)]
struct Finding {
    rule: &'static str,
    severity: &'static str,
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: String,
    hint: Option<String>,
    related: Vec<Related>,
}

#[derive(Serialize)]
struct Related {
    file: String,
    line: usize,
    column: usize,
    message: String,
}

pub(super) fn report(findings: &[Diagnostic], voice: &Voice, texts: Texts<'_>) -> String {
    let spot = |place: &Place| texts(&place.file).map_or_else(Spot::top, |text| Spot::of(place.span, &text));
    let finding = |diagnostic: &Diagnostic| {
        let Spot { line, column, end_line, end_column } = spot(&diagnostic.place);
        let related = diagnostic.related.iter().map(|(place, message)| {
            let spot = spot(place);
            Related { file: place.file.to_string(), line: spot.line, column: spot.column, message: voice.say(message) }
        });
        Finding {
            rule: diagnostic.rule.word(),
            severity: diagnostic.severity.word(),
            file: diagnostic.place.file.to_string(),
            line,
            column,
            end_line,
            end_column,
            message: voice.say(&diagnostic.message),
            hint: diagnostic.hint.as_ref().map(|hint| voice.say(hint)),
            related: related.collect(),
        }
    };
    let report = Report { diagnostics: findings.iter().map(finding).collect() };
    let mut text = serde_json::to_string_pretty(&report).unwrap_or_default();
    text.push('\n');
    text
}
