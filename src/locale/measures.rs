//! From words to what they measure or name in time: months, days of the week, units, parts of a day, currencies.
//!
//! Words come in small letters.

use super::Tongue;
use super::tongue::singular;

/// What periods are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeUnit {
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

/// A part of a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// One of its halves.
    Half(u8),
    /// One of a year's quarters.
    Quarter(u8),
    /// Its beginning.
    Early,
    /// Its middle.
    Middle,
    /// Its end.
    Late,
}

const CURRENCIES: [&str; 24] = [
    "AUD", "BGN", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HUF", "INR", "ISK", "JPY", "KES", "MAD",
    "NOK", "NZD", "PLN", "RON", "SEK", "TRY", "USD", "XOF",
];

/// The currency of an ISO 4217 code, as it is written.
#[must_use]
pub fn currency_code(word: &str) -> Option<&'static str> {
    CURRENCIES.into_iter().find(|code| *code == word)
}

/// The currency of a sign.
#[must_use]
pub const fn currency_sign(sign: char) -> Option<&'static str> {
    match sign {
        '€' => Some("EUR"),
        '£' => Some("GBP"),
        // Which dollar, and which yen or yuan, the sign does not say.
        '$' => Some("$"),
        '¥' => Some("¥"),
        _ => None,
    }
}

impl Tongue {
    /// The month of a name, from 1.
    #[must_use]
    pub fn month(self, word: &str) -> Option<u8> {
        Some(match (self, word) {
            (Self::English, "january") | (Self::French, "janvier") => 1,
            (Self::English, "february") | (Self::French, "février") => 2,
            (Self::English, "march") | (Self::French, "mars") => 3,
            (Self::English, "april") | (Self::French, "avril") => 4,
            (Self::English, "may") | (Self::French, "mai") => 5,
            (Self::English, "june") | (Self::French, "juin") => 6,
            (Self::English, "july") | (Self::French, "juillet") => 7,
            (Self::English, "august") | (Self::French, "août") => 8,
            (Self::English, "september") | (Self::French, "septembre") => 9,
            (Self::English, "october") | (Self::French, "octobre") => 10,
            (Self::English, "november") | (Self::French, "novembre") => 11,
            (Self::English, "december") | (Self::French, "décembre") => 12,
            _ => return None,
        })
    }

    /// The month of a shortened name. Some are words of their own: it is a month only beside a day.
    #[must_use]
    pub fn month_in_short(self, word: &str) -> Option<u8> {
        Some(match (self, word) {
            (Self::English, "jan") | (Self::French, "janv") => 1,
            (Self::English, "feb") | (Self::French, "févr") => 2,
            (Self::English, "mar") => 3,
            (Self::English, "apr") | (Self::French, "avr") => 4,
            (Self::English, "jun") => 6,
            (Self::English, "jul") | (Self::French, "juil" | "juill") => 7,
            (Self::English, "aug") => 8,
            (Self::English, "sep" | "sept") | (Self::French, "sept") => 9,
            (_, "oct") => 10,
            (_, "nov") => 11,
            (Self::English, "dec") | (Self::French, "déc") => 12,
            _ => return None,
        })
    }

    /// The day of the week of a name, from 1 for Monday.
    #[must_use]
    pub fn weekday(self, word: &str) -> Option<u8> {
        Some(match (self, singular(word)) {
            (Self::English, "monday") | (Self::French, "lundi") => 1,
            (Self::English, "tuesday") | (Self::French, "mardi") => 2,
            (Self::English, "wednesday") | (Self::French, "mercredi") => 3,
            (Self::English, "thursday") | (Self::French, "jeudi") => 4,
            (Self::English, "friday") | (Self::French, "vendredi") => 5,
            (Self::English, "saturday") | (Self::French, "samedi") => 6,
            (Self::English, "sunday") | (Self::French, "dimanche") => 7,
            _ => return None,
        })
    }

    /// What a period is counted in.
    #[must_use]
    pub fn time_unit(self, word: &str) -> Option<TimeUnit> {
        Some(match (self, word) {
            (Self::English, "year" | "years" | "yr" | "yrs") | (Self::French, "an" | "ans" | "année" | "années") => {
                TimeUnit::Year
            }
            (Self::English, "month" | "months") | (Self::French, "mois") => TimeUnit::Month,
            (Self::English, "week" | "weeks") | (Self::French, "semaine" | "semaines") => TimeUnit::Week,
            (Self::English, "day" | "days") | (Self::French, "jour" | "jours" | "journée" | "journées") => {
                TimeUnit::Day
            }
            (Self::English, "hour" | "hours" | "hr" | "hrs") | (Self::French, "heure" | "heures" | "h") => {
                TimeUnit::Hour
            }
            (_, "minute" | "minutes" | "min") => TimeUnit::Minute,
            _ => return None,
        })
    }

