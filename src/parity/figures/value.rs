//! What figures say, so that two of them can be compared whatever they are written in.

use std::fmt;

use crate::locale::{Part, TimeUnit};

/// What a figure says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::parity) enum Value {
    /// So much of something.
    Quantity(Exact, Option<Unit>),
    /// The one at that place.
    Ordinal(u32),
    /// A fraction that no decimal is equal to.
    Fraction(u32, u32),
    /// A date, or a part of one.
    Date(Date),
    /// A time of day, in minutes since midnight.
    Time(u16),
    /// A day of the week, from 1 for Monday.
    Weekday(u8),
    /// Letters with digits, in capitals and without the signs between them: a grade, the number of a post.
    Code(String),
    /// A level of knowledge of a language.
    Level(String),
}

/// What a quantity is a quantity of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::parity) enum Unit {
    /// Hundredths.
    Percent,
    /// Money of a currency.
    Money(&'static str),
    /// A time.
    Time(TimeUnit),
}

/// A date by what is said of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::parity) struct Date {
    pub year: Option<u16>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    pub part: Option<Part>,
}

/// An exact decimal number, without noughts at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::parity) struct Exact {
    digits: u128,
    decimals: u32,
}

/// Kinds of values, of which one may stand by mistake for another of the same kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::parity) enum Family {
    Number,
    Period,
    Percent,
    Money,
    Ordinal,
    Date,
    Time,
    Weekday,
    Code,
    Level,
}

impl Exact {
    /// A whole number.
    pub fn whole(number: u32) -> Self {
        Self::new(u128::from(number), 0)
    }

    /// Reads digits before and behind the decimal sign; nothing where they are too many.
    pub fn read(whole: &str, decimals: &str) -> Option<Self> {
        if whole.len() + decimals.len() > 30 {
            return None;
        }
        let digits = whole.bytes().chain(decimals.bytes()).filter(u8::is_ascii_digit);
        let digits = digits.fold(0, |number, digit| number * 10 + u128::from(digit - b'0'));
        Some(Self::new(digits, u32::try_from(decimals.len()).ok()?))
    }

    fn new(mut digits: u128, mut decimals: u32) -> Self {
        while decimals > 0 && digits.is_multiple_of(10) {
            digits /= 10;
            decimals -= 1;
        }
        Self { digits, decimals }
    }

    /// So many of a fraction, if a decimal is equal to it.
    pub fn part(above: u32, below: u32) -> Option<Self> {
        let hundredths = u128::from(above) * 100;
        hundredths.is_multiple_of(u128::from(below)).then(|| Self::new(hundredths / u128::from(below), 2))
    }

    /// The number with so many noughts more.
    pub fn with_noughts(self, noughts: u32) -> Option<Self> {
        let digits = self.digits.checked_mul(10_u128.checked_pow(noughts)?)?;
        Some(Self::new(digits, self.decimals))
    }

    /// The number and a half.
    pub fn and_a_half(self) -> Option<Self> {
        (self.decimals == 0).then(|| Self::new(self.digits.saturating_mul(10).saturating_add(5), 1))
    }

    /// The number, if it is whole and not enormous.
    pub fn as_whole(self) -> Option<u32> {
        (self.decimals == 0).then(|| u32::try_from(self.digits).ok()).flatten()
    }

    fn times(self, factor: u32) -> Option<Self> {
        Some(Self::new(self.digits.checked_mul(factor.into())?, self.decimals))
    }

    /// The number as hours and minutes: 17.30.
    fn as_clock(self) -> Option<u16> {
        let hundredths = self.digits.checked_mul(10_u128.checked_pow(2_u32.checked_sub(self.decimals)?)?)?;
        let (hours, minutes) = (hundredths / 100, hundredths % 100);
        (hours < 25 && minutes < 60).then(|| u16::try_from(hours * 60 + minutes).ok()).flatten()
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:0>1$}", self.digits, self.decimals as usize + 1);
        let (whole, decimals) = digits.split_at(digits.len() - self.decimals as usize);
        formatter.write_str(whole)?;
        if decimals.is_empty() { Ok(()) } else { write!(formatter, ".{decimals}") }
    }
}

impl Value {
    /// What kind of value it is.
    pub fn family(&self) -> Family {
        match self {
            Self::Quantity(_, Some(Unit::Percent)) => Family::Percent,
            Self::Quantity(_, Some(Unit::Money(_))) => Family::Money,
            Self::Quantity(_, Some(Unit::Time(_))) => Family::Period,
            Self::Quantity(_, None) | Self::Fraction(..) => Family::Number,
            Self::Ordinal(_) => Family::Ordinal,
            Self::Date(_) => Family::Date,
            Self::Time(_) => Family::Time,
            Self::Weekday(_) => Family::Weekday,
            Self::Code(_) => Family::Code,
            Self::Level(_) => Family::Level,
        }
    }

