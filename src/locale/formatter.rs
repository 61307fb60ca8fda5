//! Dates, times and numbers of one locale.

use fixed_decimal::Decimal as Fixed;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDE};
use icu_datetime::input::Date;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;

use crate::domain::{Decimal, Moment};

const NO_BREAK: char = '\u{a0}';

/// Formats dates, times and numbers for the readers of one locale.
pub struct Formatter {
    long: DateTimeFormatter<YMD>,
    full: DateTimeFormatter<YMDE>,
    medium: DateTimeFormatter<YMD>,
    number: DecimalFormatter,
    language: String,
}

/// How much a date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateLength {
    /// 7 May 2025.
    Long,
    /// Wednesday 7 May 2025.
    Full,
    /// 7 May 2025 with the month shortened where the language does so.
    Medium,
}

/// The locale is no BCP 47 tag, or there is no data for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownLocale;

impl Formatter {
    /// The formatter for a BCP 47 tag such as `fr-FR`.
    ///
    /// # Errors
    /// The tag is not one, or there is no data for its language.
    pub fn new(tag: &str) -> Result<Self, UnknownLocale> {
        let locale: Locale = tag.parse().map_err(|_| UnknownLocale)?;
        let number = DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default())
            .map_err(|_| UnknownLocale)?;
        Ok(Self {
            long: DateTimeFormatter::try_new((&locale).into(), YMD::long()).map_err(|_| UnknownLocale)?,
            full: DateTimeFormatter::try_new((&locale).into(), YMDE::long()).map_err(|_| UnknownLocale)?,
            medium: DateTimeFormatter::try_new((&locale).into(), YMD::medium()).map_err(|_| UnknownLocale)?,
            number,
            language: locale.id.language.as_str().to_owned(),
        })
    }

    fn is_french(&self) -> bool {
        self.language == "fr"
    }

    /// A date. French writes the first of the month as *1er* and keeps day and month on one line.
    #[must_use]
    pub fn date(&self, moment: &Moment, length: DateLength) -> String {
        let Ok(date) = Date::try_new_iso(moment.year.into(), moment.month, moment.day) else { return moment.date() };
        let text = match length {
            DateLength::Long => self.long.format(&date).to_string(),
            DateLength::Full => self.full.format(&date).to_string(),
            DateLength::Medium => self.medium.format(&date).to_string(),
        };
        if !self.is_french() {
            return text;
        }
        let day = moment.day.to_string();
        let Some(at) = text.find(&format!("{day} ")) else { return text };
        let ordinal = if moment.day == 1 { "er" } else { "" };
        format!("{}{day}{ordinal}{NO_BREAK}{}", &text[..at], &text[at + day.len() + 1..])
    }

    /// A time of day: `23:59` in English, `23 h 59` in French.
    #[must_use]
    pub fn time(&self, moment: &Moment) -> String {
        if self.is_french() {
            return match moment.minute {
                0 => format!("{}{NO_BREAK}h", moment.hour),
                minute => format!("{}{NO_BREAK}h{NO_BREAK}{minute:02}", moment.hour),
            };
        }
        format!("{:02}:{:02}", moment.hour, moment.minute)
    }

    /// A date with its time, as the language joins them: *at* in English, *à* in French.
    #[must_use]
    pub fn joined(&self, date: &str, time: &str) -> String {
        match self.language.as_str() {
            "fr" => format!("{date} à {time}"),
            "en" => format!("{date} at {time}"),
            _ => format!("{date}, {time}"),
        }
    }

    /// A decimal number with all the digits that were given.
    #[must_use]
    pub fn number(&self, decimal: &Decimal) -> String {
        Fixed::try_from_str(decimal.as_str())
            .map_or_else(|_| decimal.to_string(), |fixed| self.number.format(&fixed).to_string())
    }

    /// A count.
    #[must_use]
    pub fn count(&self, count: u64) -> String {
        self.number.format(&Fixed::from(count)).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{TimeOfDay, Zone};

    fn moment(text: &str) -> Moment {
        let zone = Zone::named("Europe/Brussels").expect("the zone is compiled in");
        zone.read(text, TimeOfDay::At { hour: 23, minute: 59 }).expect("a moment")
    }

    fn formatter(tag: &str) -> Formatter {
        Formatter::new(tag).unwrap_or_else(|_| panic!("{tag}"))
    }

    #[test]
    fn dates_follow_the_language() {
        let may = moment("2025-05-07");
        assert_eq!(formatter("en-GB").date(&may, DateLength::Long), "7 May 2025");
        assert_eq!(formatter("en-CA").date(&may, DateLength::Long), "May 7, 2025");
        assert_eq!(formatter("fr-FR").date(&may, DateLength::Long), "7\u{a0}mai 2025");
        assert_eq!(formatter("fr-CA").date(&may, DateLength::Full), "mercredi 7\u{a0}mai 2025");
        assert_eq!(formatter("fr-FR").date(&moment("2025-05-01"), DateLength::Long), "1er\u{a0}mai 2025");
        assert_eq!(formatter("fr-FR").date(&moment("2025-05-21"), DateLength::Long), "21\u{a0}mai 2025");
    }

    #[test]
    fn times_follow_the_language() {
        assert_eq!(formatter("en-GB").time(&moment("2025-05-07T09:05")), "09:05");
        assert_eq!(formatter("fr-FR").time(&moment("2025-05-07")), "23\u{a0}h\u{a0}59");
        assert_eq!(formatter("fr-FR").time(&moment("2025-05-07T17:00")), "17\u{a0}h");
    }

    #[test]
    fn numbers_keep_their_digits() {
        let number = |tag, text| formatter(tag).number(&Decimal::parse(text).expect("a number"));
        assert_eq!(number("en-GB", "4565.36"), "4,565.36");
        assert_eq!(number("fr-FR", "4565.30"), "4\u{202f}565,30");
        assert_eq!(number("fr-CA", "10742.69"), "10\u{a0}742,69");
        assert_eq!(formatter("fr-FR").count(1200), "1\u{202f}200");
    }

    #[test]
    fn what_is_no_locale_is_refused() {
        assert!(Formatter::new("français").is_err());
    }
}
