//! From a source to everything that its files say: the first stages, up to pairs.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use rayon::prelude::*;

use super::internal_error;
use super::memo::{Made, Memo, Stem, Trio};
use crate::check::Sentences;
use crate::diagnostic::{Diagnosed, Diagnostic, Failure, Log, Rule, Text};
use crate::domain::{Bilingual, Digest, Edition, Place, Side, Site, SitePath};
use crate::load::{Entry, Listing, Source, decode};
use crate::locale::Formatter;
use crate::pair::{Found, Pair, Pairs, pair};
use crate::parity::{Compared, Parity};
use crate::picture::Faces;
use crate::read::{self, Kind, Manifest, Reader, SectionNames};
use crate::render::{Assets, Strings, Templates, Theme, unknown_outputs};
use crate::signature::{Filed, Signing};
use crate::strings::{Bundle, Layer, compare, own};
use crate::wording::Wording;

/// Everything that a site's files say.
pub struct Material {
    /// The files.
    pub listing: Listing,
    /// The site and its words.
    pub words: Arc<Words>,
    /// The theme, unless its templates cannot be used.
    pub theme: Option<Arc<Theme>>,
    /// The notices and ordinary pages.
    pub pairs: Pairs,
}

impl Material {
    /// The text of an edition, which must still be the one that was checked.
    ///
    /// # Errors
    /// It could not be read again, or has changed.
    pub fn text(&self, edition: &Edition, source: &dyn Source) -> Result<String, Failure> {
        let changed = || Failure::new(Text::new("load-changed").with("path", &edition.path)).hint("load-changed-hint");
        let entry = self.listing.get(edition.path.as_str()).ok_or_else(changed)?;
        let text = decode(&edition.path, source.bytes(entry)?).map_err(|_| changed())?;
        if Digest::of(text.as_bytes()) == edition.digest { Ok(text) } else { Err(changed()) }
    }
}

/// A site with the words of both its languages.
pub struct Words {
    /// The site.
    pub site: Site,
    /// The strings of each language.
    pub bundles: Bilingual<Arc<Bundle>>,
    /// The dates and numbers of each language.
    pub formatters: Bilingual<Arc<Formatter>>,
    /// The headings of the sections in each language.
    pub names: Bilingual<SectionNames>,
    /// Whether some strings could not be read, which was noticed.
    have_gaps: bool,
}

/// What seems wrong where a string is missing that could not be read.
const SHADOWS: [Rule; 9] = [
    Rule::MissingString,
    Rule::UnknownMessage,
    Rule::MissingLabel,
    Rule::MessageError,
    Rule::UnknownSection,
    Rule::MissingSection,
    Rule::SectionMismatch,
    Rule::WordsWithoutPlace,
    Rule::DuplicateSection,
];

impl Words {
    /// Holds back the findings that may only be the shadow of strings that could not be read. All others are said.
    pub(super) fn hold_back(&self, log: &mut Log) {
        if self.have_gaps {
            log.retain(|finding| !SHADOWS.contains(&finding.rule));
        }
    }

    /// The words of each language.
    #[must_use]
    pub fn wordings(&self) -> Bilingual<Wording<'_>> {
        Bilingual::of(|side| Wording {
            site: &self.site,
            side,
            bundle: &self.bundles[side],
            formatter: &self.formatters[side],
        })
    }
}

/// Reads a site, up to its pairs and their sentences. Nothing comes back where `site.yaml` could not be used. Where the
/// theme or a file of strings could not be, everything else is read, and what may only seem to be wrong for want of
/// their words is held back.
///
/// # Errors
/// The disk failed.
pub(super) fn read(source: &dyn Source, memo: &mut Memo) -> Result<Diagnosed<Option<Material>>, Failure> {
    let mut log = Log::new();
    let listing = log.take(source.list()?);
    let files = Files { source, listing: &listing };
    let Some(words) = files.remembered_words(memo, &mut log)? else { return Ok(Diagnosed::new(None, log)) };
    let theme = files.remembered_theme(&words, memo, &mut log)?;
    let pairs = files.pairs(&words, memo, &mut log)?;
    words.hold_back(&mut log);
    Ok(Diagnosed::new(Some(Material { listing, words, theme, pairs }), log))
}

