//! Open data: the announced notices as records that hold both languages, in JSON with its schema, and as a table.
//!
//! What can be computed from the records is left to those who use them; the words of the sections stand in the feeds.

mod record;
mod schema;
mod table;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::PrettyFormatter;

use super::{Announcement, File, News, Output};
use crate::domain::{Bilingual, Deadline, GradeRange, Post, Side};
use crate::render::compose::Composer;
use record::{
    Address, Amount, ByLanguage, Country, Currency, DutyStation, Employer, Extended, GradeNames, Grades, Levels,
    OnePost, OpenData, Pay, PayPeriod, Positive, Publication, StateWord, Term, Vacancy, When,
};
use schema::{Described, Schema};

/// The schema of the schema.
const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";
const SCHEMA: &str = "/vacancies.schema.json";

pub(super) struct Json;

pub(super) struct Csv;

impl Output for Json {
    fn name(&self) -> &'static str {
        "vacancies.json"
    }

    fn files<'n>(&self, news: &'n News<'n>) -> Vec<File<'n>> {
        let records = || json(&Document { schema: news.composer.absolute(SCHEMA), data: &news.open_data() });
        let schema = || json(&described(news.composer));
        vec![File::new("/vacancies.json".to_owned(), records), File::new(SCHEMA.to_owned(), schema)]
    }
}

impl Output for Csv {
    fn name(&self) -> &'static str {
        "vacancies.csv"
    }

    fn files<'n>(&self, news: &'n News<'n>) -> Vec<File<'n>> {
        let make = || table::table(&news.vacancies(), &news.composer.site.languages);
        vec![File::new("/vacancies.csv".to_owned(), make)]
    }
}

/// The records with the address of their schema.
#[derive(Serialize)]
struct Document<'d> {
    #[serde(rename = "$schema")]
    schema: String,
    #[serde(flatten)]
    data: &'d OpenData,
}

/// The schema of the records, with its own address.
#[derive(Serialize)]
struct SchemaDocument {
    #[serde(rename = "$schema")]
    draft: &'static str,
    #[serde(rename = "$id")]
    id: String,
    title: &'static str,
    #[serde(flatten)]
    schema: Schema,
}

fn described(composer: &Composer<'_>) -> SchemaDocument {
    let mut data = OpenData::schema(&composer.site.languages);
    let about = std::mem::take(&mut data.description);
    let own = ("$schema".to_owned(), Schema::of_format("uri").described(&["The address of this schema."]));
    let fields = data.properties.map(|fields| fields.0).unwrap_or_default();
    let schema = Schema::object([own].into_iter().chain(fields).collect()).described(&[&about]);
    SchemaDocument { draft: DRAFT, id: composer.absolute(SCHEMA), title: "Vacancies", schema }
}

/// A JSON document that people can read too.
fn json(document: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to memory cannot fail.
    let _ = document.serialize(&mut Serializer::with_formatter(&mut bytes, PrettyFormatter::with_indent(b" ")));
    bytes.push(b'\n');
    bytes
}

impl News<'_> {
    fn open_data(&self) -> OpenData {
        let (composer, site) = (self.composer, self.composer.site);
        OpenData {
            site: Publication {
                name: composer.each(|side| site.name[side].clone()),
                address: Address(composer.absolute("/")),
            },
            updated: self.changed(&mut composer.plan.notices.iter()).map(When),
            vacancies: self.vacancies(),
        }
    }

    fn vacancies(&self) -> Vec<Vacancy> {
        self.announcements.iter().map(|announcement| self.composer.vacancy(announcement)).collect()
    }
}

