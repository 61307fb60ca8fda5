//! From a message and its arguments to a sentence of one language.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use fluent::{FluentArgs, FluentResource, FluentValue};
use fluent_bundle::FluentError;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentType;

use super::{Layer, Message};
use crate::domain::{Decimal, Moment};
use crate::locale::{DateLength, Formatter};

/// The messages of one language, ready to be formatted from many threads.
pub struct Bundle {
    fluent: FluentBundle<FluentResource>,
    messages: BTreeMap<String, Message>,
    /// The messages and attributes that say the same whatever the arguments are.
    constant: HashMap<String, String>,
}

/// The arguments of messages, by name. They are the same for all messages of a notice, so they are put together once.
#[derive(Debug, Default)]
pub struct Args<'a>(FluentArgs<'a>);

impl Args<'_> {
    /// No arguments.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }
}

impl<'a> FromIterator<(Cow<'a, str>, Value<'a>)> for Args<'a> {
    fn from_iter<I: IntoIterator<Item = (Cow<'a, str>, Value<'a>)>>(args: I) -> Self {
        Self(args.into_iter().map(|(name, value)| (name, value.into_fluent())).collect())
    }
}

impl<'a, const N: usize> From<[(&'a str, Value<'a>); N]> for Args<'a> {
    fn from(args: [(&'a str, Value<'a>); N]) -> Self {
        args.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect()
    }
}

/// An argument of a message.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    /// Text that is shown as it is.
    Text(Cow<'a, str>),
    /// A number of things, which selects singular or plural.
    Count(u64),
    /// A moment, for `DATETIME`; by itself it reads as its date.
    Moment(Moment),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl Bundle {
    /// The messages of a language. A later layer's message takes the place of an earlier one's.
    #[must_use]
    pub fn new(locale: &str, formatter: &Arc<Formatter>, layers: &[&Layer]) -> Self {
        let language = locale.parse().unwrap_or_default();
        let mut fluent = FluentBundle::new_concurrent(vec![language]);
        // Both languages are written from left to right, and the marks would end up in titles, feeds and slugs.
        fluent.set_use_isolating(false);
        register(&mut fluent, formatter);
        let mut messages = BTreeMap::new();
        for layer in layers {
            for (_, text) in &layer.texts {
                let resource = FluentResource::try_new(text.clone()).unwrap_or_else(|(resource, _)| resource);
                fluent.add_resource_overriding(resource);
            }
            messages.extend(layer.messages.clone());
        }
        let mut bundle = Self { fluent, messages, constant: HashMap::new() };
        bundle.constant = bundle.constants();
        bundle
    }

    fn constants(&self) -> HashMap<String, String> {
        let unvarying = self.messages.iter().filter(|(id, _)| self.arguments(id).is_empty());
        let names = unvarying.flat_map(|(id, message)| {
            message.attributes.iter().map(move |attribute| format!("{id}.{attribute}")).chain([id.clone()])
        });
        let none = Args::none();
        names.filter_map(|name| self.format(&name, &none).ok().map(|text| (name, text))).collect()
    }

    /// The text of a message that says the same whatever the arguments are.
    #[must_use]
    pub fn constant(&self, name: &str) -> Option<&str> {
        self.constant.get(name).map(String::as_str)
    }

    /// What is known of a message.
    #[must_use]
    pub fn message(&self, id: &str) -> Option<&Message> {
        self.messages.get(id)
    }

    /// The ids of all messages, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str).filter(|id| !id.starts_with('-'))
    }

    /// The arguments that a message asks for, itself or through the messages that it names.
    #[must_use]
    pub fn arguments(&self, id: &str) -> BTreeSet<&str> {
        let mut arguments = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            if let Some(message) = self.messages.get(id)
                && seen.insert(id)
            {
                arguments.extend(message.variables.iter().map(String::as_str));
                open.extend(message.references.iter().map(String::as_str));
            }
        }
        arguments
    }

    /// Formats a message, or one of its attributes (`apply-public.url`).
    ///
    /// # Errors
    /// There is no such message, or it could not be formatted wholly: each fault in Fluent's words.
    pub fn format(&self, name: &str, args: &Args<'_>) -> Result<String, Vec<String>> {
        if let Some(text) = self.constant.get(name) {
            return Ok(text.clone());
        }
        let (id, attribute) = name.split_once('.').map_or((name, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.fluent.get_message(id);
        let pattern = message.and_then(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else { return Err(vec![format!("Unknown message: {name}")]) };
        let mut errors = Vec::new();
        // The resolver comes down where it gives up inside braces within braces.
        let formatted = AssertUnwindSafe(|| self.fluent.format_pattern(pattern, Some(&args.0), &mut errors));
        let Ok(text) = catch_unwind(formatted) else { return Err(vec![format!("Unresolvable message: {name}")]) };
        let misused = text.split(FAULT).nth(1).map(|function| format!("{function}() cannot take this argument"));
        if let Some(misused) = misused {
            return Err(vec![misused]);
        }
        if errors.is_empty() { Ok(text.into_owned()) } else { Err(errors.iter().map(problem).collect()) }
    }

    /// A message that was checked before; its name where it is missing all the same.
    #[must_use]
    pub fn text(&self, name: &str, args: &Args<'_>) -> String {
        self.format(name, args).unwrap_or_else(|_| name.to_owned())
    }

    /// Whether the message, or that attribute of it, exists.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        match name.split_once('.') {
            Some((id, attribute)) => {
                self.messages.get(id).is_some_and(|message| message.attributes.contains(attribute))
            }
            None => self.messages.get(name).is_some_and(|message| message.has_value),
        }
    }
}

