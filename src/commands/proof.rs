//! `diptych proof REFERENCE`: the proof sheet of a notice, which people take into their meeting.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};

use super::notice::Found;
use super::options::Common;
use super::source_file;
use super::terminal::Terminal;
use super::{Outcome, cli};
use crate::diagnostic::{Failure, Text};
use crate::domain::{Side, SitePath};
use crate::load::Folder;
use crate::pair::Pair;
use crate::parity::{Compared, Parity};
use crate::pipeline::Material;
use crate::proof::{MARK, Sheet};
use crate::report::Voice;
use crate::signature::{Signing, changes, parts};

/// The arguments of the command.
pub(super) fn arguments(command: Command, voice: &Voice) -> Command {
    let to = cli::value(voice, "to", "help-file-name", "help-proof-to").value_parser(value_parser!(PathBuf));
    command.arg(cli::reference(voice)).arg(to)
}

/// Runs the command. The sheet of a notice with errors shows them.
pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<Outcome, Failure> {
    let common = Common::read(matches)?;
    let reference = matches.get_one::<String>("reference").cloned().unwrap_or_default();
    let source = Folder::open(&common.site)?;
    let found = match Found::of(&reference, &source, &common, terminal)? {
        Ok(found) => found,
        Err(outcome) => return Ok(outcome),
    };
    let file = matches.get_one::<PathBuf>("to").cloned();
    let file = file.unwrap_or_else(|| PathBuf::from(format!("{}-proof.html", found.notice.facts.reference)));
    refuse(&file, &common)?;
    source_file::replace(&file, sheet(&found, &common, terminal).as_bytes())?;
    let findings = found.findings.len();
    terminal.say(&Text::new("proof-done").with("path", file.display()).with_count("findings", findings));
    Ok(Outcome::Clean)
}

fn sheet(found: &Found, common: &Common, terminal: &Terminal) -> String {
    let words = &found.material.words;
    let wordings = words.wordings();
    let texts = found.texts.as_ref().map(String::as_str);
    let pair = Pair::Notice(found.notice.clone());
    let signing = found.filed.clone().map_or(Signing::Unsigned, Signing::Signed);
    let compared = Compared { pair: &pair, texts: &texts, signing: &signing };
    let parity = Parity::new(&words.site, words.wordings());
    let sections = compared.sections();
    let comparison = parity.comparison(compared, &sections);
    let parts = parts(&found.notice, &texts);
    let record = found.filed.as_ref().map(|filed| filed.record(&words.site));
    let changes = record.as_ref().map(|record| changes(&record.signature, &parts)).unwrap_or_default();
    let addresses = addresses(&found.material);
    let address = |path: &SitePath| {
        let published = addresses.get(path).cloned();
        let attached = || {
            let owner = &found.notice.facts.reference;
            found.notice.editions.left.attachment_path(path, owner)
        };
        format!("{}{}", words.site.address, published.unwrap_or_else(attached))
    };
    let sheet = Sheet {
        notice: &found.notice,
        comparison: &comparison,
        wordings: &wordings,
        findings: &found.findings,
        record: record.as_ref(),
        parts: &parts,
        changes: &changes,
        address: &address,
        voice: &terminal.voice,
        now: words.site.zone.moment(common.now),
    };
    sheet.html()
}

/// The path at which each edition of the site is published.
fn addresses(material: &Material) -> BTreeMap<&SitePath, String> {
    let site = &material.words.site;
    let mut found = BTreeMap::new();
    for notice in &material.pairs.notices {
        for side in Side::BOTH {
            let edition = &notice.editions[side];
            let path = site.notice_path(side, &notice.facts.reference, &edition.words);
            found.extend(path.map(|path| (&edition.path, path)));
        }
    }
    for page in &material.pairs.pages {
        for side in Side::BOTH {
            let edition = &page.editions[side];
            found.extend(site.page_path(side, &edition.words).map(|path| (&edition.path, path)));
        }
    }
    found
}

/// A sheet is no source and is not published, and it takes the place of nothing but an older sheet.
fn refuse(file: &Path, common: &Common) -> Result<(), Failure> {
    let folder = match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let whole = |path: &Path| path.canonicalize().ok();
    let folder = whole(folder).ok_or_else(|| {
        Failure::new(Text::new("proof-no-folder").with("path", folder.display())).hint("proof-to-hint")
    })?;
    let sources = Folder::sources().map(|name| common.site.join(name));
    let output = common.output.clone();
    let taken = sources.chain([output]).filter_map(|path| whole(&path));
    for taken in taken {
        if folder.starts_with(&taken) {
            let text = Text::new("proof-refused").with("path", file.display()).with("folder", taken.display());
            return Err(Failure::new(text).hint("proof-to-hint"));
        }
    }
    if is_other(file) {
        return Err(Failure::new(Text::new("proof-taken").with("path", file.display())).hint("proof-to-hint"));
    }
    Ok(())
}

/// Whether something is there that is no proof sheet.
fn is_other(file: &Path) -> bool {
    if fs::symlink_metadata(file).is_err() {
        return false;
    }
    let mut opening = vec![0; MARK.len()];
    let read = fs::File::open(file).and_then(|mut file| file.read_exact(&mut opening));
    read.is_err() || opening != MARK.as_bytes()
}
