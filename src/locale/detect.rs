//! From some words to whether they are in one language rather than in another.
//!
//! The words that hold sentences together decide first, because counting them costs almost nothing. Only where more of
//! them are the other language's is the library asked, which looks at how letters follow each other, and both must agree.

use whatlang::{Detector, Lang};

/// Shorter texts tell too little, in bytes.
const SHORTEST: usize = 24;

/// Whether a text is written in `other` and not in `own`, two languages by their codes. Never, unless it is certain.
#[must_use]
pub fn is_in_other_language(text: &str, own: &str, other: &str) -> bool {
    let (Some(own), Some(other)) = (known(own), known(other)) else { return false };
    if text.len() < SHORTEST {
        return false;
    }
    let (mut ours, mut theirs) = (0_usize, 0_usize);
    for word in text.split(|sign: char| !sign.is_alphabetic()).filter(|word| (2..=6).contains(&word.len())) {
        ours += usize::from(own.has(word));
        theirs += usize::from(other.has(word));
    }
    if theirs < 2 || theirs < 3 * ours {
        return false;
    }
    let detector = Detector::with_allowlist(vec![own.language, other.language]);
    detector.detect(text).is_some_and(|found| found.lang() == other.language)
}

/// A language, and short words that are common in it and are no words of the other, in order.
struct Known {
    language: Lang,
    words: &'static [&'static str],
}

impl Known {
    fn has(&self, word: &str) -> bool {
        self.words.binary_search(&word).is_ok()
    }
}

fn known(code: &str) -> Option<Known> {
    match code {
        "en" => Some(Known { language: Lang::Eng, words: &ENGLISH }),
        "fr" => Some(Known { language: Lang::Fra, words: &FRENCH }),
        _ => None,
    }
}

const ENGLISH: [&str; 41] = [
    "all", "and", "any", "are", "at", "be", "been", "both", "by", "can", "each", "for", "from", "has", "have", "how",
    "is", "it", "its", "may", "must", "not", "of", "or", "other", "such", "that", "the", "their", "these", "they",
    "this", "those", "to", "was", "were", "when", "which", "who", "will", "with",
];

const FRENCH: [&str; 42] = [
    "afin", "au", "aussi", "aux", "avec", "ce", "ces", "cette", "dans", "de", "des", "doit", "du", "elle", "en", "est",
    "et", "ils", "la", "le", "les", "leur", "leurs", "nous", "ou", "par", "pas", "plus", "pour", "que", "qui", "sa",
    "ses", "son", "sont", "sur", "tous", "tout", "toute", "un", "une", "vous",
];

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
