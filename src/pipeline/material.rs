//! From a source to everything that its files say: the first stages, up to pairs.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnosed, Diagnostic, Failure, Log, Rule, Text};
use crate::domain::{Bilingual, Digest, Place, Side, Site, SitePath};
use crate::load::{Entry, Listing, Source, decode};
use crate::locale::Formatter;
use crate::pair::{Found, Pairs, pair};
use crate::read::{self, Kind, Manifest, Reader, SectionNames};
use crate::render::{Assets, Strings, Templates, Theme, unknown_outputs};
use crate::strings::{Bundle, Layer, compare};
use crate::wording::Wording;

/// Everything that a site's files say.
pub struct Material {
    /// The files.
    pub listing: Listing,
    /// The site and its words.
    pub words: Words,
    /// The theme, unless its templates cannot be used.
    pub theme: Option<Theme>,
    /// The notices and ordinary pages.
    pub pairs: Pairs,
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

/// Reads a site. Nothing comes back where `site.yaml` could not be used. Where the theme or a file of strings could not
/// be, everything else is read, and what may only seem to be wrong for want of their words is held back.
///
/// # Errors
/// The disk failed.
pub fn read(source: &dyn Source) -> Result<Diagnosed<Option<Material>>, Failure> {
    let mut log = Log::new();
    let listing = log.take(source.list()?);
    let files = Files { source, listing: &listing };
    let Some(text) = files.text("site.yaml", &mut log)? else { return Ok(Diagnosed::new(None, log)) };
    let Some(site) = log.take(read::site(&text)) else { return Ok(Diagnosed::new(None, log)) };
    let theme_is_there = listing.get(&format!("themes/{}/theme.yaml", site.theme.value)).is_some();
    if !theme_is_there {
        log.push(files.unknown_theme(&site));
    }
    let Some(mut words) = files.words(site, &mut log)? else { return Ok(Diagnosed::new(None, log)) };
    words.have_gaps |= !theme_is_there;
    let theme = files.theme(&words, &mut log)?;
    let editions = files.editions(&words, &mut log)?;
    let pairs = log.take(pair(editions, &words.site, &words.names));
    words.hold_back(&mut log);
    Ok(Diagnosed::new(Some(Material { listing, words, theme, pairs }), log))
}

/// The fingerprint of a site's files, and the list of the files as it was then.
pub struct Fingerprint {
    /// The fingerprint.
    pub digest: Digest,
    listing: Listing,
}

/// A fingerprint of everything that the output depends on but the clock: the program and its settings, which the caller
/// names, and every file.
///
/// # Errors
/// The disk failed.
pub fn fingerprint(source: &dyn Source, settings: &str) -> Result<Fingerprint, Failure> {
    let listing = source.list()?.value;
    let entries: Vec<&Entry> = listing.iter().collect();
    let digests = entries.par_iter().map(|entry| digest(source, entry)).collect::<Result<Vec<_>, _>>()?;
    let files =
        entries.iter().zip(&digests).flat_map(|(entry, digest)| [entry.path.as_str().as_bytes(), digest.bytes()]);
    let digest = Digest::of_parts([settings.as_bytes()].into_iter().chain(files));
    Ok(Fingerprint { digest, listing })
}

/// Attachments may be larger than the memory that a build should take.
fn digest(source: &dyn Source, entry: &Entry) -> Result<Digest, Failure> {
    if entry.is_text() {
        return source.bytes(entry).map(|bytes| Digest::of(&bytes));
    }
    let unreadable =
        |error| Failure::new(Text::new("load-unreadable").with("path", &entry.path).with("problem", error));
    Digest::of_reader(&mut *source.open(entry)?).map_err(unreadable)
}

impl Fingerprint {
    /// Whether the files are still the ones of the fingerprint, by their sizes and times of change. A file that was saved
    /// while the site was built makes the fingerprint another site's.
    ///
    /// # Errors
    /// The disk failed.
    pub fn still_holds(&self, source: &dyn Source, read: &Listing) -> Result<bool, Failure> {
        Ok(self.listing == *read && self.listing == source.list()?.value)
    }
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

