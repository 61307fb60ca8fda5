//! From a word of a language to whether it may stand twice in a row.

const ENGLISH: [&str; 13] =
    ["had", "that", "is", "do", "can", "will", "very", "so", "no", "long", "many", "her", "bye"];
const FRENCH: [&str; 12] = ["nous", "vous", "en", "si", "non", "oui", "très", "faire", "tout", "elle", "elles", "bla"];

/// Whether a word, in small letters, may stand twice in a row: *nous nous*, *had had*. Nothing where the language is not
/// known.
#[must_use]
pub fn may_be_repeated(language: &str, word: &str) -> Option<bool> {
    match language {
        "en" => Some(ENGLISH.contains(&word)),
        "fr" => Some(FRENCH.contains(&word)),
        _ => None,
    }
}
