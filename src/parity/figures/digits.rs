//! From digits to a number, by the signs that its language groups them with: 1,500 is 1500 in English, 1,5 in French.

use super::read::{Figure, Reader};
use super::value::{Date, Exact, Value};
use crate::locale::{Sense, Tongue};

/// The signs that set three digits apart in both languages.
const GROUPS: [&str; 7] = [" ", "\u{a0}", "\u{202f}", "\u{2009}", "\u{2007}", "'", "\u{2019}"];

impl Reader<'_> {
    /// The number that begins here, and where it ends; nothing where it is the number of a version.
    pub(super) fn literal(&self, at: usize) -> Option<(Exact, usize)> {
        let tokens = self.tokens;
        let is_english = tokens.tongue == Tongue::English;
        let first = tokens.digits(at)?;
        let mut whole = first.to_owned();
        let may_group = first.len() <= 3 && !first.starts_with('0');
        let mut to = at + 1;
        while let Some(next) = tokens.digits(to) {
            let gap = tokens.gap(to);
            let groups = GROUPS.contains(&gap) || (is_english && gap == ",") || (!is_english && gap == ".");
            if may_group && next.len() == 3 && groups {
                whole.push_str(next);
                to += 1;
                continue;
            }
            let is_decimal = if is_english { gap == "." } else { gap == "," || gap == "." };
            // A number of a version, or an enumeration without spaces.
            let goes_on = tokens.is_number(to + 1) && tokens.gap(to + 1) == gap;
            if is_decimal && goes_on && gap == "." {
                return None;
            }
            if is_decimal && !goes_on {
                return Some((Exact::read(&whole, next)?, to + 1));
            }
            break;
        }
        Some((Exact::read(&whole, "")?, to))
    }

    /// A date in digits: 2025-05-07, 07/05/2025, 7.5.2025.
    pub(super) fn date_in_digits(&self, at: usize) -> Option<Figure> {
        let tokens = self.tokens;
        let [first, second, third] = [tokens.digits(at)?, tokens.digits(at + 1)?, tokens.digits(at + 2)?];
        let gap = tokens.gap(at + 1);
        if tokens.gap(at + 2) != gap || !matches!(gap, "-" | "/" | "." | "\u{2011}") {
            return None;
        }
        let number = |text: &str| text.parse::<u16>().ok();
        let (year, month, day) = match (first.len(), second.len(), third.len()) {
            (4, 2, 2) => (number(first)?, number(second)?, number(third)?),
            (1 | 2, 1 | 2, 4) => {
                let (left, right) = (number(first)?, number(second)?);
                let is_month_first = right > 12 || (self.terms.is_month_first && left <= 12);
                let (month, day) = if is_month_first { (left, right) } else { (right, left) };
                (number(third)?, month, day)
            }
            _ => return None,
        };
        let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
        let day = u8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
        let date = Date { year: Some(year), month: Some(month), day: Some(day), part: None };
        Some(self.figure(at..at + 3, Value::Date(date), Sense::Figure))
    }

    /// Where a telephone number ends that begins here: +32 2 707 41 11, 02 707 41 11.
    pub(super) fn telephone(&self, at: usize) -> Option<usize> {
        let tokens = self.tokens;
        let is_international = tokens.gap(at).ends_with('+');
        let is_national = tokens.digits(at)?.starts_with('0') && (2..=4).contains(&tokens.raw(at).len());
        let mut to = at + 1;
        while tokens.is_number(to) && matches!(tokens.gap(to).trim(), "" | "." | "-" | "/" | "(" | ")" | "(0)") {
            to += 1;
        }
        let groups = to - at;
        let is_grouped = (at + 1..to).all(|at| (2..=4).contains(&tokens.raw(at).len()));
        let is_date = groups == 3 && tokens.raw(at + 2).len() == 4 && tokens.raw(at).len() == 2;
        ((is_international && groups > 1) || (is_national && groups > 2 && is_grouped && !is_date)).then_some(to)
    }
}
