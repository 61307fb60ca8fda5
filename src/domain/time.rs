//! Dates and times as notices state them, resolved in the site's time zone.
//!
//! A [`Moment`] keeps both what people read (the local date and time) and what machines compare (the instant). No
//! clock is read here: the present is always an argument.

use std::fmt;

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, Zoned};

/// An instant in seconds since 1970, UTC.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

impl Instant {
    /// Reads an RFC 3339 date-time with an offset, as `--now` takes it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.parse::<Timestamp>().ok().map(|timestamp| Self(timestamp.as_second()))
    }

    /// The instant that lies `seconds` later.
    #[must_use]
    pub const fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }
}

/// An IANA time zone, from the data compiled into the program: never from the machine's.
#[derive(Debug, Clone)]
pub struct Zone(TimeZone);

impl Zone {
    /// The zone of that IANA name, such as `Europe/Brussels`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        jiff::tz::db().get(name).ok().map(Self)
    }

    /// The IANA name.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.iana_name().unwrap_or("UTC").to_owned()
    }

    /// The instant as people of the zone read it.
    #[must_use]
    pub fn moment(&self, instant: Instant) -> Moment {
        let timestamp = Timestamp::from_second(instant.0).unwrap_or(Timestamp::UNIX_EPOCH);
        Moment::from_zoned(&timestamp.to_zoned(self.0.clone()))
    }

    /// The first instant of a day of the zone, which is not midnight where the clocks change at midnight.
    fn start_of(&self, date: Date) -> Option<Moment> {
        let zoned = date.to_zoned(self.0.clone()).ok()?.start_of_day().ok()?;
        Some(Moment::from_zoned(&zoned))
    }

    /// A local date and time of the zone; refused if the clocks skip it or show it twice.
    fn local(&self, local: DateTime) -> Result<Moment, TimeFault> {
        let ambiguous = self.0.to_ambiguous_zoned(local);
        match ambiguous.offset() {
            AmbiguousOffset::Unambiguous { .. } => {}
            AmbiguousOffset::Gap { .. } => return Err(TimeFault::Skipped),
            AmbiguousOffset::Fold { .. } => return Err(TimeFault::Twice),
        }
        ambiguous.unambiguous().map(|zoned| Moment::from_zoned(&zoned)).map_err(|_| TimeFault::NotADate)
    }

    /// Reads a date (`2025-05-07`), a local date-time (`2025-05-07T23:59`) or a date-time with its offset.
    ///
    /// # Errors
    /// Says why the text is no moment of this zone.
    pub fn read(&self, text: &str, of_day: TimeOfDay) -> Result<Moment, TimeFault> {
        if is_date(text) {
            let date: Date = text.parse().map_err(|_| TimeFault::NotADate)?;
            return match of_day {
                TimeOfDay::Start => self.start_of(date).ok_or(TimeFault::NotADate),
                TimeOfDay::At { hour, minute } => self.local(date.at(hour, minute, 0, 0)),
            };
        }
        let bytes = text.as_bytes();
        if bytes.len() < 16 || !is_date(text.get(..10).unwrap_or_default()) || !matches!(bytes[10], b'T' | b' ') {
            return Err(TimeFault::NotADate);
        }
        if text.get(11..13) == Some("24") {
            return Err(TimeFault::TwentyFour);
        }
        if let Some(instant) = Instant::parse(text) {
            return Ok(self.moment(instant));
        }
        let local: DateTime = text.parse().map_err(|_| TimeFault::NotADate)?;
        self.local(local)
    }
}

/// The time that a date without a time stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeOfDay {
    /// The day's first instant.
    Start,
    /// That time by the zone's clocks.
    At {
        /// 0 to 23.
        hour: i8,
        /// 0 to 59.
        minute: i8,
    },
}

/// Why a text is no moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeFault {
    /// It is no ISO date or date-time, or the calendar has no such day.
    NotADate,
    /// It says 24:00.
    TwentyFour,
    /// The clocks skip that time.
    Skipped,
    /// The clocks show that time twice.
    Twice,
}

/// A moment of a notice's life: an instant with the date and time that people of the site's zone read on it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The instant.
    pub instant: Instant,
    /// The year.
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59; only a moment given with seconds has any.
    pub second: u8,
    /// Seconds east of UTC.
    pub offset: i32,
}

impl Moment {
    fn from_zoned(zoned: &Zoned) -> Self {
        Self {
            instant: Instant(zoned.timestamp().as_second()),
            year: zoned.year(),
            month: zoned.month().unsigned_abs(),
            day: zoned.day().unsigned_abs(),
            hour: zoned.hour().unsigned_abs(),
            minute: zoned.minute().unsigned_abs(),
            second: zoned.second().unsigned_abs(),
            offset: zoned.offset().seconds(),
        }
    }

