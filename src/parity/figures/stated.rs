//! From the key of a fact to the place at which the front matter states it.
//!
//! The facts of a pair keep no places, because hardly anybody asks for them; here the text is looked at again, for the sake
//! of a finding. A front matter that is written in an unusual way has no such place.

use crate::domain::{Place, Side, Span};
use crate::parity::comparison::Comparison;

/// Where a fact is stated, and what is written there: in this edition, or else in its twin.
pub(super) fn stated<'c>(comparison: &Comparison<'c>, side: Side, key: &str) -> Option<(Place, &'c str)> {
    [side, side.twin()].into_iter().find_map(|side| {
        let front = comparison.texts[side].get(..comparison.editions[side].body)?;
        let span = value(front, key)?;
        Some((comparison.place(side, span), &front[span.range()]))
    })
}

/// The value of a key: to the end of its line, or of its part of a group on one line.
fn value(front: &str, key: &str) -> Option<Span> {
    let is_nested = matches!(key, "direct-reports" | "indirect-reports" | "openings");
    let mut at = 0;
    for line in front.split_inclusive('\n') {
        let found =
            if is_nested { nested(line, key) } else { line.strip_prefix(key).map(|rest| line.len() - rest.len()) };
        let rest = found.and_then(|from| Some((from, line.get(from..)?.strip_prefix(':')?)));
        if let Some((from, rest)) = rest {
            let rest = if is_nested { rest.split([',', '}', '\n']).next().unwrap_or(rest) } else { rest };
            let rest = rest.split_once(" #").map_or(rest, |(value, _)| value);
            let start = at + from + 1 + (rest.len() - rest.trim_start().len());
            // A group on lines of its own is shown by its key.
            let (start, len) =
                if rest.trim().is_empty() { (at + from - key.len(), key.len()) } else { (start, rest.trim().len()) };
            return Some(Span::new(start, start + len));
        }
        at += line.len();
    }
    None
}

/// Where a key of a post ends in a line.
fn nested(line: &str, key: &str) -> Option<usize> {
    let ends = line.match_indices(key).map(|(at, _)| at);
    let is_whole = |at: &usize| !line[..*at].ends_with(|sign: char| sign == '-' || sign.is_alphanumeric());
    ends.filter(is_whole).map(|at| at + key.len()).find(|end| line[*end..].starts_with(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_by_its_key() {
        let front = "---\ntitle: The deadline: soon\ndeadline: 2025-05-07  # moved\nposts:\n  - { openings: 1, indirect-reports: 3, direct-reports: 4 }\n---\n";
        let say = |key: &str| value(front, key).map(|span| &front[span.range()]);
        assert_eq!(say("deadline"), Some("2025-05-07"));
        assert_eq!(say("openings"), Some("1"));
        assert_eq!(say("direct-reports"), Some("4"));
        assert_eq!(say("indirect-reports"), Some("3"));
        assert_eq!(say("posts"), Some("posts"));
        assert_eq!(say("grade"), None);
    }
}
