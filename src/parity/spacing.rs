//! `spacing`: spaces stand beside signs of punctuation as the language asks, where no build can put them right.
//!
//! A build turns the spaces that were typed into those that hold a line together, but it adds and removes none: it cannot
//! know whether `12:30` or `directrice/directeur` is meant. A missing space before `;` is the mark of a text that was typed
//! in the other language's habit. A site that asks for no typography is left alone.

use super::comparison::Comparison;
use super::reading::{Reading, Spaces, is_space, readings};
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Profile, Side};

/// What may stand behind a sign that ends something.
const CLOSING: &str = ")]}»”\"’";
/// What may stand right before a sign in French: an opening, or another such sign.
const NEIGHBOURS: &str = "([{«“\"!?…;:";

pub(super) fn check(comparison: &Comparison<'_>, log: &mut Log) {
    for side in Side::BOTH {
        let profile = comparison.site.typography[side];
        if profile == Profile::AsTyped {
            continue;
        }
        for section in &comparison.sections {
            for reading in readings(&section[side]) {
                let signs = reading.text.match_indices([';', ':', '!', '?', ',', '.', '«', '»']);
                for (at, sign) in signs.filter(|(at, _)| !reading.is_apart(*at)) {
                    log.extend(finding(comparison, side, profile, &reading, at, sign));
                }
            }
        }
    }
}

fn finding(
    comparison: &Comparison<'_>,
    side: Side,
    profile: Profile,
    reading: &Reading<'_>,
    at: usize,
    sign: &str,
) -> Option<Diagnostic> {
    let (message, hint) = match sign {
        "," | "." if has_space(reading, at, sign) => ("spacing-before", "spacing-before-hint"),
        "," | "." => return None,
        _ if profile == Profile::English && has_space(reading, at, sign) => ("spacing-before", "spacing-before-hint"),
        _ if profile == Profile::English => return None,
        "«" if lacks_space_after(reading, at + sign.len()) => ("spacing-missing-after", "spacing-missing-after-hint"),
        "«" => return None,
        _ if lacks_space(profile, reading, at, sign) => ("spacing-missing", "spacing-missing-hint"),
        _ => return None,
    };
    let message = Text::new(message).with("sign", sign);
    let finding = reading.finding(comparison, side, Rule::Spacing, &(at..at + sign.len()), message);
    Some(finding.hint(Text::new(hint).with("sign", sign)))
}

/// Whether nothing but spaces and closing signs follows: the sign is no part of a time, a ratio or an address.
fn ends(reading: &Reading<'_>, end: usize) -> bool {
    reading.after(end).is_none_or(|next| next.is_whitespace() || CLOSING.contains(next))
}

/// A space before a sign that stands right behind its word.
fn has_space(reading: &Reading<'_>, at: usize, sign: &str) -> bool {
    let end = at + sign.len();
    if !ends(reading, end) || "«»".contains(sign) {
        return false;
    }
    let (Some(before), Spaces::Some) = reading.before_spaces(at) else { return false };
    let next = reading.text[end..].trim_start_matches(is_space).chars().next();
    let is_ratio = sign == ":" && before.is_ascii_digit() && next.is_some_and(|next| next.is_ascii_digit());
    let is_ellipsis = sign == "." && (before == '.' || next == Some('.'));
    !is_ratio && !is_ellipsis && !NEIGHBOURS.contains(before)
}

/// No space before a sign that stands apart from its word in French.
fn lacks_space(profile: Profile, reading: &Reading<'_>, at: usize, sign: &str) -> bool {
    // Canada has these right behind their words.
    if profile == Profile::Canada && matches!(sign, ";" | "!" | "?") {
        return false;
    }
    let Some(before) = reading.before(at).filter(|before| !before.is_whitespace()) else { return false };
    match sign {
        "»" => before != '«',
        _ => ends(reading, at + sign.len()) && !NEIGHBOURS.contains(before),
    }
}

fn lacks_space_after(reading: &Reading<'_>, end: usize) -> bool {
    reading.after(end).is_some_and(|next| !next.is_whitespace())
}