    /// The date alone, `2025-05-07`.
    #[must_use]
    pub fn date(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Moment {
    /// The moment as RSS has it: `Wed, 07 May 2025 23:59:00 +0200`, in English whatever the language (RFC 822 with the
    /// years of RFC 2822).
    #[must_use]
    pub fn rfc_822(&self) -> String {
        const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
        const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let local = self.instant.0 + i64::from(self.offset);
        // 1 January 1970 was a Thursday.
        let weekday = usize::try_from(local.div_euclid(86_400).rem_euclid(7)).unwrap_or_default();
        let month = MONTHS.get(usize::from(self.month).wrapping_sub(1)).copied().unwrap_or_default();
        let (sign, minutes) = self.offset_parts();
        format!(
            "{}, {:02} {month} {:04} {:02}:{:02}:{:02} {sign}{:02}{:02}",
            DAYS[weekday],
            self.day,
            self.year,
            self.hour,
            self.minute,
            self.second,
            minutes / 60,
            minutes % 60
        )
    }

    /// The moment in UTC as calendars have it: `20250507T215900Z` (RFC 5545 §3.3.5, form 2).
    #[must_use]
    pub fn utc_compact(&self) -> String {
        let timestamp = Timestamp::from_second(self.instant.0).unwrap_or(Timestamp::UNIX_EPOCH);
        timestamp.strftime("%Y%m%dT%H%M%SZ").to_string()
    }

    /// Sign and minutes of the offset.
    const fn offset_parts(&self) -> (char, u32) {
        (if self.offset < 0 { '-' } else { '+' }, self.offset.unsigned_abs() / 60)
    }
}

/// RFC 3339 with the offset in force at that moment: `2025-05-07T23:59:00+02:00`.
impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, minutes) = self.offset_parts();
        write!(
            formatter,
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
            self.year,
            self.month,
            self.day,
            self.hour,
            self.minute,
            self.second,
            minutes / 60,
            minutes % 60
        )
    }
}

/// The civil parser of the time library accepts `2025-05-07T23:59` as a date and drops the time, so the form of a date
/// is looked at first.
fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLOSING: TimeOfDay = TimeOfDay::At { hour: 23, minute: 59 };

    fn brussels() -> Zone {
        Zone::named("Europe/Brussels").expect("the zone is compiled in")
    }

    #[test]
    fn a_date_means_the_closing_time_of_the_zone() {
        let moment = brussels().read("2025-05-07", CLOSING).expect("a date");
        assert_eq!(moment.to_string(), "2025-05-07T23:59:00+02:00");
        assert_eq!(brussels().read("2025-10-26", CLOSING).expect("a date").to_string(), "2025-10-26T23:59:00+01:00");
    }

    #[test]
    fn times_that_the_clocks_skip_or_show_twice_are_refused() {
        assert_eq!(brussels().read("2025-03-30T02:30", CLOSING), Err(TimeFault::Skipped));
        assert_eq!(brussels().read("2025-10-26T02:30", CLOSING), Err(TimeFault::Twice));
        assert!(brussels().read("2025-10-26T02:30:00+01:00", CLOSING).is_ok());
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in
            ["2026-13-45", "7 May 2025", "2025-5-7", "2025-05-07T", "2025-05-07T25:00", "", "20250507", "été-05-07é"]
        {
            assert_eq!(brussels().read(text, CLOSING), Err(TimeFault::NotADate), "{text}");
        }
        assert_eq!(brussels().read("2025-05-07T24:00", CLOSING), Err(TimeFault::TwentyFour));
    }

    #[test]
    fn feeds_and_calendars_have_forms_of_their_own() {
        let moment = brussels().read("2025-05-07", CLOSING).expect("a date");
        assert_eq!(moment.rfc_822(), "Wed, 07 May 2025 23:59:00 +0200");
        assert_eq!(moment.utc_compact(), "20250507T215900Z");
        let before = brussels().read("1969-12-31T23:00:00-05:30", CLOSING).expect("a moment");
        assert_eq!(before.rfc_822(), "Thu, 01 Jan 1970 05:30:00 +0100");
    }

    #[test]
    fn a_day_begins_where_its_clocks_begin() {
        let zone = Zone::named("America/Sao_Paulo").expect("the zone is compiled in");
        let moment = zone.read("2018-11-04", TimeOfDay::Start).expect("a day whose clocks begin at one o'clock");
        assert_eq!((moment.hour, moment.minute), (1, 0));
    }
}
