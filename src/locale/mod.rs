//! From dates, numbers and typed text to what a reader of a locale expects, after CLDR and the typographic rules of
//! the language.
//!
//! Month names, plural rules and number patterns are CLDR's, compiled in through ICU4X. What CLDR does not know is added
//! here: *1er*, `23 h 59`, the no-break spaces that hold a date together, and what those who compare texts must know of words.
//! here: *1er*, `23 h 59`, and the no-break spaces that hold a date together.
//!
//! The other way, [`Tongue`] reads the words of a language that say numbers, dates and measures.

mod changes;
mod cues;
mod detect;
mod elision;
mod formatter;
mod joining;
mod measures;
mod naming;
mod numerals;
mod posts;
mod repeated;
mod tongue;
mod typography;

pub use changes::{Change, changes, missing_spaces};
pub use cues::Cue;
pub use elision::{Elision, elision};
pub use formatter::{DateLength, Formatter, UnknownLocale};
pub use joining::is_joining;
pub use posts::{PostWords, post_words};
pub use repeated::may_be_repeated;

pub use detect::is_in_other_language;
pub use measures::{Part, TimeUnit, currency_code, currency_sign};
pub use naming::{accented_letters, language_names, language_tags, titles};
pub use numerals::{Form, Numeral, Sense};
pub use tongue::Tongue;
pub use typography::Typesetter;
