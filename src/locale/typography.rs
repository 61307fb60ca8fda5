//! Completes the typography of running text: apostrophes, quotation marks, and the no-break spaces of French.
//!
//! It replaces spaces that the writer typed and signs that a keyboard lacks. It inserts no space where there was none,
//! but inside « »; so inclusive forms (`candidat(e)s`, `directrice/directeur`), times, addresses and identifiers stay as
//! they are. Code never comes here. What it has done once it does not do again.

use std::borrow::Cow;

use crate::domain::Profile;

pub(super) const NO_BREAK: char = '\u{a0}';
pub(super) const THIN: char = '\u{202f}';
const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
/// How the words end that must not be parted from what follows; a quick look before the word itself is looked at.
const ENDS: [&str; 10] = ["n°", "N°", "§", "M.", "Mme", "t.", "p.", "1er", " h", "\u{a0}h"];
/// Abbreviations that must not be parted from what follows.
const CLINGING: [&str; 8] = ["n°", "N°", "§", "M.", "MM.", "Mme", "art.", "p."];

/// Sets running text by the rules of a profile. It remembers the last character, so that a sentence may come in
/// pieces (around emphasis or a link).
#[derive(Debug, Clone)]
pub struct Typesetter {
    profile: Profile,
    last: Option<char>,
}

impl Typesetter {
    /// A typesetter at the beginning of a text.
    #[must_use]
    pub const fn new(profile: Profile) -> Self {
        Self { profile, last: None }
    }

    /// Begins another block: what came before no longer matters.
    pub const fn begin(&mut self) {
        self.last = None;
    }

    /// Tells of text that is not set itself (code), for what follows it.
    pub fn pass(&mut self, text: &str) {
        self.last = text.chars().next_back().or(self.last);
    }

    /// Sets the next piece of text.
    pub fn set(&mut self, text: &str) -> String {
        let set = match self.profile {
            Profile::AsTyped => text.to_owned(),
            Profile::English => self.set_signs(text).into_owned(),
            Profile::France | Profile::Canada => self.set_spaces(&self.set_signs(text)),
        };
        self.pass(&set);
        set
    }

    const fn is_french(&self) -> bool {
        matches!(self.profile, Profile::France | Profile::Canada)
    }

    /// Apostrophes, English quotation marks, the ellipsis.
    fn set_signs<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let bytes = text.as_bytes();
        let mut out = String::new();
        let mut from = 0;
        let mut at = 0;
        while let Some(found) = bytes[at..].iter().position(|byte| matches!(byte, b'\'' | b'"' | b'.')) {
            let sign = at + found;
            let last = if sign == from { out.chars().next_back() } else { text[..sign].chars().next_back() };
            let last = last.or(self.last);
            let length = if bytes[sign] == b'.' { 3 } else { 1 };
            at = sign + length;
            let set = match bytes[sign] {
                b'.' if bytes[sign..].starts_with(b"...") => '…',
                b'\'' => self.apostrophe(last),
                b'"' if self.profile == Profile::English => {
                    if begins(last) {
                        '“'
                    } else {
                        '”'
                    }
                }
                _ => {
                    at = sign + 1;
                    continue;
                }
            };
            out.push_str(&text[from..sign]);
            out.push(set);
            from = at;
        }
        if from == 0 {
            return text.into();
        }
        out.push_str(&text[from..]);
        out.into()
    }

    fn apostrophe(&self, last: Option<char>) -> char {
        let after_word = last.is_some_and(|last| last.is_alphanumeric() || matches!(last, ')' | '’' | '.'));
        if begins(last) && !after_word && !self.is_french() { '‘' } else { '’' }
    }

    /// The spaces of French.
    fn set_spaces(&self, text: &str) -> String {
        let bytes = text.as_bytes();
        let mut out = String::with_capacity(text.len() + 16);
        let mut from = 0;
        let mut at = 0;
        // The first bytes of a space, of « and », and of the thin space.
        while let Some(found) = bytes[at..].iter().position(|byte| matches!(byte, b' ' | 0xC2 | 0xE2)) {
            let start = at + found;
            let sign = text[start..].chars().next().unwrap_or(' ');
            let end = start + sign.len_utf8();
            at = end;
            let before = text[..start].chars().next_back().or(self.last);
            let after = text[end..].chars().next();
            let set = match sign {
                '«' if after.is_some_and(|after| !after.is_whitespace()) => ['«', NO_BREAK],
                '»' if before.is_some_and(|before| !before.is_whitespace()) => [NO_BREAK, '»'],
                ' ' | NO_BREAK | THIN => match self.space(&text[..start], &text[end..], before, after) {
                    Some(space) => [space, '\0'],
                    None => continue,
                },
                _ => continue,
            };
            out.push_str(&text[from..start]);
            out.extend(set.into_iter().filter(|set| *set != '\0'));
            from = end;
        }
        out.push_str(&text[from..]);
        out
    }

    /// The space that belongs between two parts of a text, if it is not the one that was typed.
    fn space(&self, left: &str, right: &str, before: Option<char>, after: Option<char>) -> Option<char> {
        if before == Some('«') {
            return Some(NO_BREAK);
        }
        match after? {
            ':' | '»' | '%' | '€' | '$' => return Some(NO_BREAK),
            ';' | '!' | '?' => return Some(THIN),
            _ => {}
        }
        let next_word = || right.split(|end: char| !end.is_alphanumeric()).next().unwrap_or_default();
        let is_number =
            |word: &str, digits: usize| word.len() == digits && word.bytes().all(|byte| byte.is_ascii_digit());
        match before? {
            '0'..='9' => {
                let word = next_word();
                if is_number(word, 3) && !is_of_telephone(left) {
                    return Some(if self.profile == Profile::France { THIN } else { NO_BREAK });
                }
                (word == "h" || MONTHS.contains(&word) || is_unit(word)).then_some(NO_BREAK)
            }
            // The ends of the abbreviations, of *1er* and of the hour.
            _ if ENDS.iter().any(|end| left.ends_with(end)) => {
                let last_word = left.rsplit(char::is_whitespace).next().unwrap_or_default();
                let first_of_month = last_word == "1er" && MONTHS.contains(&next_word());
                let hour = last_word == "h" && is_number(next_word(), 2);
                (first_of_month || hour || CLINGING.contains(&last_word)).then_some(NO_BREAK)
            }
            _ => None,
        }
    }
}

