//! From a reference to the notice as the site has it now: its texts, its signature, and what is wrong with it.

use std::path::PathBuf;
use std::sync::Arc;

use super::options::Common;
use super::terminal::Terminal;
use super::{Outcome, check};
use crate::diagnostic::{Diagnostic, Failure, Rule, Severity, Text, nearest};
use crate::domain::{Bilingual, Digest, Edition, Notice, Side, SitePath};
use crate::load::{Folder, Source, decode};
use crate::pipeline::{self, Material};
use crate::signature::Filed;

/// A notice with everything that belongs to it.
pub(super) struct Found {
    /// The site.
    pub material: Material,
    /// The notice.
    pub notice: Arc<Notice>,
    /// The texts of its editions.
    pub texts: Bilingual<String>,
    /// Its signature, if there is one that can be read.
    pub filed: Option<Filed>,
    /// What is found in its files, but for its signature.
    pub findings: Vec<Diagnostic>,
    /// Where its signature lies on the disk, or would lie.
    pub record: PathBuf,
}

impl Found {
    /// Looks for a notice. Where the site or the notice cannot be read, that is said, and there is only an outcome.
    pub fn of(
        reference: &str,
        source: &Folder,
        common: &Common,
        terminal: &Terminal,
    ) -> Result<Result<Self, Outcome>, Failure> {
        let examined = pipeline::examine(source, common.now)?;
        let findings = examined.log.sorted();
        let Some(material) = examined.value else {
            check::say(&findings, source, common, terminal);
            return Ok(Err(Outcome::Faulty));
        };
        let is_it = |notice: &&Arc<Notice>| notice.facts.reference.eq_ignore_ascii_case(reference);
        let Some(notice) = material.pairs.notices.iter().find(is_it).cloned() else {
            let is_of_it = |path: &SitePath| path.name().split('.').next() == Some(reference);
            let own: Vec<_> = findings.into_iter().filter(|finding| is_of_it(&finding.place.file)).collect();
            if own.is_empty() {
                return Err(unknown(reference, &material));
            }
            check::say(&own, source, common, terminal);
            return Ok(Err(Outcome::Faulty));
        };
        let texts = Bilingual::of(|side| text(&notice.editions[side], source, &material));
        let texts = Bilingual::new(texts.left?, texts.right?);
        let (filed, record) = signature(&notice, source, &material)?;
        let is_own =
            |finding: &Diagnostic| Side::BOTH.iter().any(|side| finding.place.file == notice.editions[*side].path);
        let of_signature = [Rule::Unsigned, Rule::ChangedSinceSignature];
        let is_kept = |finding: &Diagnostic| is_own(finding) && !of_signature.contains(&finding.rule);
        let findings = findings.into_iter().filter(is_kept).collect();
        Ok(Ok(Self { material, notice, texts, filed, findings, record }))
    }

    /// Whether its editions have errors.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

fn unknown(reference: &str, material: &Material) -> Failure {
    let known = material.pairs.notices.iter().map(|notice| notice.facts.reference.as_str());
    let failure = Failure::new(Text::new("unknown-notice").with("reference", reference));
    match nearest(reference, known) {
        Some(name) => failure.hint(Text::new("did-you-mean").with("name", name)),
        None => failure.hint("unknown-notice-hint"),
    }
}

/// The text of an edition, which must still be the one that was checked.
fn text(edition: &Edition, source: &Folder, material: &Material) -> Result<String, Failure> {
    let changed = || Failure::new(Text::new("load-changed").with("path", &edition.path)).hint("load-changed-hint");
    let entry = material.listing.get(edition.path.as_str()).ok_or_else(changed)?;
    let text = decode(&edition.path, source.bytes(entry)?).map_err(|_| changed())?;
    if Digest::of(text.as_bytes()) == edition.digest { Ok(text) } else { Err(changed()) }
}

/// The signature, and where it lies: beside the edition of the language that the site names first.
fn signature(notice: &Notice, source: &Folder, material: &Material) -> Result<(Option<Filed>, PathBuf), Failure> {
    let edition = &notice.editions.left.path;
    let path = edition.signature();
    if let Some(entry) = material.listing.get(path.as_str()) {
        let file = decode(&path, source.bytes(entry)?).ok();
        let filed = file.and_then(|file| Filed::read(&path, file, &material.words.site).ok());
        return Ok((filed, source.path(entry)));
    }
    let beside = material.listing.get(edition.as_str()).map(|entry| source.path(entry));
    Ok((None, beside.unwrap_or_else(|| source.root().join(edition.as_str())).with_file_name(path.name())))
}
