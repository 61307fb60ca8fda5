//! From some words to whether they are in one language rather than in another.
//!
//! The words that hold sentences together decide first, because counting them costs almost nothing. Only where more of
//! them are the other language's is the library asked, which looks at how letters follow each other, and both must agree.

use whatlang::{Detector, Lang};

/// Shorter texts tell too little, in bytes.
const SHORTEST: usize = 24;
/// The length of the longest of the words that decide, in bytes.
const LONGEST: usize = 6;

/// Whether a text is written in `other` and not in `own`, two languages by their codes. Never, unless it is certain.
#[must_use]
pub fn is_in_other_language(text: &str, own: &str, other: &str) -> bool {
    let (Some(own), Some(other)) = (known(own), known(other)) else { return false };
    if text.len() < SHORTEST {
        return false;
    }
    let (mut ours, mut theirs) = (0_usize, 0_usize);
    for word in text.split(|sign: char| !sign.is_alphabetic()).filter(|word| (2..=LONGEST).contains(&word.len())) {
        let word = packed(word);
        ours += usize::from(own.has(word));
        theirs += usize::from(other.has(word));
    }
    if theirs < 2 || theirs < 3 * ours {
        return false;
    }
    let detector = Detector::with_allowlist(vec![own.language, other.language]);
    detector.detect(text).is_some_and(|found| found.lang() == other.language)
}

/// A language, and short words that are common in it and are no words of the other, packed, in order.
struct Known {
    language: Lang,
    words: &'static [u64],
}

impl Known {
    fn has(&self, word: u64) -> bool {
        self.words.binary_search(&word).is_ok()
    }
}

/// A short word as a number, in the order of the words. All words of all texts are looked up, and numbers are compared in
/// no time.
const fn packed(word: &str) -> u64 {
    let (bytes, mut number, mut at) = (word.as_bytes(), 0, 0);
    while at < 8 {
        number = number << 8 | if at < bytes.len() { bytes[at] as u64 } else { 0 };
        at += 1;
    }
    number
}

const fn all_packed<const N: usize>(words: [&str; N]) -> [u64; N] {
    let (mut all, mut at) = ([0; N], 0);
    while at < N {
        assert!(words[at].len() <= LONGEST);
        all[at] = packed(words[at]);
        at += 1;
    }
    all
}

fn known(code: &str) -> Option<Known> {
    match code {
        "en" => Some(Known { language: Lang::Eng, words: &ENGLISH }),
        "fr" => Some(Known { language: Lang::Fra, words: &FRENCH }),
        _ => None,
    }
}

static ENGLISH: [u64; 41] = all_packed([
    "all", "and", "any", "are", "at", "be", "been", "both", "by", "can", "each", "for", "from", "has", "have", "how",
    "is", "it", "its", "may", "must", "not", "of", "or", "other", "such", "that", "the", "their", "these", "they",
    "this", "those", "to", "was", "were", "when", "which", "who", "will", "with",
]);

static FRENCH: [u64; 42] = all_packed([
    "afin", "au", "aussi", "aux", "avec", "ce", "ces", "cette", "dans", "de", "des", "doit", "du", "elle", "en", "est",
    "et", "ils", "la", "le", "les", "leur", "leurs", "nous", "ou", "par", "pas", "plus", "pour", "que", "qui", "sa",
    "ses", "son", "sont", "sur", "tous", "tout", "toute", "un", "une", "vous",
]);

#[cfg(test)]
mod tests {
    use super::*;

    const NOTE: &str = "The incumbent runs the office and reports to the head of the section.";
    const AVIS: &str = "La personne titulaire dirige le bureau et relève du chef de la section.";

    #[test]
    fn a_sentence_is_in_its_language() {
        assert!(is_in_other_language(NOTE, "fr", "en"));
        assert!(is_in_other_language(AVIS, "en", "fr"));
        assert!(!is_in_other_language(NOTE, "en", "fr"));
        assert!(!is_in_other_language(AVIS, "fr", "en"));
    }

    #[test]
    fn the_words_are_in_order() {
        assert!(ENGLISH.is_sorted() && FRENCH.is_sorted());
        assert!(!ENGLISH.iter().any(|word| FRENCH.contains(word)), "a word of both tells nothing");
    }

    #[test]
    fn what_is_not_certain_is_not_said() {
        for text in ["", "Microsoft Excel, Word, PowerPoint", "Communication", "Mons, Belgium", "the of and to"] {
            assert!(!is_in_other_language(text, "fr", "en"), "{text}");
        }
        assert!(!is_in_other_language(NOTE, "fr", "de"), "a language that is not known");
    }
}
