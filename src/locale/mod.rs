//! From dates, numbers and typed text to what a reader of a locale expects, after CLDR and the typographic rules of
//! the language.
//!
//! Month names, plural rules and number patterns are CLDR's, compiled in through ICU4X. What CLDR does not know is added
//! here: *1er*, `23 h 59`, and the no-break spaces that hold a date together.

mod formatter;
mod typography;

pub use formatter::{DateLength, Formatter, UnknownLocale};
pub use typography::Typesetter;
