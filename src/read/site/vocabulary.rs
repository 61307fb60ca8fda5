//! From the closed lists of `site.yaml` to the vocabulary.

use super::SiteFields;
use crate::domain::{Bilingual, Languages, Location, Organisation, SitePath, Spanned, Target, Vocabulary};
use crate::read::fields::Fields;
use crate::read::target::target;
use crate::read::vocabulary::Terms;
use crate::read::yaml::{Kind, Node};

impl SiteFields<'_, '_> {
    pub(super) fn vocabulary(&mut self, languages: Option<&Languages>) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        let mut wholes = Vec::new();
        let Some(mut fields) = self.fields.map("vocabulary", self.log) else { return vocabulary };
        let texts = |texts: Vec<Spanned<String>>| -> Vec<String> { texts.into_iter().map(|text| text.value).collect() };
        vocabulary.grades = self.grades(&mut fields);
        vocabulary.clearances = texts(fields.texts("clearances", self.log));
        vocabulary.language_levels = texts(fields.texts("language-levels", self.log));
        vocabulary.schedules = texts(fields.texts("schedules", self.log));
        vocabulary.contracts = texts(fields.texts("contracts", self.log));
        if let (Some(mut organisations), Some(languages)) = (fields.map("organisations", self.log), languages) {
            for (key, node) in organisations.rest() {
                let (organisation, whole) = self.organisation(node, organisations.file(), languages);
                wholes.extend(whole.map(|whole| (key.value.clone(), whole)));
                vocabulary.organisations.insert(key.value, organisation);
            }
        }
        if let (Some(mut locations), Some(languages)) = (fields.map("locations", self.log), languages) {
            for (key, node) in locations.rest() {
                let location = self.location(node, locations.file(), languages);
                vocabulary.locations.insert(key.value, location);
            }
        }
        fields.finish(self.log);
        self.join(&wholes, &mut vocabulary);
        vocabulary
    }

    /// Notes which organisations are parts of others. The whole must itself be no part of any.
    fn join(&mut self, wholes: &[(String, Spanned<String>)], vocabulary: &mut Vocabulary) {
        for (part, whole) in wholes {
            let known = Terms(vocabulary).organisation(&whole.value);
            if self.known(whole, known).is_none() {
                continue;
            }
            if wholes.iter().any(|(part, _)| *part == whole.value) {
                self.invalid("part-of", whole.span, "part-of-hint");
            } else if let Some(organisation) = vocabulary.organisations.get_mut(part) {
                organisation.part_of = Some(whole.value.clone());
            }
        }
    }

    /// `[G1, G2]`, or `{ G1: [C.1], G2: [B.1] }` with the other names of each.
    fn grades(&mut self, fields: &mut Fields<'_>) -> Vec<(String, Vec<String>)> {
        let Some(node) = fields.node("grades") else { return Vec::new() };
        match node.kind {
            Kind::List(items) => {
                let grades = items.into_iter().filter_map(|item| fields.as_text("grades", item, self.log));
                grades.map(|grade| (grade.value, Vec::new())).collect()
            }
            Kind::Map(_) => {
                let mut grades = Fields::open(node, fields.file(), self.log);
                let entries = grades.rest();
                entries
                    .into_iter()
                    .map(|(grade, aliases)| {
                        let aliases = match aliases.kind {
                            Kind::List(items) => items,
                            Kind::Null => Vec::new(),
                            _ => vec![aliases],
                        };
                        let aliases = aliases.into_iter().filter_map(|alias| grades.as_text("grades", alias, self.log));
                        (grade.value, aliases.map(|alias| alias.value).collect())
                    })
                    .collect()
            }
            _ => fields.ill_typed("grades", node.span, "kind-list", self.log).unwrap_or_default(),
        }
    }

    /// An organisation, and the key of the one that it is a part of.
    fn organisation(
        &mut self,
        node: Node,
        file: &SitePath,
        languages: &Languages,
    ) -> (Organisation, Option<Spanned<String>>) {
        if node.kind == Kind::Null {
            return (Organisation::default(), None);
        }
        let mut fields = Fields::open(node, file, self.log);
        let url = fields.map("url", self.log).and_then(|url| self.web_address(url, languages));
        let part_of = fields.text("part-of", self.log);
        fields.finish(self.log);
        (Organisation { url, part_of: None }, part_of)
    }

    /// An address on the web in each language, read as those of links are.
    fn web_address(&mut self, fields: Fields<'_>, languages: &Languages) -> Option<Bilingual<String>> {
        let (span, file) = (fields.span, fields.file().clone());
        let both = self.both("url", fields, languages)?;
        let is_on_the_web = |url: &str| matches!(target(url, &file), Ok(Target::Address(address)) if address.to_ascii_lowercase().starts_with("http"));
        if both.iter().all(|(_, url)| is_on_the_web(url)) {
            return Some(both);
        }
        self.invalid("url", span, "url-hint");
        None
    }

    fn location(&mut self, node: Node, file: &SitePath, languages: &Languages) -> Location {
        if node.kind == Kind::Null {
            return Location::default();
        }
        let mut fields = Fields::open(node, file, self.log);
        let locality = self.locality(&mut fields, languages);
        let country = fields.text("country", self.log);
        fields.finish(self.log);
        if let Some(country) = country
            .as_ref()
            .filter(|country| country.value.len() != 2 || !country.value.bytes().all(|byte| byte.is_ascii_uppercase()))
        {
            self.invalid("country", country.span, "country-hint");
        }
        Location { locality, country: country.map(|country| country.value) }
    }

    /// A town that has one name, or one in each language.
    fn locality(&mut self, fields: &mut Fields<'_>, languages: &Languages) -> Option<Bilingual<String>> {
        let node = fields.node("locality")?;
        if matches!(node.kind, Kind::Map(_)) {
            let names = Fields::open(node, fields.file(), self.log);
            return self.both("locality", names, languages);
        }
        let name = fields.as_text("locality", node, self.log)?.value;
        Some(Bilingual::new(name.clone(), name))
    }
}
