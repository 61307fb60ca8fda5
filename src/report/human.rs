//! Findings for people at a terminal: what is wrong, the line it stands in, the twin's line, what to type.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::spot::floor;
use super::{Texts, Voice};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::domain::{Place, Span, is_invisible};

/// Whether a report is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// For a terminal.
    Coloured,
    /// For files and pipes.
    Plain,
}

pub(super) fn report(findings: &[Diagnostic], style: Style, voice: &Voice, texts: Texts<'_>) -> String {
    let renderer = match style {
        Style::Coloured => Renderer::styled(),
        Style::Plain => Renderer::plain(),
    };
    let mut out = String::new();
    for finding in findings {
        out.push_str(&one(finding, &renderer, voice, texts));
        out.push_str("\n\n");
    }
    out
}

fn one(finding: &Diagnostic, renderer: &Renderer, voice: &Voice, texts: Texts<'_>) -> String {
    let names = ["severity-error", "severity-warning", "severity-hint"].map(|id| voice.say(&Text::new(id)));
    let [error, warning, hint_name] = &names;
    let level = match finding.severity {
        Severity::Error => Level::ERROR.with_name(error.as_str()),
        Severity::Warning => Level::WARNING.with_name(warning.as_str()),
    };
    let mut group = level.primary_title(voice.say(&finding.message)).id(finding.rule.word()).elements([excerpt(
        &finding.place,
        None,
        texts,
    )]);
    for (place, message) in &finding.related {
        group = group.element(excerpt(place, Some(voice.say(message)), texts));
    }
    if let Some(hint) = &finding.hint {
        group = group.element(Level::HELP.with_name(hint_name.as_str()).message(voice.say(hint)));
    }
    renderer.render(&[group])
}

/// The lines around a place. A place without a length marks the character that stands there.
fn excerpt<'a>(
    place: &Place,
    label: Option<String>,
    texts: Texts<'_>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let text = texts(&place.file).unwrap_or_default();
    let span = on_one_line(place.span, &text);
    let kind = if label.is_none() { AnnotationKind::Primary } else { AnnotationKind::Context };
    let annotation = match label {
        Some(label) => kind.span(span.range()).label(label),
        None => kind.span(span.range()),
    };
    Snippet::source(text).path(visible(place.file.as_str())).annotation(annotation)
}

/// A path of which every sign is seen, in the order in which they stand.
fn visible(path: &str) -> String {
    let seen = |sign: char| if sign.is_control() || is_invisible(sign) { char::REPLACEMENT_CHARACTER } else { sign };
    path.chars().map(seen).collect()
}

/// A place of several lines is marked at its first line: the rest would hide what is meant.
fn on_one_line(span: Span, text: &str) -> Span {
    let start = floor(span.start, text);
    let line_end = text[start..].find('\n').map_or(text.len(), |end| start + end);
    let end = floor(span.end, text).clamp(start, line_end);
    if end > start {
        return Span::new(start, end);
    }
    let next = text[start..].chars().next().filter(|next| *next != '\n').map_or(0, char::len_utf8);
    Span::new(start, start + next)
}
