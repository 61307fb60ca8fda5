//! From a language to the words that may end an item of a list before its last one: “…; and”.

/// Whether a word joins an item of a list to the next: *and*, *ou*.
#[must_use]
pub fn is_joining(language: &str, word: &str) -> bool {
    match language {
        "en" => matches!(word, "and" | "or" | "and/or"),
        "fr" => matches!(word, "et" | "ou" | "et/ou"),
        _ => false,
    }
}
