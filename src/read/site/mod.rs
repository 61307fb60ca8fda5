//! From `site.yaml` to the site that it describes.

mod offers;
mod parity;
mod targets;
mod vocabulary;

pub(super) use parity::unknown_rule;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnosed, Diagnostic, Log, Rule, Text};
use crate::domain::{
    Apply, Bilingual, Language, Languages, Marks, OptionValue, Paths, Piece, Profile, Section, Side, Site, SitePath,
    Span, Spanned, TimeOfDay, Zone, check_name, slug,
};
use crate::locale::Formatter;
use crate::read::fields::Fields;
use crate::read::stated::KEYS;
use crate::read::yaml::{self, Kind, Node};

/// Reads `site.yaml`. Without languages, an address or a time zone there is no site.
#[must_use]
pub fn site(text: &str) -> Diagnosed<Option<Site>> {
    let file = SitePath::new("site.yaml");
    let mut log = Log::new();
    let node = match yaml::parse(text, &file, 0) {
        Ok(node) => node,
        Err(finding) => {
            log.push(*finding);
            return Diagnosed::new(None, log);
        }
    };
    let fields = Fields::open(node, &file, &mut log);
    let site = SiteFields { fields, log: &mut log }.read();
    Diagnosed::new(site, log)
}

struct SiteFields<'a, 'l> {
    fields: Fields<'a>,
    log: &'l mut Log,
}

impl SiteFields<'_, '_> {
    fn read(mut self) -> Option<Site> {
        let languages = self.languages();
        let address = self.address();
        let zone = self.zone();
        let closing = self.closing();
        let mut days = |key| self.fields.count(key, self.log).map_or(7, |days| days.value);
        let marks = Marks { closing_soon: days("closing-soon"), new: days("new") };
        let theme = self.fields.text("theme", self.log);
        let theme = theme.unwrap_or_else(|| Spanned::new("secretariat".to_owned(), self.fields.span));
        if check_name(&theme.value).is_err() {
            self.invalid("theme", theme.span, "theme-hint");
        }
        let options = self.options();
        let required = self.required();
        let sections = self.sections();
        let name = self.bilingual("name", languages.as_ref());
        let paths = self.paths(languages.as_ref());
        let typography = self.typography(languages.as_ref());
        let apply = self.apply();
        let vocabulary = self.vocabulary(languages.as_ref());
        let outputs = self.outputs();
        let tag = self.tag(address.as_deref());
        let publisher = self.publisher(&vocabulary);
        let alarms = self.alarms();
        let feeds = self.feeds(&vocabulary, languages.as_ref());
        let parity = self.parity(languages.as_ref());
        let compress = self.fields.flag("compress", self.log).is_some_and(|flag| flag.value);
        let targets = self.targets();
        self.fields.finish(self.log);
        Some(Site {
            name: name?,
            address: address?,
            languages: languages?,
            zone: zone?,
            closing,
            marks,
            theme,
            options,
            paths: paths?,
            required,
            apply,
            sections,
            vocabulary,
            typography: typography?,
            outputs,
            tag: tag?,
            publisher,
            alarms,
            feeds,
            parity,
            compress,
            targets,
        })
    }

    fn invalid(&mut self, key: &str, span: Span, hint: &'static str) {
        let message = Text::new("invalid-value").with("key", key);
        self.log.push(Diagnostic::new(Rule::InvalidValue, self.fields.place(span), message).hint(hint));
    }

    fn missing<T>(&mut self, key: &str, hint: &'static str) -> Option<T> {
        let place = self.fields.place(Span::new(0, 0));
        self.log.push(Diagnostic::new(Rule::MissingFact, place, Text::new("missing-key").with("key", key)).hint(hint));
        None
    }

    /// Exactly two, each with a locale whose conventions are known.
    fn languages(&mut self) -> Option<Languages> {
        let Some(mut fields) = self.fields.map("languages", self.log) else {
            return self.missing("languages", "languages-hint");
        };
        let span = fields.span;
        let mut found = Vec::new();
        for (code, locale) in fields.rest() {
            let locale_span = locale.span;
            let locale = fields.as_text(&code.value, locale, self.log)?;
            let is_code =
                (2..=3).contains(&code.value.len()) && code.value.bytes().all(|byte| byte.is_ascii_lowercase());
            if !is_code || Formatter::new(&locale.value).is_err() || !locale.value.starts_with(&code.value) {
                self.invalid("languages", locale_span, "languages-hint");
                return None;
            }
            found.push(Language { code: code.value, locale: locale.value });
        }
        if let Ok([left, right]) = <[Language; 2]>::try_from(found) {
            Some(Bilingual::new(left, right))
        } else {
            self.invalid("languages", span, "languages-hint");
            None
        }
    }

