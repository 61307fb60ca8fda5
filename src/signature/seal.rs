//! From a text to its seal: the same for all texts that say the same to a reader of the source.
//!
//! Ends of lines, blanks at the end of a line, no-break spaces, blanks beside French punctuation and the form of
//! apostrophes do not count, so that a text that is mended mechanically keeps its signature.

use crate::domain::Digest;

/// The seal of a text, sixteen hexadecimal digits.
#[must_use]
pub fn seal(text: &str) -> String {
    Digest::of(plain(text).as_bytes()).seal()
}

/// A sign before which French sets a blank, and English none.
pub(super) const fn has_blank_before(sign: char) -> bool {
    matches!(sign, ';' | ':' | '!' | '?' | '%' | '»')
}

/// The form in which texts are compared.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in text.trim().lines() {
        // Blanks are put down when it is known what follows them.
        let mut blanks = 0;
        let mut last = '\n';
        for sign in line.chars() {
            if sign.is_whitespace() {
                blanks += 1;
                continue;
            }
            if !has_blank_before(sign) && last != '«' {
                plain.extend(std::iter::repeat_n(' ', blanks));
            }
            blanks = 0;
            last = same(sign);
            plain.push(last);
        }
        plain.push('\n');
    }
    plain
}

/// The sign by which all of its forms are compared.
pub(super) const fn same(sign: char) -> char {
    match sign {
        '’' | 'ʼ' => '\'',
        sign => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_mended_mechanically_keeps_its_seal() {
        let typed = "- L'agent lit : « oui »  \n  et 10 % de plus ; vraiment ?\n\nFin\n";
        let mended = "\r\n- L’agent lit\u{a0}: «\u{a0}oui\u{a0}»\n  et 10\u{202f}% de plus\u{202f}; vraiment\u{202f}?\r\n\r\nFin";
        assert_eq!(seal(typed), seal(mended));
        assert_eq!(seal("mot: autre"), seal("mot\u{a0}: autre"));
        assert_eq!(seal(typed).len(), 16);
    }

    #[test]
    fn what_says_something_else_does_not() {
        for (one, other) in [
            ("ten years", "two years"),
            ("a b", "ab"),
            ("a\n\nb", "a\nb"),
            ("- a\n  - b", "- a\n- b"),
            ("A", "a"),
            ("", "a"),
        ] {
            assert_ne!(seal(one), seal(other), "{one:?} and {other:?}");
        }
    }
}