    /// The strings of the theme and, over them, the site's.
    fn words(&self, site: Site, log: &mut Log) -> Result<Option<Words>, Failure> {
        let mut sources = Vec::new();
        let theme = format!("themes/{}/i18n", site.theme.value);
        for folder in [theme.as_str(), "i18n"] {
            let layers = Bilingual::new(
                self.layer(folder, &site.languages.left.code, log)?,
                self.layer(folder, &site.languages.right.code, log)?,
            );
            log.append(compare(&layers, &site.languages));
            sources.push(layers);
        }
        let have_gaps = sources.iter().any(|layers| layers.iter().any(|(_, layer)| layer.has_gaps));
        let formatters = site.languages.as_ref().map(|language| Formatter::new(&language.locale).map(Arc::new).ok());
        // The locales were checked when the site was read.
        let Some(formatters) = formatters.both() else { return Ok(None) };
        let bundles = Bilingual::of(|side: Side| {
            let layers: Vec<&Layer> = sources.iter().map(|layers| &layers[side]).collect();
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

    fn theme(&self, words: &Words, log: &mut Log) -> Result<Option<Theme>, Failure> {
        let theme = &words.site.theme;
        let folder = format!("themes/{}", theme.value);
        let file = SitePath::new(&format!("{folder}/theme.yaml"));
        let Some(manifest) = self.text(file.as_str(), log)? else { return Ok(None) };
        let manifest: Manifest = log.take(read::manifest(&file, &manifest));
        let options = log.take(manifest.values(&words.site));
        let mut files = self.texts(&format!("{folder}/templates"), &[".html", ".xml"], log)?;
        files.extend(self.texts("templates", &[".html", ".xml"], log)?);
        let templates = Templates::new(&theme.value, files);
        let (assets, findings) = Assets::new(&theme.value, words.site.base_path(), self.assets(&folder, log)?);
        log.append(findings);
        log.append(unknown_outputs(&words.site, &templates));
        let strings = Strings { languages: words.site.languages.clone(), bundles: words.bundles.clone() };
        let (theme, findings) = Theme::new(&templates, assets, options, &strings);
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

    fn assets(&self, theme: &str, log: &mut Log) -> Result<Vec<(SitePath, Vec<u8>)>, Failure> {
        let mut assets = Vec::new();
        let folders = [format!("{theme}/assets"), "assets".to_owned()];
        for entry in folders.iter().flat_map(|folder| self.listing.under(folder)) {
            match entry.excess() {
                Some(finding) => log.push(finding),
                None => assets.push((entry.path.clone(), self.source.bytes(entry)?)),
            }
        }
        Ok(assets)
    }

    /// Reads all editions, on all cores.
    fn editions(&self, words: &Words, log: &mut Log) -> Result<Vec<Found>, Failure> {
        let reader = Reader { site: &words.site, names: words.names.clone() };
        let files = [(Kind::Notice, "content/vacancies"), (Kind::Page, "content/pages")];
        let mut named = Vec::new();
        for (kind, folder) in files {
            for entry in self.listing.under(folder).filter(|entry| entry.path.as_str().ends_with(".md")) {
                match split(entry.path.as_str(), &words.site) {
                    Some((stem, side)) => named.push((kind, stem.to_owned(), side, entry)),
                    None => log.push(unknown_language(entry, &words.site)),
                }
            }
        }
        let read = |(kind, stem, side, entry): (Kind, String, Side, &Entry)| -> Result<(Found, Log), Failure> {
            let mut log = Log::new();
            let found = |edition| Found { kind, stem, side, edition };
            let Some(text) = text_of(self.source, entry, &mut log)? else { return Ok((found(None), log)) };
            let read = catch_unwind(AssertUnwindSafe(|| reader.edition(&entry.path, side, kind, &text)));
            let Ok(read) = read else {
                log.push(
                    Diagnostic::new(Rule::InternalError, Place::top(entry.path.clone()), "internal-error")
                        .hint("internal-error-hint"),
                );
                return Ok((found(None), log));
            };
            let edition = log.take(read);
            Ok((found(Some(edition)), log))
        };
        let found = named.into_par_iter().map(read).collect::<Result<Vec<_>, _>>()?;
        let mut editions = Vec::with_capacity(found.len());
        for (edition, findings) in found {
            log.append(findings);
            editions.push(edition);
        }
        Ok(editions)
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
fn split<'a>(path: &'a str, site: &Site) -> Option<(&'a str, Side)> {
    let (stem, code) = path.strip_suffix(".md")?.rsplit_once('.')?;
    Some((stem, site.languages.side(code)?)).filter(|(stem, _)| !stem.ends_with('/'))
}

fn unknown_language(entry: &Entry, site: &Site) -> Diagnostic {
    let codes = format!("{}, {}", site.languages.left.code, site.languages.right.code);
    let message = Text::new("unknown-language").with("file", entry.path.name()).with("codes", codes);
    Diagnostic::new(Rule::UnknownLanguage, Place::top(entry.path.clone()), message).hint("unknown-language-hint")
}
