//! What open data tells of a vacancy, in both languages at once.
//!
//! The comments of the fields are read by those who use the data: they are the descriptions of its schema.

use serde::{Serialize, Serializer};

use super::schema::{Described, Schema, records};
use crate::domain::{Bilingual, Decimal, Languages, Moment, Period, Side, State};

records! {
    /// The vacancies of a site that are announced: those that take applications, and those that were cancelled less
    /// than 30 days ago. What a notice does not state is null.
    OpenData {
        /// The site that publishes the vacancies.
        site: Publication,
        /// When the vacancies changed last: one was published, extended, corrected, cancelled or filled, or one closed. Null if
        /// the site never published any.
        updated: Option<When>,
        /// The vacancies: first those that take applications, in order of deadline, then those that were cancelled.
        vacancies: Vec<Vacancy>,
    }

    /// A site.
    Publication {
        /// The name of the site in each language.
        name: ByLanguage<String>,
        /// The address of the site.
        address: Address,
    }

    /// A vacancy notice. It is one notice in two languages of equal standing.
    Vacancy {
        /// The reference of the notice. It never changes and never stands for another notice.
        reference: String,
        /// Where the notice stands: `open` takes applications; so does `closing-soon`, but not for long; `cancelled`
        /// was withdrawn.
        state: StateWord,
        /// The address of the notice's page in each language.
        url: ByLanguage<Address>,
        /// The title in each language.
        title: ByLanguage<String>,
        /// One or two sentences on the vacancy in each language. Null in a language in which there are none.
        summary: ByLanguage<Option<String>>,
        /// When the notice was published.
        published: When,
        /// When the notice was published, extended, corrected or cancelled, whichever came last.
        updated: When,
        /// Until when people can apply: through the minute of this moment. Null if the notice is ongoing or states no
        /// deadline.
        deadline: Option<When>,
        /// Whether applications are taken until the post is filled, without a deadline.
        ongoing: bool,
        /// The extension of the deadline. Null if it was not extended.
        extended: Option<Extended>,
        /// When the notice was corrected last. Null if it was not.
        corrected: Option<When>,
        /// When the vacancy was cancelled. Null if it was not.
        cancelled: Option<When>,
        /// The organisation, or the part of one, that has the vacancy.
        organisation: Option<Employer>,
        /// The duty station.
        location: Option<DutyStation>,
        /// The working time.
        schedule: Option<Term>,
        /// The kind of contract.
        contract: Option<Term>,
        /// The grade, or the range of grades.
        grade: Option<Grades>,
        /// The security clearance that is needed.
        clearance: Option<Term>,
        /// What is paid.
        salary: Option<Pay>,
        /// The levels required in the two official languages.
        languages: Option<Levels>,
        /// How many posts are to be filled.
        openings: Positive,
        /// The posts, if the notice lists them; else the list is empty.
        posts: Vec<OnePost>,
    }

    /// A deadline that was moved.
    Extended {
        /// The former deadline.
        from: When,
        /// When it was moved.
        on: When,
    }

    /// An entry of one of the site's lists.
    Term {
        /// The key of the entry on this site, the same in both languages.
        key: String,
        /// What the entry is called in each language.
        name: ByLanguage<String>,
    }

    /// An organisation, or a part of one.
    Employer {
        /// The key of the organisation on this site, the same in both languages.
        key: String,
        /// What the organisation is called in each language.
        name: ByLanguage<String>,
        /// The organisation that it is a part of. Null if the site names none.
        part_of: Option<Term>,
    }

    /// A duty station.
    DutyStation {
        /// The key of the duty station on this site, the same in both languages.
        key: String,
        /// What the duty station is called in each language.
        name: ByLanguage<String>,
        /// The town in each language.
        locality: Option<ByLanguage<String>>,
        /// The country (ISO 3166-1 alpha-2).
        country: Option<Country>,
    }

    /// A grade or a range of grades.
    Grades {
        /// The grade, or the lowest one of the range.
        from: String,
        /// The same grade, or the highest one of the range.
        to: String,
        /// The other names that the grades go by. Null if one of them has none.
        also_known_as: Option<GradeNames>,
    }

    /// The other names of a grade or of a range of grades.
    GradeNames {
        /// The other name of the grade, or of the lowest one of the range.
        from: String,
        /// The same, or the other name of the highest one of the range.
        to: String,
    }

    /// What is paid.
    Pay {
        /// The amount, or the least amount, exact to the last digit.
        from: Amount,
        /// The greatest amount. Null if there is only one.
        to: Option<Amount>,
        /// The currency (three capital letters, ISO 4217).
        currency: Currency,
        /// The time for which the amount is paid.
        per: PayPeriod,
    }

    /// The levels required in the two official languages, whichever of them is the candidate's stronger one.
    Levels {
        /// The level in one of them.
        one: Term,
        /// The level in the other.
        other: Term,
    }

    /// One of the posts of a notice.
    OnePost {
        /// The number of the post.
        number: Option<String>,
        /// How many of this post are to be filled.
        openings: Positive,
        /// How many staff report to it directly.
        direct_reports: Option<u32>,
        /// How many staff report to it through others.
        indirect_reports: Option<u32>,
        /// The title of the post in each language. Null if it has none of its own.
        title: Option<ByLanguage<String>>,
        /// The address of the job description in each language; both can be the same.
        job_description: Option<ByLanguage<Address>>,
    }
}

