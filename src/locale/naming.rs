//! From the code of a language to how it and people are named: what a link must say of the language of its page, which
//! parts of an address name a language, which words stand before the name of a person.

/// How the language `code` is called in the language `reader`, in small letters without accents; nothing where either is not known.
#[must_use]
pub fn language_names(code: &str, reader: &str) -> &'static [&'static str] {
    match (code, reader) {
        ("en", "fr") => &["anglais", "anglaise", "anglaises", "english"],
        ("fr", "en") => &["french", "francais"],
        _ => &[],
    }
}

/// What stands for a language in addresses and names of files, beside its code.
#[must_use]
pub fn language_tags(code: &str) -> &'static [&'static str] {
    match code {
        "en" => &["eng", "english", "anglais"],
        "fr" => &["fra", "fre", "french", "francais"],
        _ => &[],
    }
}

/// The words that stand before the name of a person.
#[must_use]
pub fn titles(code: &str) -> &'static [&'static str] {
    match code {
        "en" => &["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor"],
        "fr" => &["M", "MM", "Mme", "Mmes", "Mlle", "Dr", "Dre", "Pr", "Pre"],
        _ => &[],
    }
}

/// Letters with accents that the language has itself. A capitalised word with others is a foreign name.
#[must_use]
pub fn accented_letters(code: &str) -> Option<&'static str> {
    match code {
        "en" => Some(""),
        "fr" => Some("àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ"),
        _ => None,
    }
}