/// The words of a site alone, whatever is wrong with its notices or with some of the strings. Nothing comes back where
/// `site.yaml` could not be used.
pub(super) fn words(source: &dyn Source) -> Result<Option<Words>, Failure> {
    let listing = source.list()?.value;
    Files { source, listing: &listing }.site_and_words(&mut Log::new())
}

/// The files of a site while it is read.
struct Files<'a> {
    source: &'a dyn Source,
    listing: &'a Listing,
}

impl Files<'_> {
    /// The text of a file; nothing where it is missing, too large or no text, which is noticed.
    fn text(&self, path: &str, log: &mut Log) -> Result<Option<String>, Failure> {
        match self.listing.get(path) {
            Some(entry) => text_of(self.source, entry, log),
            None => Ok(None),
        }
    }

    /// The texts of all files in a folder that end in one of these.
    fn texts(&self, folder: &str, endings: &[&str], log: &mut Log) -> Result<Vec<(SitePath, String)>, Failure> {
        let mut texts = Vec::new();
        for entry in self
            .listing
            .under(folder)
            .filter(|entry| endings.iter().any(|ending| entry.path.as_str().ends_with(ending)))
        {
            if let Some(text) = text_of(self.source, entry, log)? {
                texts.push((entry.path.clone(), text));
            }
        }
        Ok(texts)
    }

    /// The site and its strings, unless the files that they come from are the ones that the memo knows.
    fn remembered_words(&self, memo: &mut Memo, log: &mut Log) -> Result<Option<Arc<Words>>, Failure> {
        // Of the themes, their strings, and which there are.
        let of_theme = |path: &str| path.starts_with("themes/") && (path.ends_with(".ftl") || path.ends_with(".yaml"));
        let is_origin = |path: &str| path == "site.yaml" || path.starts_with("i18n/") || of_theme(path);
        let origin: Vec<_> = self.listing.iter().filter(|entry| is_origin(entry.path.as_str())).collect();
        memo.words(&origin, log, |log| self.site_and_words(log))
    }

    fn site_and_words(&self, log: &mut Log) -> Result<Option<Words>, Failure> {
        let Some(text) = self.text("site.yaml", log)? else { return Ok(None) };
        let Some(site) = log.take(read::site(&text)) else { return Ok(None) };
        let theme_is_there = self.listing.get(&format!("themes/{}/theme.yaml", site.theme.value)).is_some();
        if !theme_is_there {
            log.push(self.unknown_theme(&site));
        }
        let words = self.words(site, log)?;
        Ok(words.map(|words| Words { have_gaps: words.have_gaps || !theme_is_there, ..words }))
    }

    /// The strings of diptych itself, over them the theme's and, over these, the site's.
    fn words(&self, site: Site, log: &mut Log) -> Result<Option<Words>, Failure> {
        let own = site.languages.as_ref().map(|language| own(&language.code));
        let mut sources = Vec::new();
        let theme = format!("themes/{}/i18n", site.theme.value);
        for folder in [theme.as_str(), "i18n"] {
            let layers = Bilingual::new(
                self.layer(folder, &site.languages.left.code, log)?,
                self.layer(folder, &site.languages.right.code, log)?,
            );
            log.append(compare(&layers, &own, &site.languages));
            sources.push(layers);
        }
        let have_gaps = sources.iter().any(|layers| layers.iter().any(|(_, layer)| layer.has_gaps));
        let formatters = site.languages.as_ref().map(|language| Formatter::new(&language.locale).map(Arc::new).ok());
        // The locales were checked when the site was read.
        let Some(formatters) = formatters.both() else { return Ok(None) };
        let bundles = Bilingual::of(|side: Side| {
            let layers: Vec<&Layer> = [&own].into_iter().chain(&sources).map(|layers| &layers[side]).collect();
            Arc::new(Bundle::new(&site.languages[side].locale, &formatters[side], &layers))
        });
        let names = Bilingual::of(|side| SectionNames::new(&site, &bundles[side]));
        Ok(Some(Words { site, bundles, formatters, names, have_gaps }))
    }

    /// The strings of one language in a folder: `LANGUAGE.ftl`, and all files in `LANGUAGE/`.
    fn layer(&self, folder: &str, code: &str, log: &mut Log) -> Result<Layer, Failure> {
        let (inside, single) = (format!("{folder}/{code}"), format!("{folder}/{code}.ftl"));
        let files = self.listing.under(&inside).filter(|entry| entry.path.as_str().ends_with(".ftl")).count();
        let mut texts = self.texts(&inside, &[".ftl"], log)?;
        let mut has_gaps = files > texts.len();
        match self.text(&single, log)? {
            Some(text) => texts.push((SitePath::new(&single), text)),
            None => has_gaps |= self.listing.get(&single).is_some(),
        }
        let mut layer = log.take(Layer::read(texts.iter().map(|(path, text)| (path, text.as_str()))));
        layer.has_gaps |= has_gaps;
        Ok(layer)
    }

    /// The theme, unless the files that it comes from are the ones that the memo knows.
    fn remembered_theme(&self, words: &Words, memo: &mut Memo, log: &mut Log) -> Result<Option<Arc<Theme>>, Failure> {
        let folders = ["themes", "templates", "assets", "fonts"];
        let origin: Vec<_> = folders.iter().flat_map(|folder| self.listing.under(folder)).collect();
        memo.theme(&origin, log, |log| self.theme(words, log))
    }

    fn theme(&self, words: &Words, log: &mut Log) -> Result<Option<Theme>, Failure> {
        let theme = &words.site.theme;
        let folder = format!("themes/{}", theme.value);
        let file = SitePath::new(&format!("{folder}/theme.yaml"));
        let Some(manifest) = self.text(file.as_str(), log)? else { return Ok(None) };
        let manifest: Manifest = log.take(read::manifest(&file, &manifest));
        let options = log.take(manifest.values(&words.site, &self.asset_names(&folder)));
        let mut files = self.texts(&format!("{folder}/templates"), &[".html", ".xml", ".svg"], log)?;
        files.extend(self.texts("templates", &[".html", ".xml", ".svg"], log)?);
        let templates = Templates::new(&theme.value, files);
        let address = (words.site.origin(), words.site.base_path());
        let files = self.files([&format!("{folder}/assets"), "assets"], log)?;
        let (assets, findings) = Assets::new(&theme.value, address, &options, files);
        log.append(findings);
        let mut faces = Faces::default();
        if words.site.has_cards() {
            let mut files = self.files([&format!("{folder}/fonts"), "fonts"], log)?;
            files.retain(|(path, _)| [".ttf", ".otf"].iter().any(|ending| path.as_str().ends_with(ending)));
            let (found, findings) = Faces::read(files);
            log.append(findings);
            faces = found;
        }
        log.append(unknown_outputs(&words.site, &templates));
        let strings = Strings { languages: words.site.languages.clone(), bundles: words.bundles.clone() };
        let (theme, findings) = Theme::new(&templates, (assets, faces), options, &strings);
        log.append(findings);
        Ok(theme)
    }

    fn unknown_theme(&self, site: &Site) -> Diagnostic {
        let known: Vec<_> = self
            .listing
            .under("themes")
            .filter_map(|entry| entry.path.as_str().strip_prefix("themes/")?.strip_suffix("/theme.yaml"))
            .collect();
        let place = Place::new(SitePath::new("site.yaml"), site.theme.span);
        let hint = (!known.is_empty()).then(|| Text::new("known-values").with("values", known.join(", ")));
        Diagnostic::new(Rule::UnknownTheme, place, Text::new("unknown-theme").with("theme", &site.theme.value))
            .maybe_hint(hint)
    }

    /// The names by which the theme's assets and the site's own are asked for.
    fn asset_names(&self, theme: &str) -> BTreeSet<&str> {
        let folders = [format!("{theme}/assets"), "assets".to_owned()];
        let mut names = BTreeSet::new();
        for folder in &folders {
            let entries = self.listing.iter().map(|entry| entry.path.as_str());
            names.extend(entries.filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/')));
        }
        names
    }

    /// The bytes of all files in some folders.
    fn files(&self, folders: [&str; 2], log: &mut Log) -> Result<Vec<(SitePath, Vec<u8>)>, Failure> {
        let mut files = Vec::new();
        for entry in folders.iter().flat_map(|folder| self.listing.under(folder)) {
            match entry.excess() {
                Some(finding) => log.push(finding),
                None => files.push((entry.path.clone(), self.source.bytes(entry)?)),
            }
        }
        Ok(files)
    }

    /// Reads and pairs all editions, on all cores: what a pair makes depends on its own two files and on the words of the
    /// site alone.
    fn pairs(&self, words: &Words, memo: &mut Memo, log: &mut Log) -> Result<Pairs, Failure> {
        let reader = Reader { site: &words.site, names: words.names.clone() };
        let checks = Checks {
            sentences: Sentences::new(&words.site, words.wordings()),
            parity: Parity::new(&words.site, words.wordings()),
        };
        let mut by_stem: BTreeMap<Stem, Trio<&Entry>> = BTreeMap::new();
        for (kind, folder) in [(Kind::Notice, "content/vacancies"), (Kind::Page, "content/pages")] {
            for entry in self.listing.under(folder).filter(|entry| entry.path.as_str().ends_with(".md")) {
                match stem_and_side(entry.path.as_str(), &words.site) {
                    Some((stem, side)) => {
                        by_stem.entry((kind, stem.to_owned())).or_default().editions[side] = Some(entry);
                    }
                    None => log.push(unknown_language(entry, &words.site)),
                }
            }
        }
        self.records(&mut by_stem, log);
        let by_stem: Vec<_> = by_stem.into_iter().collect();
        let known = &*memo;
        let made = |(stem, files): &(Stem, Trio<&Entry>)| match known.pair(stem, files) {
            Some(made) => Ok(made),
            None => self.pair(stem, files, &reader, &checks).map(Arc::new),
        };
        let made = by_stem.par_iter().map(made).collect::<Result<Vec<_>, Failure>>()?;
        for made in &made {
            log.append(made.log.clone());
        }
        let pairs = made.iter().filter_map(|made| made.pair.clone()).collect();
        memo.keep_pairs(by_stem.into_iter().zip(made));
        Ok(pairs)
    }

    /// Puts the record of each signature beside its editions.
    fn records<'e>(&'e self, by_stem: &mut BTreeMap<Stem, Trio<&'e Entry>>, log: &mut Log) {
        for entry in self.listing.under("content/vacancies") {
            let Some(stem) = entry.path.signed_stem() else { continue };
            match by_stem.get_mut(&(Kind::Notice, stem.to_owned())) {
                Some(files) => files.record = Some(entry),
                None => log.push(lone_record(entry)),
            }
        }
    }

    fn pair(
        &self,
        (kind, stem): &Stem,
        files: &Trio<&Entry>,
        reader: &Reader<'_>,
        checks: &Checks<'_>,
    ) -> Result<Made, Failure> {
        let mut log = Log::new();
        let mut editions = Bilingual::default();
        let mut texts = Bilingual::default();
        let mut is_unreadable = false;
        for (side, entry) in files.editions.iter() {
            let Some(entry) = entry else { continue };
            let text = text_of(self.source, entry, &mut log)?;
            let read = |text: &String| {
                catch_unwind(AssertUnwindSafe(|| reader.edition(&entry.path, side, *kind, text)))
                    .map_err(|_| log.push(internal_error(Place::top(entry.path.clone()))))
                    .ok()
            };
            let read = text.as_ref().and_then(read);
            texts[side] = text;
            is_unreadable |= read.is_none();
            editions[side] = read.map(|read| log.take(read));
        }
        let is_whole = editions.iter().all(|(_, read)| read.as_ref().is_some_and(|read| read.is_whole));
        let found = Found { kind: *kind, stem: stem.clone(), editions, is_unreadable };
        let pair = log.take(pair(found, reader.site, &reader.names));
        if let Some(pair) = &pair {
            log.append(checks.sentences.pair(pair));
            // Texts that could not be read to their ends are not compared.
            let texts = texts.as_ref().map(Option::as_deref).both().filter(|_| is_whole);
            if let Some(texts) = &texts {
                let signing = &self.signing(files.record, reader.site, &mut log)?;
                log.append(checks.compare(Compared { pair, texts, signing }));
            }
        }
        Ok(Made { pair, log })
    }

    /// What is known of a signature. The signs in a record were looked at where its editions were.
    fn signing(&self, record: Option<&Entry>, site: &Site, log: &mut Log) -> Result<Signing, Failure> {
        let Some(entry) = record else { return Ok(Signing::Unsigned) };
        let read = match entry.excess() {
            Some(finding) => Err(Box::new(finding)),
            None => {
                decode(&entry.path, self.source.bytes(entry)?).and_then(|file| Filed::read(&entry.path, file, site))
            }
        };
        Ok(match read {
            Ok(filed) => Signing::Signed(filed),
            Err(finding) => {
                log.push(*finding);
                Signing::Unreadable
            }
        })
    }
}