/// Whether a sign after this character begins a quotation.
fn begins(last: Option<char>) -> bool {
    last.is_none_or(|last| last.is_whitespace() || "([{—–/“‘«".contains(last))
}

/// Whether the digits at the end of a text begin with a zero or are too many: a telephone number, not the thousands of an
/// amount.
fn is_of_telephone(text: &str) -> bool {
    let digits = text.len() - text.trim_end_matches(|digit: char| digit.is_ascii_digit()).len();
    digits > 3 || text[text.len() - digits..].starts_with('0')
}

/// A unit, or the code of a currency (ISO 4217).
fn is_unit(word: &str) -> bool {
    let is_currency = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    is_currency || matches!(word, "km" | "kg" | "min" | "heures" | "jours" | "ans" | "mois")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(profile: Profile, text: &str) -> String {
        let once = Typesetter::new(profile).set(text);
        assert_eq!(Typesetter::new(profile).set(&once), once, "setting twice changes nothing");
        once.replace(NO_BREAK, "~").replace(THIN, "_")
    }

    #[test]
    fn french_as_in_france() {
        for (typed, expected) in [
            ("Postulez ! Comment ? Ainsi : voir ; fin", "Postulez_! Comment_? Ainsi~: voir_; fin"),
            ("la mention « Key challenges » exacte", "la mention «~Key challenges~» exacte"),
            ("la mention «Key challenges» exacte", "la mention «~Key challenges~» exacte"),
            ("l'article n° 5, § 4, M. Durand", "l’article n°~5, §~4, M.~Durand"),
            ("4 565,36 EUR le 7 mai à 23 h 59, 10 %", "4_565,36~EUR le 7~mai à 23~h~59, 10~%"),
            ("le 1er mai 2025", "le 1er~mai 2025"),
            ("123 456,70 KES, les 32 pays", "123_456,70~KES, les 32 pays"),
            ("et ainsi de suite...", "et ainsi de suite…"),
        ] {
            assert_eq!(set(Profile::France, typed), expected);
        }
    }

    #[test]
    fn french_as_in_canada() {
        assert_eq!(set(Profile::Canada, "Postulez! Ainsi : « oui » ; 4 565 $"), "Postulez! Ainsi~: «~oui~»_; 4~565~$");
    }

    #[test]
    fn inclusive_forms_times_and_identifiers_stay() {
        for text in [
            "candidat(e)s, secrétaire général(e) adjoint(e) délégué(e)",
            "directrice/directeur, la/le, ils/elles, candidat·e·s",
            "23:59, 1:2, PASP0109, G22, NATO/OTAN, https://example.org/?a=b:c;d!",
            "02 707 41 11",
        ] {
            assert_eq!(set(Profile::France, text), text);
        }
    }

    #[test]
    fn english_quotes_and_apostrophes() {
        assert_eq!(
            set(Profile::English, "the \"Key challenges\" of the staff's year"),
            "the “Key challenges” of the staff’s year"
        );
        assert_eq!(set(Profile::English, "it is 'new' (\"so\")"), "it is ‘new’ (“so”)");
    }

    #[test]
    fn a_sentence_may_come_in_pieces() {
        let mut setter = Typesetter::new(Profile::English);
        assert_eq!(setter.set("the "), "the ");
        assert_eq!(setter.set("post"), "post");
        assert_eq!(setter.set("'s \"new\" grade"), "’s “new” grade");
    }

    #[test]
    fn text_as_typed_stays() {
        assert_eq!(set(Profile::AsTyped, "l'un : « deux »..."), "l'un : « deux »...");
    }
}
