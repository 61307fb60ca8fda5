//! From words to the form by which they are put in order and found: without marks, capitals or signs.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The form by which the words of both languages are put in order: letters and digits in lower case, without their marks,
/// `œ` and `æ` as two letters, words apart by one blank. `L’État` stands beside `l'etat`.
///
/// Dictionaries look at marks where nothing else differs; two titles that differ in nothing else keep the order in which
/// they come. The tables of the Unicode collation algorithm would be larger than the rest of the program's data.
#[must_use]
pub fn sorting_key(words: &str) -> String {
    let mut key = String::with_capacity(words.len());
    let letters = words.nfkd().filter(|sign| !is_combining_mark(*sign)).flat_map(char::to_lowercase);
    for sign in letters {
        match sign {
            'œ' => key.push_str("oe"),
            'æ' => key.push_str("ae"),
            _ if sign.is_alphanumeric() => key.push(sign),
            _ if key.is_empty() || key.ends_with(' ') => {}
            _ => key.push(' '),
        }
    }
    key.truncate(key.trim_end().len());
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_capitals_and_signs_do_not_count() {
        for (words, key) in [
            ("Chief, Pass Office", "chief pass office"),
            ("L’État", "l etat"),
            ("« Œuvres »\u{202f}: cœur", "oeuvres coeur"),
            ("É\u{301}te\u{301}", "ete"),
            ("Agent(e)\u{a0}2", "agent e 2"),
            ("…", ""),
        ] {
            assert_eq!(sorting_key(words), key, "{words}");
        }
    }
}
