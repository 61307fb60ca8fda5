//! `diptych check --fix`: mends what is mechanical in a site's sources, after it has shown what it would mend.
//!
//! A file that is no longer as it was read is left alone, and so is a link. Each file is replaced whole or not at all.

use std::fs;
use std::io::{self, BufRead, IsTerminal, Write};

use super::source_file;
use super::terminal::Terminal;
use crate::diagnostic::{Failure, Text};
use crate::domain::{Profile, Site, SitePath};
use crate::load::{Entry, Folder, Source, decode};
use crate::mend::{self, Mend};
use crate::pipeline::stem_and_side;
use crate::read;
use crate::report::mends;

/// Whether the command goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// The site is as good as it can be made here: its findings are to be said.
    Check,
    /// Nobody could be asked.
    Stop,
}

/// A file with what is to be mended in it.
struct Draft {
    entry: Entry,
    text: String,
    mends: Vec<Mend>,
}

/// Shows what can be mended, asks, and mends it.
///
/// # Errors
/// A file could not be read or replaced. The other files are mended all the same.
pub(super) fn run(source: &Folder, is_agreed: bool, terminal: &Terminal) -> Result<Next, Failure> {
    let drafts = drafts(source)?;
    if drafts.is_empty() {
        terminal.remark(&Text::new("fix-nothing"));
        return Ok(Next::Check);
    }
    let shown = drafts.iter().map(|draft| (draft.entry.path.as_str(), draft.text.as_str(), draft.mends.as_slice()));
    terminal.aside(&mends(shown, &terminal.voice));
    if !is_agreed {
        if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
            terminal.remark(&Text::new("fix-not-asked").with_count("files", drafts.len()));
            return Ok(Next::Stop);
        }
        if !agrees(drafts.len(), terminal)? {
            terminal.remark(&Text::new("new-stopped"));
            return Ok(Next::Check);
        }
    }
    let mut failures: Vec<_> = drafts.iter().filter_map(|draft| draft.write(source).err()).collect();
    terminal.remark(&Text::new("fix-done").with_count("files", drafts.len() - failures.len()));
    let Some(last) = failures.pop() else { return Ok(Next::Check) };
    for failure in &failures {
        terminal.caution(failure);
    }
    Err(last)
}

/// The files in which there is something to mend. Where the site itself cannot be read, nobody knows its languages.
fn drafts(source: &Folder) -> Result<Vec<Draft>, Failure> {
    let listing = source.list()?.value;
    let bytes =
        |path: &str| listing.get(path).filter(|entry| entry.excess().is_none()).map(|entry| source.bytes(entry));
    let text = bytes("site.yaml").transpose()?.and_then(|bytes| decode(&SitePath::new("site.yaml"), bytes).ok());
    let Some(site) = text.and_then(|text| read::site(&text).value) else { return Ok(Vec::new()) };
    let mut drafts = Vec::new();
    for folder in ["content/pages", "content/vacancies", "i18n"] {
        for entry in listing.under(folder).filter(|entry| entry.excess().is_none()) {
            let Some(kind) = Kind::of(entry, &site) else { continue };
            // What is no text in UTF-8 is a finding of the check.
            let Ok(text) = String::from_utf8(source.bytes(entry)?) else { continue };
            let mends = kind.mends(&text);
            if !mends.is_empty() {
                drafts.push(Draft { entry: entry.clone(), text, mends });
            }
        }
    }
    Ok(drafts)
}

/// What a file is.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Edition(Profile),
    Strings,
}

impl Kind {
    fn of(entry: &Entry, site: &Site) -> Option<Self> {
        let path = entry.path.as_str();
        match path.strip_prefix("i18n/") {
            Some(name) => name.ends_with(".ftl").then_some(Self::Strings),
            None => stem_and_side(path, site).map(|(_, side)| Self::Edition(site.typography[side])),
        }
    }

    fn mends(self, text: &str) -> Vec<Mend> {
        match self {
            Self::Edition(profile) => mend::edition(text, profile),
            Self::Strings => mend::strings(text),
        }
    }
}

impl Draft {
    /// Replaces the file, unless somebody else has changed it since.
    fn write(&self, source: &Folder) -> Result<(), Failure> {
        let path = source.path(&self.entry);
        let is_file = fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_file());
        if !is_file || fs::read(&path).ok().as_deref() != Some(self.text.as_bytes()) {
            let text = Text::new("load-changed").with("path", &self.entry.path);
            return Err(Failure::new(text).hint("load-changed-hint"));
        }
        source_file::replace(&path, mend::mended(&self.text, &self.mends).as_bytes())
    }
}

fn agrees(files: usize, terminal: &Terminal) -> Result<bool, Failure> {
    let mut stderr = io::stderr();
    let question = terminal.voice.say(&Text::new("fix-ask").with_count("files", files));
    let mut answer = String::new();
    write!(stderr, "{question} ")
        .and_then(|()| stderr.flush())
        .and_then(|()| io::stdin().lock().read_line(&mut answer))
        .map_err(|error| Failure::new(Text::new("new-no-answer").with("problem", error)))?;
    Ok(["y", "yes", "o", "oui"].contains(&answer.trim().to_lowercase().as_str()))
}