impl Composer<'_> {
    fn vacancy(&self, announcement: &Announcement<'_>) -> Vacancy {
        let Announcement { public, told, .. } = announcement;
        let facts = &public.notice.facts;
        let term = |list: &str, key: &String| self.term(key, |side| self.setters[side].wording.label(list, key));
        Vacancy {
            reference: facts.reference.clone(),
            state: StateWord(public.state.word()),
            url: self.each(|side| Address(told[side].url.clone())),
            title: self.each(|side| told[side].title.clone()),
            summary: self.each(|side| told[side].summary.clone()),
            published: When(announcement.published),
            updated: When(announcement.updated),
            deadline: facts.deadline.and_then(Deadline::moment).map(When),
            ongoing: facts.deadline == Some(Deadline::Ongoing),
            extended: facts.extended.map(|extension| Extended { from: When(extension.from), on: When(extension.on) }),
            corrected: facts.corrected.last().copied().map(When),
            cancelled: facts.cancelled.map(When),
            organisation: facts.organisation.as_ref().map(|key| self.hiring(key)),
            location: facts.location.as_ref().map(|key| self.duty_station(key)),
            schedule: facts.schedule.as_ref().map(|key| term("schedule", key)),
            contract: facts
                .contract
                .as_ref()
                .map(|key| self.term(key, |side| self.setters[side].wording.contract_label(key))),
            grade: facts.grade.as_ref().map(|grade| self.grades(grade)),
            clearance: facts.clearance.as_ref().map(|key| term("clearance", key)),
            salary: facts.salary.as_ref().map(|salary| Pay {
                from: Amount(salary.from.clone()),
                to: salary.to.clone().map(Amount),
                currency: Currency(salary.currency.clone()),
                per: PayPeriod(salary.per.word()),
            }),
            languages: facts.languages.as_ref().map(|levels| Levels {
                one: term("language-level", &levels.one),
                other: term("language-level", &levels.other),
            }),
            openings: Positive(facts.openings()),
            posts: facts.posts.iter().enumerate().map(|(at, post)| self.one_post(announcement, at, post)).collect(),
        }
    }

    fn hiring(&self, key: &str) -> Employer {
        let name = |key: &str| self.each(|side| self.organisation(side, key));
        let whole = self.site.vocabulary.organisations.get(key).and_then(|organisation| organisation.part_of.as_ref());
        Employer {
            key: key.to_owned(),
            name: name(key),
            part_of: whole.map(|whole| Term { key: whole.clone(), name: name(whole) }),
        }
    }

    fn duty_station(&self, key: &str) -> DutyStation {
        let location = self.site.vocabulary.locations.get(key);
        let locality = location.and_then(|location| location.locality.as_ref());
        DutyStation {
            key: key.to_owned(),
            name: self.each(|side| self.set(side, &self.setters[side].wording.label("location", key))),
            locality: locality.map(|names| self.each(|side| names[side].clone())),
            country: location.and_then(|location| location.country.clone()).map(Country),
        }
    }

    fn grades(&self, grade: &GradeRange) -> Grades {
        let other = |code: &String| {
            let single = GradeRange { from: code.clone(), to: code.clone() };
            self.site.vocabulary.alias(&single).map(str::to_owned)
        };
        let names = |(from, to)| GradeNames { from, to };
        Grades {
            from: grade.from.clone(),
            to: grade.to.clone(),
            also_known_as: other(&grade.from).zip(other(&grade.to)).map(names),
        }
    }

    fn one_post(&self, announcement: &Announcement<'_>, at: usize, post: &Post) -> OnePost {
        let public = announcement.public;
        let title = |side: Side| {
            let title = public.notice.editions[side].words.post_titles.get(at)?;
            Some(self.set(side, &title.value))
        };
        let address = |url: String| if url.starts_with('/') { format!("{}{url}", self.origin()) } else { url };
        OnePost {
            number: post.number.clone(),
            openings: Positive(post.openings),
            direct_reports: post.direct_reports,
            indirect_reports: post.indirect_reports,
            title: Bilingual::of(title).both().map(|titles| self.each(|side| titles[side].clone())),
            job_description: post
                .job_description
                .as_ref()
                .map(|documents| self.each(|side| Address(address(self.document(public, side, &documents[side]).url)))),
        }
    }

    /// An entry of the vocabulary with its label.
    fn term(&self, key: &str, label: impl Fn(Side) -> String) -> Term {
        Term { key: key.to_owned(), name: self.each(|side| self.set(side, &label(side))) }
    }

    fn each<T>(&self, value: impl Fn(Side) -> T) -> ByLanguage<T> {
        ByLanguage { codes: Bilingual::of(|side| self.site.languages[side].code.clone()), values: Bilingual::of(value) }
    }
}
