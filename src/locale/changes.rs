//! From typed text and the same text set to what setting has changed, sign by sign; and the spaces of French that were not
//! typed at all, which setting leaves alone.

use std::ops::Range;

use super::typography::{NO_BREAK, THIN};
use crate::domain::Profile;

/// A part of a typed text that reads otherwise once it is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The typed part, in bytes; empty where a sign is put in.
    pub typed: Range<usize>,
    /// The sign that takes its place.
    pub set: char,
}

/// What a [`Typesetter`](super::Typesetter) has changed in a text.
#[must_use]
pub fn changes(typed: &str, set: &str) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut at = 0;
    for sign in set.chars() {
        let here = typed[at..].chars().next();
        let length = match (sign, here) {
            (_, Some(here)) if here == sign => {
                at += sign.len_utf8();
                continue;
            }
            ('…', _) if typed[at..].starts_with("...") => 3,
            (NO_BREAK | THIN, Some(here @ (' ' | NO_BREAK | THIN))) => here.len_utf8(),
            ('‘' | '’' | '“' | '”', Some('\'' | '"')) => 1,
            (NO_BREAK, _) => 0,
            // The typesetter does nothing else.
            _ => return Vec::new(),
        };
        changes.push(Change { typed: at..at + length, set: sign });
        at += length;
    }
    changes
}

/// Where the rules of a profile ask for a space before a sign and none was typed. A space is only missed behind a word,
/// and before a sign that ends something: not in times, ratios, addresses, and not between two signs.
#[must_use]
pub fn missing_spaces(profile: Profile, before: Option<char>, text: &str) -> Vec<Change> {
    let space = |sign| match (profile, sign) {
        (Profile::France | Profile::Canada, ':') => Some(NO_BREAK),
        (Profile::France, ';' | '!' | '?') => Some(THIN),
        _ => None,
    };
    let mut missing = Vec::new();
    let mut last = before;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        if let (Some(set), Some(last)) = (space(sign), last)
            && ends_a_word(last)
            && is_an_end(sign, last, next)
        {
            missing.push(Change { typed: at..at, set });
        }
        last = Some(sign);
    }
    missing
}

fn ends_a_word(sign: char) -> bool {
    sign.is_alphanumeric() || ")]»”%€°".contains(sign)
}

fn is_an_end(sign: char, before: char, after: Option<char>) -> bool {
    match after {
        // What follows elsewhere, behind markup, is not known here.
        None => !before.is_ascii_digit(),
        // Before », setting puts a space in.
        Some(after) if after.is_whitespace() || after == '»' => true,
        Some(after) => matches!(sign, '!' | '?') && ")]”!?".contains(after),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Typesetter;

    fn spaced(profile: Profile, text: &str) -> String {
        let mut spaced = text.to_owned();
        for change in missing_spaces(profile, None, text).into_iter().rev() {
            spaced.insert(change.typed.start, if change.set == THIN { '_' } else { '~' });
        }
        spaced
    }

    #[test]
    fn every_change_of_the_typesetter_is_told() {
        let typed = "l'avis « X » : «Y» ; 4 565 \"z\"...";
        for profile in [Profile::France, Profile::Canada, Profile::English] {
            let set = Typesetter::new(profile).set(typed);
            let mut applied = typed.to_owned();
            for change in changes(typed, &set).into_iter().rev() {
                applied.replace_range(change.typed, &change.set.to_string());
            }
            assert_eq!(applied, set);
        }
    }

    #[test]
    fn a_space_is_missed_where_a_sign_ends_a_word() {
        let typed = "Postulez! Comment? Ainsi: voir (sic!) ; candidat(e)s: «oui»; en 2025: fin?!";
        let france = "Postulez_! Comment_? Ainsi~: voir (sic_!) ; candidat(e)s~: «oui»_; en 2025~: fin_?!";
        assert_eq!(spaced(Profile::France, typed), france);
        assert_eq!(spaced(Profile::Canada, "Postulez! Ainsi: voir; fin"), "Postulez! Ainsi~: voir; fin");
        assert_eq!(spaced(Profile::English, "So: go!"), "So: go!");
    }

    #[test]
    fn no_space_is_missed_in_times_addresses_and_forms() {
        let typed = "à 23:59, 1:2, https://example.org/?a=b;c, candidat:e:s, :-), (?) …! quoi...? 12:";
        assert_eq!(spaced(Profile::France, typed), typed);
    }
}