impl<'a> Value<'a> {
    fn into_fluent(self) -> FluentValue<'a> {
        match self {
            Self::Text(text) => FluentValue::String(text),
            Self::Count(count) => FluentValue::from(count),
            Self::Moment(moment) => FluentValue::Custom(Box::new(FluentMoment(moment))),
        }
    }
}

/// What went wrong, without the name of the part of Fluent that says so.
fn problem(error: &FluentError) -> String {
    let text = error.to_string();
    text.strip_prefix("Resolver error: ").map_or(text.clone(), str::to_owned)
}

/// `DATETIME` and `NUMBER` by the formatter of the language. Fluent's own `NUMBER` formats nothing.
fn register(fluent: &mut FluentBundle<FluentResource>, formatter: &Arc<Formatter>) {
    let dates = Arc::clone(formatter);
    // A new bundle has no functions, so that neither name can be taken.
    let _ = fluent.add_function("DATETIME", move |positional, named| {
        let Some(FluentValue::Custom(custom)) = positional.first() else { return fault("DATETIME") };
        let Some(FluentMoment(moment)) = (**custom).as_any().downcast_ref() else { return fault("DATETIME") };
        datetime(&dates, moment, named).map_or_else(|| fault("DATETIME"), |text| FluentValue::String(text.into()))
    });
    let numbers = Arc::clone(formatter);
    let _ = fluent.add_function("NUMBER", move |positional, _| {
        let text = match positional.first() {
            Some(FluentValue::Number(number)) => number.as_string().into_owned(),
            Some(FluentValue::String(text)) => text.clone().into_owned(),
            _ => return fault("NUMBER"),
        };
        Decimal::parse(&text)
            .map_or_else(|| fault("NUMBER"), |decimal| FluentValue::String(numbers.number(&decimal).into()))
    });
}

/// Fluent lets a function fail without a word; the sign makes the failure visible to [`Bundle::format`].
const FAULT: char = '\u{f8ff}';

fn fault<'a>(function: &str) -> FluentValue<'a> {
    FluentValue::String(format!("{FAULT}{function}{FAULT}").into())
}

fn datetime(formatter: &Formatter, moment: &Moment, options: &FluentArgs<'_>) -> Option<String> {
    let option = |name| match options.get(name) {
        Some(FluentValue::String(text)) => Some(text.as_ref()),
        _ => None,
    };
    let date = match option("dateStyle") {
        None if option("timeStyle").is_some() => None,
        None | Some("long") => Some(DateLength::Long),
        Some("full") => Some(DateLength::Full),
        Some("medium") => Some(DateLength::Medium),
        Some(_) => return None,
    };
    let time = option("timeStyle").is_some().then(|| formatter.time(moment));
    let date = date.map(|length| formatter.date(moment, length));
    match (date, time) {
        (Some(date), Some(time)) => Some(formatter.joined(&date, &time)),
        (date, time) => date.or(time),
    }
}

#[derive(Debug, PartialEq)]
struct FluentMoment(Moment);

impl FluentType for FluentMoment {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(Self(self.0))
    }

    fn as_string(&self, _: &intl_memoizer::IntlLangMemoizer) -> Cow<'static, str> {
        self.0.date().into()
    }

    fn as_string_threadsafe(&self, _: &intl_memoizer::concurrent::IntlLangMemoizer) -> Cow<'static, str> {
        self.0.date().into()
    }
}
