//! From a text to its words in capitals, which may be acronyms, and whether they only are because their title is.

use std::ops::Range;

/// Whether a word stands in a row of three or more, or beside a long one: then all is in capitals, as in a title.
pub(super) fn is_in_title(text: &str, capitals: &[Range<usize>], at: usize) -> bool {
    let is_row =
        |pair: &[Range<usize>]| text.get(pair[0].end..pair[1].start).is_some_and(|between| between.trim().is_empty());
    let before = capitals[..=at].windows(2).rev().take(2).take_while(|pair| is_row(pair)).count();
    let after = capitals[at..].windows(2).take(2).take_while(|pair| is_row(pair)).count();
    let row = &capitals[at - before..=at + after];
    row.len() > 2 || row.iter().any(|word| word.len() > 8) && row.len() > 1
}

/// The words in capitals, those that belong to numbers and addresses left out.
pub(super) fn capitals(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let belongs = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_' | '@' | '/' | '.' | '&');
    let mut rest = 0;
    while let Some(start) = text[rest..].find(char::is_uppercase).map(|at| rest + at) {
        let from = text[..start]
            .rfind(|sign| !belongs(sign))
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        let end = text[start..].find(|sign| !belongs(sign)).map_or(text.len(), |at| start + at);
        rest = end;
        let whole = &text[from.max(found.last().map_or(0, |word| word.end)).min(start)..end];
        let is_address = whole.contains(['@', '_']) || whole.contains("//") || whole.contains("www.");
        let is_code = whole.contains('-') && whole.contains(|sign: char| sign.is_ascii_digit());
        if is_address || is_code {
            continue;
        }
        let mut at = start;
        for piece in text[start..end].split_inclusive(['-', '/', '&']) {
            let word = piece.trim_end_matches(['-', '/', '&', '.']);
            if let Some(length) = acronym_length(word) {
                found.push(at..at + length);
            }
            at += piece.len();
        }
    }
    found
}

/// The length of the capitals of a word that is in capitals, but for an `s` of the plural.
fn acronym_length(word: &str) -> Option<usize> {
    let stem = word.strip_suffix('s').unwrap_or(word);
    let is_sign = |sign: char| sign.is_uppercase() || sign.is_ascii_digit() || sign == '.';
    let capitals = stem.chars().filter(|sign| sign.is_uppercase()).count();
    (capitals > 1 && stem.chars().all(is_sign) && !stem.contains("..")).then_some(stem.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_words_of_their_own() {
        let said = |text: &'static str| capitals(text).into_iter().map(|word| &text[word]).collect::<Vec<_>>();
        assert_eq!(said("The UN, U.N. and NGOs (ICT) or EU/NATO."), ["UN", "U.N", "NGO", "ICT", "EU", "NATO"]);
        assert_eq!(said("L'ÉMI et l'ONU."), ["ÉMI", "ONU"]);
        assert!(said("A5, G10, JLA-CS-017, HR@x.example, McDonald, Oslo, https://X.EXAMPLE/AB").is_empty());
        assert_eq!(said("CO2"), ["CO2"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_capitals_within_it(text in "([A-ZÉ]{1,3}|[a-z]{1,2}|[-/.@& 's\u{1F600}é]){0,30}") {
            for word in capitals(&text) {
                assert!(text.get(word).is_some());
            }
        }
    }
}