    /// Whether two different values say the same in two usual ways: 24 months and two years, 5 p.m. and 17 hours.
    pub fn is_like(&self, other: &Self) -> bool {
        like(self, other) || like(other, self)
    }
}

fn like(here: &Value, there: &Value) -> bool {
    match (here, there) {
        (Value::Quantity(left, here), Value::Quantity(right, there)) => quantities(*left, *here, *right, *there),
        (Value::Quantity(number, None | Some(Unit::Time(_))), Value::Ordinal(place)) => {
            number.as_whole() == Some(*place)
        }
        (Value::Quantity(number, None), Value::Code(code)) => {
            let digits = code.trim_start_matches(|sign: char| !sign.is_ascii_digit());
            Exact::read(digits, "") == Some(*number) && digits.bytes().all(|byte| byte.is_ascii_digit())
        }
        (Value::Quantity(number, None | Some(Unit::Time(TimeUnit::Hour))), Value::Time(minutes)) => {
            let half_day = |time: u16| time == *minutes || (time < 720 && time + 720 == *minutes);
            let halves = number.times(2).and_then(Exact::as_whole).and_then(|halves| u16::try_from(halves).ok());
            number.as_clock().is_some_and(half_day)
                || halves.and_then(|halves| halves.checked_mul(30)).is_some_and(half_day)
        }
        // « 7 h 36 » may be a period.
        (Value::Quantity(number, Some(Unit::Time(TimeUnit::Minute))), Value::Time(minutes)) => {
            number.as_whole() == Some(u32::from(*minutes))
        }
        (Value::Date(left), Value::Date(right)) => dates(left, right),
        // NATO2030 and OTAN2030, EU27 and UE27.
        (Value::Code(left), Value::Code(right)) => {
            let split = |code: &'_ str| code.find(|sign: char| sign.is_ascii_digit()).unwrap_or(code.len());
            let (left, right) = (left.split_at(split(left)), right.split_at(split(right)));
            left.1 == right.1 && left.0.len() > 1 && left.0.chars().rev().eq(right.0.chars())
        }
        _ => false,
    }
}

fn quantities(left: Exact, here: Option<Unit>, right: Exact, there: Option<Unit>) -> bool {
    match (here, there) {
        (Some(Unit::Time(here)), Some(Unit::Time(there))) => {
            let (left, right) = (length(left, here), length(right, there));
            (left.is_some() && left == right) || fortnight(left, right) || fortnight(right, left)
        }
        (Some(Unit::Money(here)), Some(Unit::Money(there))) => {
            left == right && (here == "$" && there.ends_with('D') || there == "$" && here.ends_with('D'))
        }
        // Half of it, and 50 %.
        (Some(Unit::Percent), None) => right.with_noughts(2) == Some(left) && right.decimals > 0,
        (Some(Unit::Time(_) | Unit::Money(_)), None) => left == right,
        _ => false,
    }
}

/// A period in months or in minutes.
fn length(number: Exact, unit: TimeUnit) -> Option<(Exact, TimeUnit)> {
    let (factor, base) = match unit {
        TimeUnit::Year => (12, TimeUnit::Month),
        TimeUnit::Month => (1, TimeUnit::Month),
        TimeUnit::Week => (7 * 24 * 60, TimeUnit::Minute),
        TimeUnit::Day => (24 * 60, TimeUnit::Minute),
        TimeUnit::Hour => (60, TimeUnit::Minute),
        TimeUnit::Minute => (1, TimeUnit::Minute),
    };
    Some((number.times(factor)?, base))
}

/// « Quinze jours » are two weeks, « huit jours » one.
fn fortnight(here: Option<(Exact, TimeUnit)>, there: Option<(Exact, TimeUnit)>) -> bool {
    let days = |count: u32| Some((Exact::whole(count * 24 * 60), TimeUnit::Minute));
    (here == days(15) && there == days(14)) || (here == days(8) && there == days(7))
}

/// One of them says no year, or describes the part of the month in another way.
fn dates(left: &Date, right: &Date) -> bool {
    let is_vague = |part: Option<Part>| matches!(part, None | Some(Part::Early | Part::Middle | Part::Late));
    let same_year = left.year == right.year || ((left.year.is_none() || right.year.is_none()) && left.month.is_some());
    let same_part = left.part == right.part
        || ((left.part.is_none() || right.part.is_none()) && is_vague(left.part) && is_vague(right.part));
    (left.month, left.day) == (right.month, right.day) && same_year && same_part
}
