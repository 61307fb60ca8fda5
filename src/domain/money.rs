//! Amounts of money, exact to the last digit that the writer typed.
//!
//! No floating point and no arithmetic: `4565.30` stays `4565.30`.

use std::cmp::Ordering;
use std::fmt;

/// A positive decimal number as it was written: digits, perhaps a point and more digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Decimal(Box<str>);

impl Decimal {
    /// Reads `4565.36`; nothing else than digits with one point between them is an amount.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let leading_zero = whole.len() > 1 && whole.starts_with('0');
        (digits(whole) && digits(fraction) && !leading_zero && text.len() <= 20).then(|| Self(text.into()))
    }

    /// The number as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let split = |decimal: &'_ Self| -> (String, String) {
            let (whole, fraction) = decimal.0.split_once('.').unwrap_or((&decimal.0, ""));
            (whole.to_owned(), fraction.trim_end_matches('0').to_owned())
        };
        let (left, right) = (split(self), split(other));
        left.0.len().cmp(&right.0.len()).then_with(|| left.cmp(&right))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The time for which a salary is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

impl Period {
    /// All periods by the words of the front matter.
    pub const WORDS: [(&'static str, Self); 5] =
        [("hour", Self::Hour), ("day", Self::Day), ("week", Self::Week), ("month", Self::Month), ("year", Self::Year)];

    /// The word of the front matter.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

/// What a post pays.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Salary {
    /// The amount, or the lower end of the range.
    pub from: Decimal,
    /// The upper end of the range.
    pub to: Option<Decimal>,
    /// The ISO 4217 code, three capital letters.
    pub currency: String,
    /// For how long.
    pub per: Period,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_keeps_every_digit() {
        for text in ["4565.36", "4565.30", "0.50", "12345678901234567.89", "10742"] {
            assert_eq!(Decimal::parse(text).map(|amount| amount.to_string()).as_deref(), Some(text));
        }
        for text in ["", ".", "4565.", ".5", "4,565.36", "4 565", "-1", "1e3", "007", "٣"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn amounts_compare_as_numbers() {
        let amount = |text| Decimal::parse(text).expect("an amount");
        assert!(amount("999.99") < amount("1000"));
        assert!(amount("10.5") < amount("10.51"));
        assert_eq!(amount("10.50").cmp(&amount("10.5")), Ordering::Equal);
    }
}
