//! From a language to the letters that belong to an apostrophe: before it in French (*l’équipe*), after it in English (*don’t*).

/// The letters beside the apostrophes of a language, in small letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Elision {
    /// Words that have lost their end, and so never stand before a space.
    pub before: &'static [&'static str],
    /// Endings that never stand behind a space.
    pub after: &'static [&'static str],
}

const ENGLISH: Elision = Elision { before: &[], after: &["s", "t", "re", "ve", "ll", "d", "m"] };
const FRENCH: Elision = Elision {
    before: &["l", "d", "j", "m", "n", "s", "c", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu"],
    after: &[],
};

/// The letters beside the apostrophes of a language, if they are known.
#[must_use]
pub fn elision(language: &str) -> Option<&'static Elision> {
    match language {
        "en" => Some(&ENGLISH),
        "fr" => Some(&FRENCH),
        _ => None,
    }
}
