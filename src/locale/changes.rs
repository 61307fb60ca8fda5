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

/// What may stand behind a sign that ends something, beside a space.
const CLOSING: &str = ")]}»”\"’'";
/// What may stand right before a sign: an opening, or another such sign.
const NEIGHBOURS: &str = "([{«“\"!?…;:";

/// Where the rules of a profile ask for a space before a sign and none was typed, in a text between two signs. A space is
/// only missed before a sign that ends something: not in times, ratios and addresses, and not between two signs.
#[must_use]
pub fn missing_spaces(profile: Profile, text: &str, (before, after): (Option<char>, Option<char>)) -> Vec<Change> {
    let space = |sign| match (profile, sign) {
        (Profile::France | Profile::Canada, ':') => Some(NO_BREAK),
        (Profile::France, ';' | '!' | '?') => Some(THIN),
        _ => None,
    };
    let is_behind = |last: Option<char>| last.is_some_and(|last| !last.is_whitespace() && !NEIGHBOURS.contains(last));
    let mut missing = Vec::new();
    let mut last = before;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next).or(after);
        let is_end = next.is_none_or(|next| next.is_whitespace() || CLOSING.contains(next));
        if let Some(set) = space(sign).filter(|_| is_end && is_behind(last)) {
            missing.push(Change { typed: at..at, set });
        }
        last = Some(sign);
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Typesetter;

    fn spaced(profile: Profile, text: &str) -> String {
        let mut spaced = text.to_owned();
        for change in missing_spaces(profile, text, (None, None)).into_iter().rev() {
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
        let typed = "Postulez! Comment? Ainsi: voir (sic!) ; candidat(e)s: «oui»; en 2025: fin?";
        let france = "Postulez_! Comment_? Ainsi~: voir (sic_!) ; candidat(e)s~: «oui»_; en 2025~: fin_?";
        assert_eq!(spaced(Profile::France, typed), france);
        assert_eq!(spaced(Profile::Canada, "Postulez! Ainsi: voir; fin"), "Postulez! Ainsi~: voir; fin");
        assert_eq!(spaced(Profile::English, "So: go!"), "So: go!");
    }

    #[test]
    fn no_space_is_missed_in_times_addresses_and_forms() {
        let typed = "à 23:59, 1:2, https://example.org/?a=b;c, candidat:e:s, :-), (?) …! 12:30";
        assert_eq!(spaced(Profile::France, typed), typed);
    }
}
