//! From findings to what a browser is told of them: in words, with the lines that they stand in.

use std::borrow::Cow;
use std::path::Path;

use serde::Serialize;

use super::world::{Found, Planned, World, is_edition};
use crate::diagnostic::Diagnostic;
use crate::domain::{Edition, Place, SitePath};
use crate::load::{Source, decode};
use crate::report::{Spot, Voice};

/// A finding as a browser is told of it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FindingContext {
    pub severity: &'static str,
    pub rule: &'static str,
    pub message: String,
    pub hint: Option<String>,
    pub file: String,
    pub line: usize,
    pub column: usize,
    /// The line that it stands in.
    pub excerpt: Excerpt,
    /// The first of the other places that belong to it: the twin's, where there is one.
    pub twin: Option<TwinContext>,
    /// The notice that it concerns.
    pub reference: Option<String>,
    /// The code of the language that it concerns.
    pub language: Option<String>,
    /// The section that it stands in.
    pub section: Option<String>,
    /// Opens the editor at the place.
    pub editor: Option<String>,
}

/// Another place that belongs to a finding.
#[derive(Debug, Clone, Serialize)]
pub(super) struct TwinContext {
    pub message: String,
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub excerpt: Excerpt,
    /// Opens the editor at the place.
    pub editor: Option<String>,
}

/// A line with the part of it that is meant: a paragraph is one line of its file, and a figure one word of it.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Excerpt {
    pub before: String,
    pub marked: String,
    pub after: String,
}

impl Excerpt {
    fn of(spot: Spot, text: &str) -> Self {
        let line: Vec<char> = text.lines().nth(spot.line - 1).unwrap_or_default().chars().collect();
        let end = if spot.end_line > spot.line { line.len() } else { (spot.end_column - 1).min(line.len()) };
        let (before, rest) = line.split_at((spot.column - 1).min(end));
        let (marked, after) = rest.split_at(end - before.len());
        let [before, marked, after] = [before, marked, after].map(|part| part.iter().collect());
        Self { before, marked, after }
    }

    /// Whether there is nothing to be seen in the line.
    pub fn is_blank(&self) -> bool {
        [&self.before, &self.marked, &self.after].into_iter().all(|part| part.trim().is_empty())
    }
}

/// Puts the findings of a world into words.
pub(super) struct Teller<'a> {
    /// The world.
    pub world: &'a World,
    /// The language of the reader.
    pub voice: &'a Voice,
    /// How the editor is opened: `{path}`, `{line}` and `{column}` in it stand for the place.
    pub editor: Option<&'a str>,
}

impl Teller<'_> {
    /// The findings that have a place in one of these editions or in the record of its signature, and those that concern
    /// the whole site.
    pub fn of(&self, editions: &[&SitePath]) -> Vec<FindingContext> {
        let belongs = |file: &SitePath| match file.signed_stem() {
            Some(_) => editions.iter().any(|edition| edition.signature() == *file),
            None => editions.contains(&file),
        };
        let concerns = |finding: &&Diagnostic| {
            let file = &finding.place.file;
            let is_of_notice = is_edition(file) || file.signed_stem().is_some();
            !is_of_notice || belongs(file) || finding.related.iter().any(|(place, _)| belongs(&place.file))
        };
        self.tell_all(self.world.findings.iter().filter(concerns))
    }

    /// Findings in words.
    pub fn tell_all<'f>(&self, findings: impl IntoIterator<Item = &'f Diagnostic>) -> Vec<FindingContext> {
        findings.into_iter().map(|finding| self.tell(finding)).collect()
    }

    /// What was noticed while a page of a language was made, in words.
    pub fn tell_remarks(&self, remarks: &[Diagnostic], language: Option<&str>) -> Vec<FindingContext> {
        let mut told = self.tell_all(remarks);
        for remark in &mut told {
            remark.language = remark.language.take().or_else(|| language.map(str::to_owned));
        }
        told
    }

    /// A finding in words.
    fn tell(&self, finding: &Diagnostic) -> FindingContext {
        let (line, column, excerpt) = self.spot(&finding.place);
        let twin = finding.related.first().map(|(place, message)| {
            let (line, column, excerpt) = self.spot(place);
            TwinContext {
                message: self.voice.say(message),
                file: place.file.to_string(),
                line,
                column,
                excerpt,
                editor: self.opening(place, line, column),
            }
        });
        let site = self.world.site.as_ref();
        let found = site.and_then(|site| site.page(site.page_of(&edition_at(&finding.place.file, site))?));
        let owner = found
            .as_ref()
            .and_then(Found::pair)
            .and_then(|(editions, _)| editions.iter().find(|(_, edition)| edition.path == finding.place.file));
        FindingContext {
            severity: finding.severity.word(),
            rule: finding.rule.word(),
            message: self.voice.say(&finding.message),
            hint: finding.hint.as_ref().map(|hint| self.voice.say(hint)),
            file: finding.place.file.to_string(),
            line,
            column,
            excerpt,
            twin,
            reference: found.as_ref().and_then(Found::notice).map(|notice| notice.facts.reference.clone()),
            language: owner.zip(site).map(|((side, _), site)| site.site().languages[side].code.clone()),
            section: owner.and_then(|(_, edition)| section(edition, finding.place.span.start)),
            editor: self.opening(&finding.place, line, column),
        }
    }

    /// Line, column and the line itself.
    fn spot(&self, place: &Place) -> (usize, usize, Excerpt) {
        let files = &self.world.files;
        let bytes = files.entry(&place.file).and_then(|entry| files.bytes(entry).ok());
        let Some(text) = bytes.and_then(|bytes| decode(&place.file, bytes).ok()) else {
            return (1, 1, Excerpt::default());
        };
        let spot = Spot::of(place.span, &text);
        (spot.line, spot.column, Excerpt::of(spot, &text))
    }

    fn opening(&self, place: &Place, line: usize, column: usize) -> Option<String> {
        let path = self.world.files.path(&place.file)?;
        let editor = self.editor?.replace("{path}", &as_address(&path));
        Some(editor.replace("{line}", &line.to_string()).replace("{column}", &column.to_string()))
    }
}

/// The edition in which a place is; of a signature, which is of both, the left one.
fn edition_at<'p>(file: &'p SitePath, site: &Planned) -> Cow<'p, SitePath> {
    let code = &site.site().languages.left.code;
    file.signed_stem().map_or(Cow::Borrowed(file), |stem| Cow::Owned(SitePath::new(&format!("{stem}.{code}.md"))))
}

/// A path of the disk as a part of an address.
fn as_address(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let signs = path.chars().map(|sign| match sign {
        '%' | ' ' | '#' | '?' | '"' | '<' | '>' => format!("%{:02X}", sign as u32),
        sign => sign.to_string(),
    });
    signs.collect()
}

/// The section in which a place of an edition stands.
fn section(edition: &Edition, at: usize) -> Option<String> {
    let before = edition.outline.sections.iter().take_while(|heading| heading.span.start <= at);
    before.last().map(|heading| heading.id.clone())
}