/// A value for each language of the site, by the language's code.
#[derive(Debug, Clone)]
pub(super) struct ByLanguage<T> {
    pub codes: Bilingual<String>,
    pub values: Bilingual<T>,
}

impl<T: Serialize> Serialize for ByLanguage<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Side::BOTH.map(|side| (&self.codes[side], &self.values[side])))
    }
}

impl<T: Described> Described for ByLanguage<T> {
    fn schema(languages: &Languages) -> Schema {
        let field = |side: Side| (languages[side].code.clone(), T::schema(languages));
        Schema::object(Side::BOTH.map(field).to_vec())
    }
}

/// Declares texts of a certain form.
macro_rules! texts {
    ($($(#[doc = $about:literal])+ $name:ident($kind:ty) = $schema:expr;)+) => {$(
        $(#[doc = $about])+
        #[derive(Debug, Clone)]
        pub(super) struct $name(pub $kind);

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.0)
            }
        }

        impl Described for $name {
            fn schema(_: &Languages) -> Schema {
                $schema
            }
        }
    )+};
}

texts! {
    /// A moment with the offset from UTC that is in force then (RFC 3339).
    When(Moment) = Schema::of_format("date-time");
    /// A whole address.
    Address(String) = Schema::of_format("uri");
    /// An amount, which no number of JSON could hold exactly.
    Amount(Decimal) = Schema::of_pattern("^(0|[1-9][0-9]*)(\\.[0-9]+)?$");
    /// A currency.
    Currency(String) = Schema::of_pattern("^[A-Z]{3}$");
    /// A country.
    Country(String) = Schema::of_pattern("^[A-Z]{2}$");
    /// A period.
    PayPeriod(&'static str) = Schema::of_words(Period::WORDS.into_iter().map(|(word, _)| word));
    /// A state in which notices are announced.
    StateWord(&'static str) = Schema::of_words(State::ALL.into_iter().filter(|state| is_told(*state)).map(State::word));
}

/// Whether notices of a state can be announced.
const fn is_told(state: State) -> bool {
    state.takes_applications() || matches!(state, State::Cancelled)
}

/// A number of things, of which there is one at least.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(transparent)]
pub(super) struct Positive(pub u32);

impl Described for Positive {
    fn schema(_: &Languages) -> Schema {
        Schema::count(1)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::Language;

    fn languages() -> Languages {
        let language = |code: &str| Language { code: code.to_owned(), locale: format!("{code}-BE") };
        Languages::new(language("fr"), language("en"))
    }

    /// A record in which nothing is absent.
    fn full() -> OpenData {
        fn each<T: Clone>(value: T) -> ByLanguage<T> {
            let codes = languages().map(|language| language.code);
            ByLanguage { codes, values: Bilingual::new(value.clone(), value) }
        }
        let text = || "text".to_owned();
        let address = || Address("https://example.org/".to_owned());
        let when = || When(Moment::default());
        let amount = || Amount(Decimal::parse("4565.30").expect("an amount"));
        let term = || Term { key: text(), name: each(text()) };
        let post = OnePost {
            number: Some(text()),
            openings: Positive(1),
            direct_reports: Some(0),
            indirect_reports: Some(0),
            title: Some(each(text())),
            job_description: Some(each(address())),
        };
        let names = || GradeNames { from: text(), to: text() };
        let vacancy = Vacancy {
            reference: text(),
            state: StateWord("open"),
            url: each(address()),
            title: each(text()),
            summary: each(Some(text())),
            published: when(),
            updated: when(),
            deadline: Some(when()),
            ongoing: false,
            extended: Some(Extended { from: when(), on: when() }),
            corrected: Some(when()),
            cancelled: Some(when()),
            organisation: Some(Employer { key: text(), name: each(text()), part_of: Some(term()) }),
            location: Some(DutyStation {
                key: text(),
                name: each(text()),
                locality: Some(each(text())),
                country: Some(Country("BE".to_owned())),
            }),
            schedule: Some(term()),
            contract: Some(term()),
            grade: Some(Grades { from: text(), to: text(), also_known_as: Some(names()) }),
            clearance: Some(term()),
            salary: Some(Pay {
                from: amount(),
                to: Some(amount()),
                currency: Currency("EUR".to_owned()),
                per: PayPeriod("month"),
            }),
            languages: Some(Levels { one: term(), other: term() }),
            openings: Positive(1),
            posts: vec![post],
        };
        let site = Publication { name: each(text()), address: address() };
        OpenData { site, updated: Some(when()), vacancies: vec![vacancy] }
    }

    /// Compares a value with its schema, and the values inside it.
    fn compare(value: &Value, schema: &Value, way: &str) {
        let types = match &schema["type"] {
            Value::Array(types) => types.clone(),
            one => vec![one.clone()],
        };
        let kind = match value {
            Value::Object(_) => "object",
            Value::Array(_) => "array",
            Value::String(_) => "string",
            Value::Number(_) => "integer",
            Value::Bool(_) => "boolean",
            Value::Null => panic!("{way} is absent"),
        };
        assert!(types.contains(&json!(kind)), "{way} is a {kind}, not a {types:?}");
        if let Some(words) = schema["enum"].as_array() {
            assert!(words.contains(value), "{way} is {value}");
        }
        match value {
            Value::Object(fields) => {
                let names: Vec<_> = fields.keys().collect();
                let described = schema["properties"].as_object().expect(way);
                assert_eq!(described.keys().collect::<Vec<_>>(), names, "{way}");
                let mut required: Vec<_> = schema["required"].as_array().expect(way).iter().collect();
                required.sort_by_key(ToString::to_string);
                assert_eq!(required, names, "{way}");
                assert_eq!(schema["additionalProperties"], json!(false), "{way}");
                for (name, value) in fields {
                    let way = format!("{way}.{name}");
                    let is_language = ["en", "fr"].contains(&name.as_str());
                    assert_ne!(described[name]["description"].is_string(), is_language, "{way}");
                    compare(value, &described[name], &way);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| compare(item, &schema["items"], way)),
            _ => {}
        }
    }

    #[test]
    fn the_schema_names_every_field_and_no_other() {
        let schema = serde_json::to_value(OpenData::schema(&languages())).expect("it can be written");
        compare(&serde_json::to_value(full()).expect("it can be written"), &schema, "data");
    }

    #[test]
    fn what_can_be_absent_can_be_null() {
        let schema = Option::<StateWord>::schema(&languages());
        let schema = serde_json::to_value(schema).expect("it can be written");
        let expected = json!({ "type": ["string", "null"], "enum": ["open", "closing-soon", "cancelled", null] });
        assert_eq!(schema, expected);
    }

    #[test]
    fn languages_stand_in_the_order_of_the_site() {
        let text = serde_json::to_string(&full().site.name).expect("it can be written");
        assert_eq!(text, r#"{"fr":"text","en":"text"}"#);
    }
}
