//! From the types of records to the JSON Schema that describes them (draft 2020-12).
//!
//! It knows the few keywords that the records need. Fields keep the order in which they are declared.

use serde::{Serialize, Serializer};

use crate::domain::Languages;

/// What a value can be.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Schema {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    r#type: Types,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    one_of: Vec<Option<&'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub properties: Option<Fields>,
    /// Every field is always there; what is absent is null.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    required: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    additional_properties: Option<bool>,
}

/// The fields of an object in order.
#[derive(Debug, Clone)]
pub(super) struct Fields(pub Vec<(String, Schema)>);

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, schema)| (name, schema)))
    }
}

/// One type, or that type or nothing.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
enum Types {
    One(&'static str),
    OrNull([&'static str; 2]),
}

impl Default for Types {
    fn default() -> Self {
        Self::One("string")
    }
}

impl Schema {
    /// A text.
    pub fn text() -> Self {
        Self::default()
    }

    /// A text of a format that JSON Schema names.
    pub fn of_format(format: &'static str) -> Self {
        Self { format: Some(format), ..Self::default() }
    }

    /// A text that a regular expression matches.
    pub fn of_pattern(pattern: &'static str) -> Self {
        Self { pattern: Some(pattern), ..Self::default() }
    }

    /// One of some words.
    pub fn of_words(words: impl Iterator<Item = &'static str>) -> Self {
        Self { one_of: words.map(Some).collect(), ..Self::default() }
    }

    /// A whole number.
    pub fn count(minimum: u32) -> Self {
        Self { r#type: Types::One("integer"), minimum: Some(minimum), ..Self::default() }
    }

    /// True or false.
    pub fn flag() -> Self {
        Self { r#type: Types::One("boolean"), ..Self::default() }
    }

    /// A list.
    pub fn list(items: Self) -> Self {
        Self { r#type: Types::One("array"), items: Some(Box::new(items)), ..Self::default() }
    }

    /// An object that has these fields and no other.
    pub fn object(fields: Vec<(String, Self)>) -> Self {
        Self {
            r#type: Types::One("object"),
            required: fields.iter().map(|(name, _)| name.clone()).collect(),
            properties: Some(Fields(fields)),
            additional_properties: Some(false),
            ..Self::default()
        }
    }

    /// The same, or null.
    pub fn or_null(mut self) -> Self {
        if let Types::One(one) = self.r#type {
            self.r#type = Types::OrNull([one, "null"]);
        }
        if !self.one_of.is_empty() {
            self.one_of.push(None);
        }
        self
    }

    /// The same with the lines of a comment as its description.
    pub fn described(mut self, lines: &[&str]) -> Self {
        self.description = lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
        self
    }
}

/// A type whose values a schema describes.
pub(super) trait Described {
    /// The schema of its values on a site with these languages.
    fn schema(languages: &Languages) -> Schema;
}

impl Described for String {
    fn schema(_: &Languages) -> Schema {
        Schema::text()
    }
}

impl Described for bool {
    fn schema(_: &Languages) -> Schema {
        Schema::flag()
    }
}

impl Described for u32 {
    fn schema(_: &Languages) -> Schema {
        Schema::count(0)
    }
}

impl<T: Described> Described for Option<T> {
    fn schema(languages: &Languages) -> Schema {
        T::schema(languages).or_null()
    }
}

impl<T: Described> Described for Vec<T> {
    fn schema(languages: &Languages) -> Schema {
        Schema::list(T::schema(languages))
    }
}

/// Declares records: each is a structure that can be written, and its own schema, in which the comments are the
/// descriptions. So the two cannot come apart.
macro_rules! records {
    ($(
        $(#[doc = $about:literal])+
        $record:ident { $($(#[doc = $text:literal])+ $field:ident: $kind:ty,)+ }
    )+) => {$(
        $(#[doc = $about])+
        #[derive(Debug, Clone, serde::Serialize)]
        pub(super) struct $record { $($(#[doc = $text])+ pub $field: $kind,)+ }

        impl $crate::render::outputs::open_data::schema::Described for $record {
            fn schema(languages: &$crate::domain::Languages) -> Schema {
                let fields = vec![$((
                    stringify!($field).to_owned(),
                    <$kind as Described>::schema(languages).described(&[$($text),+]),
                )),+];
                Schema::object(fields).described(&[$($about),+])
            }
        }
    )+};
}

pub(super) use records;