    fn address(&mut self) -> Option<String> {
        let Some(address) = self.fields.text("address", self.log) else {
            return self.missing("address", "address-hint");
        };
        let plain = address.value.trim_end_matches('/');
        let rest = plain.strip_prefix("https://").or_else(|| plain.strip_prefix("http://"));
        let fits = rest.is_some_and(|rest| {
            !rest.is_empty()
                && !rest.starts_with('/')
                && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte))
                && !rest.contains("//")
                && !rest.split('/').any(|part| part == "." || part == "..")
        });
        if !fits {
            self.invalid("address", address.span, "address-hint");
            return None;
        }
        Some(plain.to_owned())
    }

    fn zone(&mut self) -> Option<Zone> {
        let Some(name) = self.fields.text("time-zone", self.log) else {
            return self.missing("time-zone", "time-zone-hint");
        };
        let zone = Zone::named(&name.value);
        if zone.is_none() {
            self.invalid("time-zone", name.span, "time-zone-hint");
        }
        zone
    }

    fn closing(&mut self) -> TimeOfDay {
        let default = TimeOfDay::At { hour: 23, minute: 59 };
        let Some(time) = self.fields.text("closing-time", self.log) else { return default };
        let parsed = time.value.split_once(':').and_then(|(hour, minute)| {
            let two = |text: &str| (text.len() == 2).then(|| text.parse::<i8>().ok()).flatten();
            Some((
                two(hour).filter(|hour| (0..24).contains(hour))?,
                two(minute).filter(|minute| (0..60).contains(minute))?,
            ))
        });
        if let Some((hour, minute)) = parsed {
            TimeOfDay::At { hour, minute }
        } else {
            self.invalid("closing-time", time.span, "closing-time-hint");
            default
        }
    }

    fn options(&mut self) -> BTreeMap<String, Spanned<OptionValue>> {
        let mut options = BTreeMap::new();
        let Some(mut fields) = self.fields.map("options", self.log) else { return options };
        for (name, node) in fields.rest() {
            let span = node.span;
            match crate::read::theme::value(node) {
                Some(value) => drop(options.insert(name.value, Spanned::new(value, span))),
                None => self.invalid(&name.value, span, "option-hint"),
            }
        }
        options
    }

    fn required(&mut self) -> Vec<String> {
        const DEFAULT: [&str; 6] = ["title", "published", "deadline", "organisation", "location", "grade"];
        let listed = self.fields.texts("required", self.log);
        if listed.is_empty() {
            return DEFAULT.map(str::to_owned).to_vec();
        }
        for fact in &listed {
            if !KEYS.contains(&fact.value.as_str()) {
                self.invalid("required", fact.span, "required-hint");
            }
        }
        // Without these three there is nothing to publish.
        let mut required: Vec<String> = ["title", "published", "deadline"].map(str::to_owned).to_vec();
        required.extend(listed.into_iter().map(|fact| fact.value).filter(|fact| KEYS.contains(&fact.as_str())));
        required.dedup();
        required
    }

    fn sections(&mut self) -> Vec<Section> {
        let items = self.fields.list("sections", self.log).map(|items| items.value).unwrap_or_default();
        let mut sections: Vec<Section> = Vec::new();
        for item in items {
            let span = item.span;
            match section(item) {
                Some(section) if check_id(&section.id) && !sections.iter().any(|other| other.id == section.id) => {
                    sections.push(section);
                }
                _ => self.invalid("sections", span, "sections-hint"),
            }
        }
        if sections.is_empty() {
            self.missing::<()>("sections", "sections-hint");
        }
        sections
    }

    /// A text for each language: `{ en: …, fr: … }`.
    fn bilingual(&mut self, key: &'static str, languages: Option<&Languages>) -> Option<Bilingual<String>> {
        let Some(fields) = self.fields.map(key, self.log) else { return self.missing(key, "bilingual-hint") };
        self.both(key, fields, languages?)
    }

    fn both(&mut self, key: &str, mut fields: Fields<'_>, languages: &Languages) -> Option<Bilingual<String>> {
        let span = fields.span;
        let mut found = fields.rest();
        let both = Bilingual::of(|side: Side| {
            let at = found.iter().position(|(name, _)| name.value == languages[side].code)?;
            fields.as_text(key, found.remove(at).1, self.log).map(|text| text.value)
        })
        .both();
        if both.is_none() || !found.is_empty() {
            self.invalid(key, span, "bilingual-hint");
        }
        both
    }

    fn paths(&mut self, languages: Option<&Languages>) -> Option<Paths> {
        let languages = languages?;
        let default = |language: &Language, english: &str, french: &str| {
            if language.code == "fr" { french.to_owned() } else { english.to_owned() }
        };
        let mut paths = Paths {
            vacancies: languages.as_ref().map(|language| default(language, "vacancies", "postes-vacants")),
            closed: languages.as_ref().map(|language| default(language, "closed-vacancies", "postes-clos")),
            follow: languages.as_ref().map(|language| default(language, "follow", "suivre")),
            lists: languages.as_ref().map(|language| default(language, "find", "trouver")),
            search: languages.as_ref().map(|language| default(language, "search", "recherche")),
        };
        let Some(mut fields) = self.fields.map("paths", self.log) else { return Some(paths) };
        for (key, path) in [
            ("vacancies", &mut paths.vacancies),
            ("closed", &mut paths.closed),
            ("follow", &mut paths.follow),
            ("lists", &mut paths.lists),
            ("search", &mut paths.search),
        ] {
            let Some(found) = fields.map(key, self.log) else { continue };
            if let Some(both) = self.path(key, found, languages) {
                *path = both;
            }
        }
        fields.finish(self.log);
        Some(paths)
    }

    /// A part of an address for each language.
    fn path(&mut self, key: &str, fields: Fields<'_>, languages: &Languages) -> Option<Bilingual<String>> {
        let span = fields.span;
        let both = self.both(key, fields, languages)?;
        if both.iter().any(|(_, part)| slug(part) != *part || check_name(part).is_err()) {
            self.invalid(key, span, "paths-hint");
            return None;
        }
        Some(both)
    }

    fn typography(&mut self, languages: Option<&Languages>) -> Option<Bilingual<Profile>> {
        let languages = languages?;
        let mut profiles =
            languages.as_ref().map(|language| match (language.code.as_str(), language.locale.as_str()) {
                ("fr", "fr-CA") => Profile::Canada,
                ("fr", _) => Profile::France,
                ("en", _) => Profile::English,
                _ => Profile::AsTyped,
            });
        let Some(mut fields) = self.fields.map("typography", self.log) else { return Some(profiles) };
        for (code, node) in fields.rest() {
            let span = node.span;
            let profile = fields.as_text("typography", node, self.log).and_then(|text| match text.value.as_str() {
                "fr-FR" => Some(Profile::France),
                "fr-CA" => Some(Profile::Canada),
                "en" => Some(Profile::English),
                "none" => Some(Profile::AsTyped),
                _ => None,
            });
            match (languages.side(&code.value), profile) {
                (Some(side), Some(profile)) => profiles[side] = profile,
                _ => self.invalid("typography", span, "typography-hint"),
            }
        }
        Some(profiles)
    }

    fn apply(&mut self) -> Apply {
        let Some(mut fields) = self.fields.map("apply", self.log) else { return Apply::default() };
        let texts = |texts: Vec<Spanned<String>>| texts.into_iter().map(|text| text.value).collect();
        let apply = Apply {
            audiences: texts(fields.texts("audiences", self.log)),
            clauses: texts(fields.texts("clauses", self.log)),
        };
        fields.finish(self.log);
        apply
    }
}

/// `summary`, `interrelationships: optional`, or `contract: [clause, notice, …]`.
fn section(node: Node) -> Option<Section> {
    match node.kind {
        Kind::Plain(id) => Some(Section { id, required: true, pieces: vec![Piece::Words] }),
        Kind::Map(mut entries) if entries.len() == 1 => {
            let (id, value) = entries.remove(0);
            match value.kind {
                Kind::Plain(word) if word == "optional" => {
                    Some(Section { id: id.value, required: false, pieces: vec![Piece::Words] })
                }
                Kind::List(items) => {
                    let pieces = items.into_iter().map(|item| match item.kind {
                        Kind::Plain(word) if word == "notice" => Some(Piece::Words),
                        Kind::Plain(clause) | Kind::Quoted(clause) => Some(Piece::Clause(clause)),
                        _ => None,
                    });
                    Some(Section { id: id.value, required: false, pieces: pieces.collect::<Option<_>>()? })
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// Ids of sections stand in addresses and in the ids of messages.
fn check_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
