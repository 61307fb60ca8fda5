//! From `site.yaml` to what a site offers beside its pages: outputs, permanent identifiers, alarms, feeds.

use super::SiteFields;
use crate::diagnostic::Diagnostic;
use crate::domain::{Bilingual, Feed, Filter, Languages, Spanned, Tag, TimeOfDay, Vocabulary, Zone};
use crate::read::fields::Fields;
use crate::read::vocabulary::{Refusal, Terms};
use crate::read::yaml::Kind;

/// The date of permanent identifiers where the site states none.
const TAG_DATE: &str = "2026";

impl SiteFields<'_, '_> {
    /// Whether a site can offer a thing of that name is known once its theme is read.
    pub(super) fn outputs(&mut self) -> Option<Vec<Spanned<String>>> {
        self.fields.states("outputs").then(|| self.fields.texts("outputs", self.log))
    }

    /// `authority,date`; by default the host of the address.
    pub(super) fn tag(&mut self, address: Option<&str>) -> Option<Tag> {
        let Some(text) = self.fields.text("tag", self.log) else {
            let rest = address?.split_once("://")?.1;
            let authority = rest.split(['/', ':']).next().unwrap_or(rest).to_lowercase();
            return Some(Tag { authority, date: TAG_DATE.to_owned() });
        };
        let tag = text.value.split_once(',').map(|(authority, date)| (authority.trim(), date.trim()));
        let is_name = |name: &str| {
            name.contains('.')
                && name.split('.').all(|part| !part.is_empty() && !part.starts_with('-') && !part.ends_with('-'))
                && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte))
        };
        // A year, perhaps with a month and a day, is the first of them.
        let is_date = |date: &str| {
            let whole = format!("{date}{}", ["-01-01", "-01", ""][date.len().saturating_sub(4).min(6) / 3]);
            let read = Zone::named("UTC").map(|zone| zone.read(&whole, TimeOfDay::Start));
            [4, 7, 10].contains(&date.len()) && read.is_some_and(|read| read.is_ok())
        };
        if let Some((authority, date)) = tag.filter(|(authority, date)| is_name(authority) && is_date(date)) {
            return Some(Tag { authority: authority.to_owned(), date: date.to_owned() });
        }
        self.invalid("tag", text.span, "tag-hint");
        None
    }

    pub(super) fn publisher(&mut self, vocabulary: &Vocabulary) -> Option<String> {
        let key = self.fields.text("publisher", self.log)?;
        self.known(&key, Terms(vocabulary).organisation(&key.value)).map(|()| key.value)
    }

    /// Days before a deadline, at most ten years.
    pub(super) fn alarms(&mut self) -> Vec<u32> {
        let mut alarms = Vec::new();
        for days in self.fields.texts("alarms", self.log) {
            match days.value.parse::<u32>().ok().filter(|days| (1..=3650).contains(days)) {
                Some(days) => alarms.push(days),
                None => self.invalid("alarms", days.span, "alarms-hint"),
            }
        }
        alarms.sort_unstable_by(|left, right| right.cmp(left));
        alarms.dedup();
        alarms
    }

    /// The feeds of a part of the vacancies, by name.
    pub(super) fn feeds(&mut self, vocabulary: &Vocabulary, languages: Option<&Languages>) -> Vec<Feed> {
        let Some(mut fields) = self.fields.map("feeds", self.log) else { return Vec::new() };
        let mut feeds: Vec<Feed> = Vec::new();
        for (name, node) in fields.rest() {
            // The feed of all vacancies goes by that name on the page that tells of it.
            let is_name = super::check_id(&name.value) && name.value != "all";
            if !is_name || !matches!(node.kind, Kind::Map(_)) {
                self.invalid("feeds", name.span, "feeds-hint");
                continue;
            }
            let inside = Fields::open(node, fields.file(), self.log);
            let Some(feed) = self.feed(name, inside, vocabulary, languages) else { continue };
            // Two feeds at one address: one would take the other's place.
            if feeds.iter().any(|other| other.path.iter().any(|(side, path)| *path == feed.path[side])) {
                self.invalid("feeds", feed.name.span, "feeds-hint");
                continue;
            }
            feeds.push(feed);
        }
        feeds
    }

    fn feed(
        &mut self,
        name: Spanned<String>,
        mut fields: Fields<'_>,
        vocabulary: &Vocabulary,
        languages: Option<&Languages>,
    ) -> Option<Feed> {
        let terms = Terms(vocabulary);
        let mut filter = Filter::default();
        let says_nothing = !["organisation", "location", "grade"].into_iter().any(|key| fields.states(key));
        if let Some(key) = fields.text("organisation", self.log) {
            filter.organisation = self.known(&key, terms.organisation(&key.value)).map(|()| key.value);
        }
        if let Some(key) = fields.text("location", self.log) {
            filter.location = self.known(&key, terms.location(&key.value)).map(|()| key.value);
        }
        if let Some(grade) = fields.text("grade", self.log) {
            filter.grade = self.known(&grade, terms.grade(&grade.value));
        }
        let same = Bilingual::new(name.value.clone(), name.value.clone());
        let path = match (fields.map("path", self.log), languages) {
            (Some(path), Some(languages)) => self.path("path", path, languages).unwrap_or(same),
            _ => same,
        };
        fields.finish(self.log);
        if says_nothing {
            self.invalid("feeds", name.span, "feeds-hint");
            return None;
        }
        Some(Feed { name, path, filter })
    }

    /// What was looked up in the vocabulary, or a finding at the text.
    pub(super) fn known<T>(&mut self, text: &Spanned<String>, found: Result<T, Refusal>) -> Option<T> {
        found
            .map_err(|(rule, message, hint)| {
                self.log.push(Diagnostic::new(rule, self.fields.place(text.span), message).hint(hint));
            })
            .ok()
    }
}
