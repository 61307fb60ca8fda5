//! From a notice and its texts to its proof sheet: one page on which both languages stand side by side, to be printed,
//! read together and signed.
//!
//! The page is whole in itself: it loads nothing and runs nothing. What diptych says stands on it in the language of the
//! reader, everything else in its own. Nothing is checked here and nothing is written to a disk.

mod edits;
mod findings;
mod html;
mod page;
mod prose;
mod rows;

use crate::diagnostic::Diagnostic;
use crate::domain::{Bilingual, Moment, Notice, SitePath};
use crate::parity::Comparison;
use crate::report::Voice;
use crate::signature::{Change, Record, Stated};
use crate::wording::Wording;

/// Everything that a proof sheet shows.
pub struct Sheet<'a> {
    /// The notice.
    pub notice: &'a Notice,
    /// Its editions side by side.
    pub comparison: &'a Comparison<'a>,
    /// The words of both languages.
    pub wordings: &'a Bilingual<Wording<'a>>,
    /// What is found in its files.
    pub findings: &'a [Diagnostic],
    /// Its last signature, with the texts that were compared.
    pub record: Option<&'a Record>,
    /// Its parts as they stand.
    pub parts: &'a [Stated],
    /// What has changed since the last signature.
    pub changes: &'a [Change],
    /// The published address of a file of the site.
    pub address: &'a dyn Fn(&SitePath) -> String,
    /// The language of the reader.
    pub voice: &'a Voice,
    /// When the sheet was made.
    pub now: Moment,
}

impl Sheet<'_> {
    /// The page.
    #[must_use]
    pub fn html(&self) -> String {
        page::page(self)
    }
}

/// What every proof sheet begins with, by which one can be told from any other file.
pub const MARK: &str = "<!doctype html>\n<!-- diptych proof -->\n";
