//! Completes the typography of running text: apostrophes, quotation marks, and the no-break spaces of French.
//!
//! It replaces spaces that the writer typed and signs that a keyboard lacks. It inserts no space where there was none,
//! but inside « »; so inclusive forms (`candidat(e)s`, `directrice/directeur`), times, addresses and identifiers stay as
//! they are. Code never comes here. What it has done once it does not do again.

use crate::domain::Profile;

const NO_BREAK: char = '\u{a0}';
const THIN: char = '\u{202f}';
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
        let mut out = String::with_capacity(text.len() + 8);
        if self.profile == Profile::AsTyped {
            out.push_str(text);
        } else {
            self.set_signs(text, &mut out);
            if self.is_french() {
                out = self.set_spaces(&out);
            }
        }
        self.pass(&out);
        out
    }

    const fn is_french(&self) -> bool {
        matches!(self.profile, Profile::France | Profile::Canada)
    }

    /// Apostrophes, English quotation marks, the ellipsis.
    fn set_signs(&self, text: &str, out: &mut String) {
        let mut last = self.last;
        let mut rest = text.chars().peekable();
        while let Some(character) = rest.next() {
            let after_word = last.is_some_and(|last| last.is_alphanumeric() || matches!(last, ')' | '’' | '.'));
            let begins = last.is_none_or(|last| last.is_whitespace() || "([{—–/“‘«".contains(last));
            let set = match character {
                '\'' if after_word || self.is_french() => '’',
                '\'' if begins => '‘',
                '\'' => '’',
                '"' if self.profile == Profile::English => {
                    if begins {
                        '“'
                    } else {
                        '”'
                    }
                }
                '.' if rest.peek() == Some(&'.') => {
                    rest.next();
                    if rest.peek() == Some(&'.') {
                        rest.next();
                        '…'
                    } else {
                        out.push('.');
                        '.'
                    }
                }
                other => other,
            };
            out.push(set);
            last = Some(set);
        }
    }

    /// The spaces of French.
    fn set_spaces(&self, text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let mut out = String::with_capacity(text.len() + 8);
        for (at, character) in characters.iter().copied().enumerate() {
            let before = if at == 0 { self.last } else { Some(characters[at - 1]) };
            let after = characters.get(at + 1).copied();
            match character {
                ' ' | NO_BREAK | THIN => {
                    let space = self.space(&characters, at, before, after);
                    out.push(space.unwrap_or(character));
                }
                '»' if before.is_some_and(|before| !before.is_whitespace()) => out.extend([NO_BREAK, '»']),
                '«' if after.is_some_and(|after| !after.is_whitespace()) => out.extend(['«', NO_BREAK]),
                other => out.push(other),
            }
        }
        out
    }

    /// The space that belongs at this place, if it is not an ordinary one.
    fn space(&self, text: &[char], at: usize, before: Option<char>, after: Option<char>) -> Option<char> {
        let group = if self.profile == Profile::France { THIN } else { NO_BREAK };
        if before == Some('«') {
            return Some(NO_BREAK);
        }
        match after? {
            ':' | '»' | '%' | '€' | '$' => return Some(NO_BREAK),
            ';' | '!' | '?' => return Some(THIN),
            _ => {}
        }
        let word_after: String = text[at + 1..].iter().take_while(|next| next.is_alphanumeric()).collect();
        if before.is_some_and(|before| before.is_ascii_digit()) {
            let digits = word_after.len() == 3 && word_after.bytes().all(|byte| byte.is_ascii_digit());
            if digits && !follows_zero(text, at) {
                return Some(group);
            }
            if word_after == "h" || MONTHS.contains(&word_after.as_str()) || is_unit(&word_after) {
                return Some(NO_BREAK);
            }
        }
        let word_before: String = text[..at]
            .iter()
            .rev()
            .take_while(|last| !last.is_whitespace())
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        let first = word_before == "1er" && MONTHS.contains(&word_after.as_str());
        let hour = word_before == "h" && word_after.len() == 2 && word_after.bytes().all(|byte| byte.is_ascii_digit());
        (first || hour || CLINGING.contains(&word_before.as_str())).then_some(NO_BREAK)
    }
}

/// Whether the digits before a space begin with a zero: a telephone number, not the thousands of an amount.
fn follows_zero(text: &[char], at: usize) -> bool {
    let digits = text[..at].iter().rev().take_while(|digit| digit.is_ascii_digit()).count();
    digits > 3 || text.get(at - digits) == Some(&'0')
}

fn is_unit(word: &str) -> bool {
    matches!(word, "EUR" | "CHF" | "USD" | "CAD" | "GBP" | "km" | "kg" | "min" | "heures" | "jours" | "ans" | "mois")
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