    /// Whether a word may stand between a number and what it counts.
    #[must_use]
    pub fn is_beside_unit(self, word: &str) -> bool {
        match self {
            Self::English => matches!(
                word,
                "working"
                    | "calendar"
                    | "business"
                    | "consecutive"
                    | "successive"
                    | "full"
                    | "whole"
                    | "further"
                    | "additional"
                    | "more"
                    | "academic"
            ),
            Self::French => matches!(
                word,
                "prochains"
                    | "prochaines"
                    | "premiers"
                    | "premières"
                    | "derniers"
                    | "dernières"
                    | "autres"
                    | "bons"
                    | "bonnes"
            ),
        }
    }

    /// How many noughts a word adds to the number before it.
    #[must_use]
    pub fn noughts(self, word: &str) -> Option<u32> {
        match (self, word) {
            (Self::English, "thousand") | (Self::French, "mille") => Some(3),
            (_, "million" | "millions") => Some(6),
            (Self::English, "billion" | "billions") | (Self::French, "milliard" | "milliards") => Some(9),
            _ => None,
        }
    }

    /// The currency of a name.
    #[must_use]
    pub fn currency(self, word: &str) -> Option<&'static str> {
        match (self, word) {
            (_, "euro" | "euros") => Some("EUR"),
            (_, "dollar" | "dollars") => Some("$"),
            (Self::English, "pound" | "pounds") => Some("GBP"),
            _ => None,
        }
    }

    /// Whether letters behind digits make them an ordinal: *21st*, *1er*.
    #[must_use]
    pub fn is_ordinal_ending(self, word: &str) -> bool {
        match self {
            Self::English => matches!(word, "st" | "nd" | "rd" | "th"),
            Self::French => {
                matches!(
                    word,
                    "er" | "ers"
                        | "re"
                        | "res"
                        | "ère"
                        | "ères"
                        | "e"
                        | "es"
                        | "ème"
                        | "èmes"
                        | "eme"
                        | "nd"
                        | "nde"
                        | "ième"
                )
            }
        }
    }

    /// The minutes since midnight of a part of a day that has one hour.
    #[must_use]
    pub fn fixed_time(self, word: &str) -> Option<u16> {
        match (self, word) {
            (Self::English, "noon" | "midday") | (Self::French, "midi") => Some(12 * 60),
            (Self::English, "midnight") | (Self::French, "minuit") => Some(0),
            _ => None,
        }
    }

    /// Whether a word parts a month or a year, and how: *early*, *début*, *half*, *quinzaine*. Of halves and quarters the
    /// first; which it is, an ordinal before it says.
    #[must_use]
    pub fn part(self, word: &str) -> Option<Part> {
        match (self, word) {
            (Self::English, "early" | "beginning" | "start") | (Self::French, "début" | "commencement") => {
                Some(Part::Early)
            }
            (Self::English, "mid" | "middle") | (Self::French, "mi" | "milieu") => Some(Part::Middle),
            (Self::English, "late" | "end") | (Self::French, "fin") => Some(Part::Late),
            (Self::English, "half") | (Self::French, "quinzaine" | "moitié" | "semestre") => Some(Part::Half(1)),
            (Self::English, "quarter") | (Self::French, "trimestre") => Some(Part::Quarter(1)),
            _ => None,
        }
    }

    /// Whether a word only links a part of a month, or a day, to the month: *of the month of*.
    #[must_use]
    pub fn links_month(self, word: &str) -> bool {
        match self {
            Self::English => matches!(word, "of" | "the" | "month" | "in"),
            Self::French => matches!(word, "de" | "d" | "du" | "mois" | "l" | "année"),
        }
    }

    /// Whether a word stands between the two ends of a range, or the members of an enumeration.
    #[must_use]
    pub fn joins(self, word: &str) -> bool {
        match self {
            Self::English => matches!(word, "to" | "and" | "or" | "until" | "through"),
            Self::French => matches!(word, "à" | "au" | "et" | "ou"),
        }
    }

    /// Whether a word may stand before each member again: *le 4 et le 8 octobre*.
    #[must_use]
    pub fn is_article(self, word: &str) -> bool {
        match self {
            Self::English => word == "the",
            Self::French => matches!(word, "le" | "les" | "du" | "au"),
        }
    }
}
