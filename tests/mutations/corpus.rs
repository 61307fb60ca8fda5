//! From the repository to the pairs in which mistakes are made, and to what the rules say of a pair in memory.

use std::fs;

use diptych::diagnostic::{Diagnostic, Log, Rule};
use diptych::domain::{Bilingual, Side, SitePath};
use diptych::load::Folder;
use diptych::pair::{Found, pair};
use diptych::parity::{Compared, Parity};
use diptych::pipeline::{self, Material};
use diptych::read::{Kind, Reader};
use diptych::signature::Signing;

use crate::text::{self, Line, Text};

/// What a draft writes where it is not finished.
const PLACEHOLDER: &str = "[…]";

/// The sample site, read once.
pub struct Site(Material);

/// The pairs in which mistakes are made.
pub struct Corpus<'a> {
    /// The pairs.
    pub pairs: Vec<Pair>,
    reader: Reader<'a>,
    parity: Parity<'a>,
}

/// Two editions.
pub struct Pair {
    /// Their path without language and ending.
    pub stem: String,
    /// Their texts.
    pub texts: Bilingual<Text>,
    /// A notice or an ordinary page.
    pub kind: Kind,
}

impl Site {
    /// Reads the repository, which is itself a site.
    pub fn read() -> Self {
        let source = Folder::open(env!("CARGO_MANIFEST_DIR").as_ref()).expect("the repository is a site");
        Self(pipeline::read(&source).expect("the disk is there").value.expect("a site"))
    }
}

impl<'a> Corpus<'a> {
    /// All pairs of the sample site, and one that holds what the others have too little of: tables, images, figures of all
    /// kinds, addresses, acronyms. Nothing may be noticed in them before a mistake is made.
    pub fn new(Site(material): &'a Site) -> Self {
        let words = &*material.words;
        let reader = Reader { site: &words.site, names: words.names.clone() };
        let parity = Parity::new(&words.site, words.wordings());
        let notices = material.pairs.notices.iter().map(|notice| (Kind::Notice, &notice.editions.left.path));
        let pages = material.pairs.pages.iter().map(|page| (Kind::Page, &page.editions.left.path));
        let pairs = notices.chain(pages).map(|(kind, path)| {
            let stem = path.as_str().strip_suffix(".en.md").expect("the English edition");
            Pair::read(kind, stem, stem)
        });
        let own = Pair::read(Kind::Notice, "content/vacancies/2027/270815", "tests/mutations/270815");
        let corpus = Self { pairs: pairs.chain([own]).collect(), reader, parity };
        for pair in &corpus.pairs {
            let texts = pair.texts.as_ref().map(|text| text.text.as_str());
            let findings = corpus.findings(pair, &texts);
            assert!(findings.is_empty(), "{} has findings as it is: {findings:#?}", pair.stem);
        }
        corpus
    }

    /// What reading, pairing and comparing a pair with these texts says.
    pub fn findings(&self, pair: &Pair, texts: &Bilingual<&str>) -> Vec<Diagnostic> {
        let mut log = Log::new();
        let editions = texts.as_ref().zip(Bilingual::new(Side::Left, Side::Right));
        let editions =
            editions.map(|(text, side)| log.take(self.reader.edition(&pair.path(side), side, pair.kind, text)));
        let is_whole = editions.iter().all(|(_, edition)| edition.is_whole);
        let editions = editions.map(Some);
        let found = Found { kind: pair.kind, stem: pair.stem.clone(), editions, is_unreadable: false };
        let found = log.take(self::pair(found, self.reader.site, &self.reader.names));
        if let Some(pair) = found.filter(|_| is_whole) {
            log.append(self.parity.pair(Compared { pair: &pair, texts, signing: &Signing::Unsigned }));
        }
        // A signature tells of any change, right or wrong.
        log.retain(|finding| !matches!(finding.rule, Rule::ChangedSinceSignature | Rule::Unsigned));
        log.sorted()
    }
}

impl Pair {
    fn read(kind: Kind, stem: &str, file: &str) -> Self {
        let read = |side| {
            let path = format!("{}/{file}.{}.md", env!("CARGO_MANIFEST_DIR"), code(side));
            Text::new(fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}")))
        };
        let pair = Self { stem: stem.to_owned(), texts: Bilingual::of(read), kind };
        for line in pair.texts.left.lines.iter().filter(|line| line.kind == text::Kind::Section) {
            let lines = pair.texts.as_ref().map(|text| text.section(line.section).count());
            let is_even = lines.left == lines.right || !pair.is_written(line.section);
            assert!(is_even, "{stem}: the lines of section {} do not answer each other", line.section);
        }
        pair
    }

    /// The path of an edition.
    pub fn path(&self, side: Side) -> SitePath {
        SitePath::new(&format!("{}.{}.md", self.stem, code(side)))
    }

    /// Whether a section is finished in both languages: of a draft, others are not compared.
    pub fn is_written(&self, section: usize) -> bool {
        self.texts
            .iter()
            .all(|(_, text)| !text.section(section).any(|line| text.text[line.range.clone()].contains(PLACEHOLDER)))
    }

    /// The line of the other edition that answers a line.
    pub fn twin(&self, side: Side, line: &Line) -> Option<&Line> {
        let twin = &self.texts[side.twin()];
        if line.section > 0 {
            return twin.section(line.section).nth(line.at).filter(|twin| twin.kind == line.kind);
        }
        // The facts of a front matter stand in one edition only; its words have the same order in both.
        let is_front = |other: &&Line| other.kind == text::Kind::Front;
        let at = self.texts[side].section(0).filter(is_front).position(|other| other.at == line.at)?;
        twin.section(0).filter(is_front).nth(at)
    }
}

/// The code of a language of the sample site.
pub const fn code(side: Side) -> &'static str {
    match side {
        Side::Left => "en",
        Side::Right => "fr",
    }
}
