//! From a text to its words, each as a number that is the same for its forms: capitals, accents, plural, feminine.
//!
//! It is no linguistics. Two forms of one word should meet, and two words rarely do; nothing is looked up.

use std::ops::Range;

/// A word of a text.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Where it is, an inclusive ending such as `(e)s` included.
    pub range: Range<usize>,
    /// The same for `Agency` and `agencies`, `général` and `générales`.
    pub stem: u64,
}

/// The words of a text in order. An apostrophe and a hyphen part words.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::with_capacity(text.len() / 6);
    let mut letters = String::with_capacity(32);
    let mut signs = text.char_indices().peekable();
    while let Some((start, first)) = signs.next() {
        if !first.is_alphanumeric() {
            continue;
        }
        letters.clear();
        fold(first, &mut letters);
        let mut end = start + first.len_utf8();
        while let Some((at, sign)) = signs.next_if(|(_, sign)| sign.is_alphanumeric()) {
            fold(sign, &mut letters);
            end = at + sign.len_utf8();
        }
        cut_endings(&mut letters);
        let is_inclusive = signs.peek().is_some_and(|(_, sign)| matches!(sign, '(' | '·'));
        let inclusive = if is_inclusive { inclusive_ending(&text[end..]) } else { 0 };
        while inclusive > 0 && signs.next_if(|(at, _)| *at < end + inclusive).is_some() {}
        found.push(Word { range: start..end + inclusive, stem: number(letters.bytes()) });
    }
    found
}

/// The stems of a text alone.
pub(super) fn stems(text: &str) -> Vec<u64> {
    words(text).into_iter().map(|word| word.stem).collect()
}

/// A letter without capital and accent.
fn fold(sign: char, letters: &mut String) {
    if sign.is_ascii() {
        letters.push(sign.to_ascii_lowercase());
        return;
    }
    for small in sign.to_lowercase() {
        letters.push(match small {
            'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => 'a',
            'ç' => 'c',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' | 'í' => 'i',
            'ñ' => 'n',
            'ô' | 'ö' | 'ó' => 'o',
            'ù' | 'û' | 'ü' | 'ú' => 'u',
            'ÿ' | 'ý' => 'y',
            other => other,
        });
    }
}

/// A text without capitals and accents.
pub(super) fn folded(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    text.chars().for_each(|sign| fold(sign, &mut letters));
    letters
}

/// Takes the endings of plural and feminine away: agencies and agency become `agenci`, généraux and générales `general`.
fn cut_endings(letters: &mut String) {
    for ending in [b"sx", b"ee"] {
        if letters.len() > 3 && letters.as_bytes().last().is_some_and(|last| ending.contains(last)) {
            letters.pop();
        }
    }
    let replaced = match letters.as_bytes() {
        [.., b'y'] => Some('i'),
        [.., b'a', b'u'] => Some('l'),
        _ => None,
    };
    if let Some(replaced) = replaced.filter(|_| letters.len() > 3) {
        letters.pop();
        letters.push(replaced);
    }
}

/// FNV-1a, which is short and good enough for some ten thousand words.
pub(super) fn number(letters: impl Iterator<Item = impl Into<u64>>) -> u64 {
    letters.fold(0xcbf2_9ce4_8422_2325, |number: u64, letter| (number ^ letter.into()).wrapping_mul(0x0100_0000_01b3))
}

/// The length of `(e)s`, `(e)`, `·e·s` at the beginning of a text.
fn inclusive_ending(rest: &str) -> usize {
    let letters = |text: &str| text.bytes().take_while(u8::is_ascii_lowercase).count();
    if let Some(inside) = rest.strip_prefix('(') {
        let count = letters(inside);
        if (1..=5).contains(&count) && inside[count..].starts_with(')') {
            return count + 2 + letters(&inside[count + 1..]);
        }
        return 0;
    }
    let mut length = 0;
    while let Some(after) = rest[length..].strip_prefix('·') {
        let count = letters(after);
        if count == 0 {
            break;
        }
        length += '·'.len_utf8() + count;
    }
    length
}

/// The sentences of a text: what stands between signs that end one. A line end ends one too.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    let mut signs = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while let Some((at, sign)) = signs.next() {
            let end = at + sign.len_utf8();
            let is_end = match sign {
                '\n' => true,
                '.' | '!' | '?' | '…' | ';' => signs.peek().is_none_or(|(_, next)| next.is_whitespace()),
                _ => false,
            };
            if is_end {
                let from = std::mem::replace(&mut start, end);
                return Some(from..end);
            }
        }
        let from = std::mem::replace(&mut start, text.len());
        (from < text.len()).then_some(from..text.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_meet() {
        for forms in [
            ["agency", "Agencies", "AGENCY"],
            ["général", "générales", "généraux"],
            ["État", "Etats", "états"],
            ["candidat", "candidat(e)s", "candidat·e·s"],
        ] {
            let stems: Vec<_> = forms.iter().map(|form| stems(form)).collect();
            assert!(stems.iter().all(|stem| stem.len() == 1 && *stem == stems[0]), "{forms:?}");
        }
        assert_ne!(stems("poste"), stems("post office"));
        assert_eq!(stems("l'avis").len(), 2);
    }

    #[test]
    fn words_and_sentences_have_their_places() {
        let text = "Les candidat(e)s (sept) lisent. Oui ; non";
        let said: Vec<_> = words(text).iter().map(|word| &text[word.range.clone()]).collect();
        assert_eq!(said, ["Les", "candidat(e)s", "sept", "lisent", "Oui", "non"]);
        let said: Vec<_> = sentences(text).map(|range| text[range].trim()).collect();
        assert_eq!(said, ["Les candidat(e)s (sept) lisent.", "Oui ;", "non"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_words_within_it(text in "([a-zéŒ0-9A-Z]{1,4}|[(). ·;\n'’-]|\u{1F600}|İ){0,40}") {
            for word in words(&text) {
                assert!(text.get(word.range).is_some());
            }
            let whole: String = sentences(&text).map(|range| &text[range]).collect();
            assert_eq!(whole, text);
        }
    }
}
