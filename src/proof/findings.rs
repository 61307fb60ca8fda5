//! From the findings of a notice to lists, each beside the section that it is about.

use super::Sheet;
use super::html::{escaped, put, sentence};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::domain::{Bilingual, Place, Side, Span};
use crate::signature::shortened;

impl Sheet<'_> {
    /// The findings of a section, by where it stands in each language. Without a section, those that are in none.
    pub(super) fn findings_in(&self, section: Option<&Bilingual<Span>>) -> Vec<&Diagnostic> {
        let own = |finding: &&Diagnostic| match section {
            Some(spans) => self.is_in(&finding.place, spans),
            None => !self.sections().any(|spans| self.is_in(&finding.place, &spans)),
        };
        self.findings.iter().filter(own).collect()
    }

    /// Where the sections stand. The front matter goes from the beginning of the file to its body.
    fn sections(&self) -> impl Iterator<Item = Bilingual<Span>> {
        self.comparison.sections.iter().map(|section| section.as_ref().map(|section| section.span))
    }

    fn is_in(&self, place: &Place, spans: &Bilingual<Span>) -> bool {
        self.side(place).is_some_and(|side| spans[side].range().contains(&place.span.start))
    }

    fn side(&self, place: &Place) -> Option<Side> {
        Side::BOTH.into_iter().find(|side| self.notice.editions[*side].path == place.file)
    }

    /// A list of findings; nothing where there are none.
    pub(super) fn findings_list(&self, findings: &[&Diagnostic]) -> String {
        if findings.is_empty() {
            return String::new();
        }
        let items: String = findings.iter().map(|finding| self.finding(finding)).collect();
        format!("<ul class=\"findings\" lang=\"{}\">{items}</ul>", self.voice.tongue().code())
    }

    fn finding(&self, finding: &Diagnostic) -> String {
        let (class, severity) = match finding.severity {
            Severity::Error => ("error", Text::new("proof-error")),
            Severity::Warning => ("warning", Text::new("proof-warning")),
        };
        let say = |text: &Text| sentence(&self.voice.say(text));
        let mut html = format!("<li class=\"{class}\"><strong>{}</strong> {}", say(&severity), say(&finding.message));
        for place in std::iter::once(&finding.place).chain(finding.related.iter().map(|(place, _)| place)) {
            html.push_str(&self.excerpt(place));
        }
        if let Some(hint) = &finding.hint {
            put(&mut html, format_args!(" <span class=\"hint\">{}</span>", say(hint)));
        }
        put(&mut html, format_args!(" <code class=\"rule\">{}</code></li>", finding.rule.word()));
        html
    }

    /// The words at a place, in their language.
    fn excerpt(&self, place: &Place) -> String {
        let Some(side) = self.side(place) else { return String::new() };
        let words = self.comparison.texts[side].get(place.span.range()).map(shortened).unwrap_or_default();
        if words.is_empty() {
            return String::new();
        }
        let code = &self.comparison.site.languages[side].code;
        format!(" <q lang=\"{code}\">{}</q>", escaped(&words))
    }
}
