//! From findings and failures to what people and machines read: the terminal, JSON, workflow annotations.
//!
//! Here the tool's own messages get their words, in English or French. Nothing here decides anything.

mod github;
mod human;
mod json;
mod mends;
mod spot;
mod voice;

pub use human::Style;
pub use mends::mends;
pub use spot::Spot;
pub use voice::{Tongue, Voice};

use crate::diagnostic::Diagnostic;
use crate::domain::SitePath;

/// The form in which findings are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people, with excerpts.
    Human,
    /// One JSON object.
    Json,
    /// Annotations of a GitHub workflow.
    Github,
}

/// Gives the text of a file, to show an excerpt of it.
pub type Texts<'a> = &'a dyn Fn(&SitePath) -> Option<String>;

/// Puts findings into words.
#[must_use]
pub fn findings(findings: &[Diagnostic], format: Format, style: Style, voice: &Voice, texts: Texts<'_>) -> String {
    match format {
        Format::Human => human::report(findings, style, voice, texts),
        Format::Json => json::report(findings, voice, texts),
        Format::Github => github::report(findings, voice, texts),
    }
}
