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
        ours += usize::from(own.words.iter().any(|known| known.eq_ignore_ascii_case(word)));
        theirs += usize::from(other.words.iter().any(|known| known.eq_ignore_ascii_case(word)));
    }
    if theirs < 2 || theirs < 3 * ours {
        return false;
    }
    let detector = Detector::with_allowlist(vec![own.language, other.language]);
    detector.detect(text).is_some_and(|found| found.lang() == other.language)
}

struct Known {
    language: Lang,
    /// Short words that are common in this language and are no words of the other.
    words: &'static [&'static str],
}

fn known(code: &str) -> Option<Known> {
    let known = match code {
        "en" => Known {
            language: Lang::Eng,
            words: &[
                "the", "of", "and", "to", "with", "for", "by", "is", "are", "be", "been", "has", "have", "that", "this",
                "these", "those", "from", "which", "who", "will", "was", "were", "their", "they", "its", "it", "at",
                "must", "any", "all", "how", "when", "not", "may", "can", "both", "each", "other", "such", "or",
            ],
        },
        "fr" => Known {
            language: Lang::Fra,
            words: &[
                "le", "la", "les", "de", "du", "des", "et", "en", "un", "une", "que", "qui", "dans", "pour", "par", "sur",
                "avec", "est", "sont", "ou", "au", "aux", "ce", "cette", "ces", "ses", "son", "sa", "leur", "leurs",
                "elle", "ils", "nous", "vous", "pas", "plus", "doit", "tout", "toute", "tous", "aussi", "afin",
            ],
        },
        _ => return None,
    };
    Some(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "The incumbent runs the office and reports to the head of the section.";
    const FRENCH: &str = "La personne titulaire dirige le bureau et relève du chef de la section.";

    #[test]
    fn a_sentence_is_in_its_language() {
        assert!(is_in_other_language(ENGLISH, "fr", "en"));
        assert!(is_in_other_language(FRENCH, "en", "fr"));
        assert!(!is_in_other_language(ENGLISH, "en", "fr"));
        assert!(!is_in_other_language(FRENCH, "fr", "en"));
    }

    #[test]
    fn what_is_not_certain_is_not_said() {
        for text in ["", "Microsoft Excel, Word, PowerPoint", "Communication", "Mons, Belgium", "the of and to"] {
            assert!(!is_in_other_language(text, "fr", "en"), "{text}");
        }
        assert!(!is_in_other_language(ENGLISH, "fr", "de"), "a language that is not known");
    }
}
