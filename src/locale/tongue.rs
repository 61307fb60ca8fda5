//! From the code of a language to what is known of its words.
//!
//! Only English and French are; whoever asks for another gets nothing and must be quiet.

/// A language whose words for numbers, dates and measures are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// English.
    English,
    /// French.
    French,
}

/// A word without the `s` of its plural. Its last byte is looked at, as that is asked of every word.
pub(super) fn singular(word: &str) -> &str {
    if word.as_bytes().last() == Some(&b's') { &word[..word.len() - 1] } else { word }
}

impl Tongue {
    /// The language of a code such as `fr` or `fr-CA`.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        match code.split(['-', '_']).next()? {
            "en" => Some(Self::English),
            "fr" => Some(Self::French),
            _ => None,
        }
    }
}
