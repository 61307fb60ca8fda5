//! The language in which the tool speaks, and from a message's id and arguments to a sentence in it.

use std::sync::Arc;

use crate::diagnostic::{Arg, Failure, Text};
use crate::domain::{Decimal, Moment, SitePath};
use crate::locale::{DateLength, Formatter};
use crate::strings::{Args, Bundle, Layer, Value};

/// A language of the tool's own messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// English.
    English,
    /// French.
    French,
}

impl Tongue {
    /// The language of a code or locale such as `fr`, `fr_BE.UTF-8` or `en-GB`.
    #[must_use]
    pub fn of(locale: &str) -> Option<Self> {
        match locale.split(['-', '_', '.', '@']).next() {
            Some("en" | "C" | "POSIX") => Some(Self::English),
            Some("fr") => Some(Self::French),
            _ => None,
        }
    }

    /// The code of the language.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    const fn messages(self) -> &'static str {
        match self {
            Self::English => include_str!("messages/en.ftl"),
            Self::French => include_str!("messages/fr.ftl"),
        }
    }

    const fn locale(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::French => "fr-FR",
        }
    }
}

/// The tool's own messages in one language.
pub struct Voice {
    tongue: Tongue,
    bundle: Bundle,
    formatter: Arc<Formatter>,
}

impl Voice {
    /// The messages of a language.
    ///
    /// # Panics
    /// Never: the data of both locales are compiled in.
    #[must_use]
    pub fn new(tongue: Tongue) -> Self {
        let layer = Layer::read([(&SitePath::new("messages.ftl"), tongue.messages())]).value;
        let formatter =
            Arc::new(Formatter::new(tongue.locale()).expect("both locales are compiled in, which a test looks after"));
        Self { tongue, bundle: Bundle::new(tongue.locale(), &formatter, &[&layer]), formatter }
    }

    /// The language.
    #[must_use]
    pub const fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// The messages whose ids begin like this, in words. None of them takes arguments.
    pub fn beginning<'v>(&'v self, start: &'v str) -> impl Iterator<Item = (&'v str, String)> {
        let ids = self.bundle.ids().filter(move |id| id.starts_with(start));
        ids.map(|id| (id, self.bundle.text(id, &Args::none())))
    }

    /// A message in words.
    #[must_use]
    pub fn say(&self, text: &Text) -> String {
        let args: Args<'_> = text.args.iter().map(|(name, arg)| ((*name).into(), self.argument(arg))).collect();
        self.bundle.text(text.id, &args)
    }

    /// A failure in words: what went wrong, and what to do about it on a line of its own.
    #[must_use]
    pub fn failure(&self, failure: &Failure) -> String {
        let what = self.say(&failure.text);
        match &failure.hint {
            Some(hint) => format!("{what}\n{}", self.say(hint)),
            None => what,
        }
    }

    /// A moment with its date and time.
    #[must_use]
    pub fn moment(&self, moment: &Moment) -> String {
        let formatter = &self.formatter;
        formatter.joined(&formatter.date(moment, DateLength::Long), &formatter.time(moment))
    }

    /// A number.
    #[must_use]
    pub fn number(&self, decimal: &Decimal) -> String {
        self.formatter.number(decimal)
    }

    /// A date.
    #[must_use]
    pub fn date(&self, moment: &Moment) -> String {
        self.formatter.date(moment, DateLength::Medium)
    }

    /// The ids of all messages.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.bundle.ids()
    }

    fn argument<'a>(&self, arg: &'a Arg) -> Value<'a> {
        match arg {
            Arg::Verbatim(text) => Value::from(text.as_str()),
            Arg::Message(text) => Value::from(self.say(text)),
            Arg::Count(count) => Value::Count(*count as u64),
            Arg::Date(moment) => Value::Moment(*moment),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_follows_the_locale() {
        assert_eq!(Tongue::of("fr_BE.UTF-8"), Some(Tongue::French));
        assert_eq!(Tongue::of("en-GB"), Some(Tongue::English));
        assert_eq!(Tongue::of("de_DE"), None);
    }

    #[test]
    fn every_message_exists_in_both_languages_with_the_same_arguments() {
        let read = |tongue: Tongue| Layer::read([(&SitePath::new("m.ftl"), tongue.messages())]);
        let (english, french) = (read(Tongue::English), read(Tongue::French));
        assert!(english.log.is_empty() && french.log.is_empty());
        let signature = |layer: &Layer| {
            layer.messages.iter().map(|(id, message)| (id.clone(), message.variables.clone())).collect::<Vec<_>>()
        };
        assert_eq!(signature(&english.value), signature(&french.value));
    }
}