/// The rules that need to know of one pair only.
struct Checks<'a> {
    sentences: Sentences<'a>,
    parity: Parity<'a>,
}

impl Checks<'_> {
    fn compare(&self, compared: Compared<'_>) -> Log {
        let log = catch_unwind(AssertUnwindSafe(|| self.parity.pair(compared)));
        log.unwrap_or_else(|_| Log::from(internal_error(Place::top(first(compared.pair).clone()))))
    }
}

fn first(pair: &Pair) -> &SitePath {
    match pair {
        Pair::Notice(notice) => &notice.editions.left.path,
        Pair::Page(page) => &page.editions.left.path,
    }
}

fn text_of(source: &dyn Source, entry: &Entry, log: &mut Log) -> Result<Option<String>, Failure> {
    if let Some(finding) = entry.excess() {
        log.push(finding);
        return Ok(None);
    }
    match decode(&entry.path, source.bytes(entry)?) {
        Ok(text) => {
            log.append(read::signs(&entry.path, &text));
            Ok(Some(text))
        }
        Err(finding) => {
            log.push(*finding);
            Ok(None)
        }
    }
}

/// `content/vacancies/2025/250655.en.md` is the stem `content/vacancies/2025/250655` in the language `en`.
#[must_use]
pub fn stem_and_side<'a>(path: &'a str, site: &Site) -> Option<(&'a str, Side)> {
    let (stem, code) = path.strip_suffix(".md")?.rsplit_once('.')?;
    Some((stem, site.languages.side(code)?)).filter(|(stem, _)| !stem.ends_with('/'))
}

fn lone_record(entry: &Entry) -> Diagnostic {
    let message = Text::new("lone-signature").with("path", &entry.path);
    Diagnostic::new(Rule::InvalidSignature, Place::top(entry.path.clone()), message)
        .hint("lone-signature-hint")
        .as_warning()
}

fn unknown_language(entry: &Entry, site: &Site) -> Diagnostic {
    let codes = format!("{}, {}", site.languages.left.code, site.languages.right.code);
    let message = Text::new("unknown-language").with("file", entry.path.name()).with("codes", codes);
    Diagnostic::new(Rule::UnknownLanguage, Place::top(entry.path.clone()), message).hint("unknown-language-hint")
}
