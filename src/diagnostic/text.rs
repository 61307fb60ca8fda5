//! Sentences of the tool's own, kept as the id of a message and its arguments until they are reported.
//!
//! Nothing here knows a language: the report puts a [`Text`] into English or French.

use std::fmt::Display;

use crate::domain::Moment;

/// A sentence not yet put into words: the id of one of the tool's Fluent messages, with its arguments.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text {
    /// The id in `src/report/messages/{en,fr}.ftl`.
    pub id: &'static str,
    /// The arguments by name.
    pub args: Vec<(&'static str, Arg)>,
}

/// An argument of a [`Text`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arg {
    /// Something to be shown as it is: a value, a path, an address.
    Verbatim(String),
    /// Another message, put into the same language first: the name of a fact, say.
    Message(Box<Text>),
    /// A count, which selects singular or plural.
    Count(usize),
    /// A moment, which reads as its date.
    Date(Moment),
}

impl Text {
    /// The message `id` without arguments.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// Adds an argument that is shown as it is.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Display) -> Self {
        self.args.push((name, Arg::Verbatim(format!("{value}"))));
        self
    }

    /// Adds a moment, which reads as its date.
    #[must_use]
    pub fn with_date(mut self, name: &'static str, moment: Moment) -> Self {
        self.args.push((name, Arg::Date(moment)));
        self
    }

    /// Adds an argument that is itself a message.
    #[must_use]
    pub fn with_text(mut self, name: &'static str, value: Text) -> Self {
        self.args.push((name, Arg::Message(Box::new(value))));
        self
    }

    /// Adds a count.
    #[must_use]
    pub fn with_count(mut self, name: &'static str, count: usize) -> Self {
        self.args.push((name, Arg::Count(count)));
        self
    }
}

/// A size in KiB, put into words.
#[must_use]
pub fn kibibytes(count: usize) -> Text {
    Text::new("size-kibibytes").with_count("count", count)
}

/// A size in MiB, put into words.
#[must_use]
pub fn mebibytes(count: usize) -> Text {
    Text::new("size-mebibytes").with_count("count", count)
}

impl From<&'static str> for Text {
    fn from(id: &'static str) -> Self {
        Self::new(id)
    }
}

/// Why the work could not be done at all: disk, arguments, a lock. Never a fault of the content, which is a
/// [`Diagnostic`](super::Diagnostic).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What went wrong, and where.
    pub text: Text,
    /// What to do about it.
    pub hint: Option<Text>,
}

impl Failure {
    /// A failure with its message.
    #[must_use]
    pub fn new(text: impl Into<Text>) -> Self {
        Self { text: text.into(), hint: None }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Text>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}
