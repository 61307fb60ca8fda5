//! What the readers of a locale say for a date, a time, an amount or a code.
//!
//! Written by hand for the locales of the two sites, apart from the program's own data: what one of the two has wrong, the
//! other does not repeat.

const MONTHS: [[&str; 2]; 12] = [
    ["January", "janvier"],
    ["February", "février"],
    ["March", "mars"],
    ["April", "avril"],
    ["May", "mai"],
    ["June", "juin"],
    ["July", "juillet"],
    ["August", "août"],
    ["September", "septembre"],
    ["October", "octobre"],
    ["November", "novembre"],
    ["December", "décembre"],
];

/// The words for each code, in English and in French.
const CODES: [(&str, [&str; 2]); 14] = [
    ("BE", ["Belgium", "Belgique"]),
    ("LU", ["Luxembourg", "Luxembourg"]),
    ("NL", ["Netherlands", "Pays-Bas"]),
    ("CH", ["Switzerland", "Suisse"]),
    ("KE", ["Kenya", "Kenya"]),
    ("HOUR", ["hourly", "par heure"]),
    ("DAY", ["daily", "par jour"]),
    ("WEEK", ["weekly", "par semaine"]),
    ("MONTH", ["monthly", "par mois"]),
    ("YEAR", ["yearly", "par an"]),
    ("FULL_TIME", ["Full-time", "Temps plein"]),
    ("FULL_TIME", ["Full time", "Plein temps"]),
    ("PART_TIME", ["Part-time", "Temps partiel"]),
    ("TEMPORARY", ["Temporary", "Temporaire"]),
];

/// The place of a locale's language in the tables.
fn language(locale: &str) -> usize {
    usize::from(locale.starts_with("fr"))
}

/// The words for a code; none for an unknown one.
pub fn code(code: &str, locale: &str) -> Vec<&'static str> {
    CODES.iter().filter(|(known, _)| *known == code).map(|(_, words)| words[language(locale)]).collect()
}

/// The date of an ISO date or date-time in words.
pub fn date(iso: &str, locale: &str) -> Option<String> {
    let mut parts = iso.get(..10)?.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?.parse::<usize>().ok()?, parts.next()?.parse::<u8>().ok()?);
    let month = MONTHS.get(month.checked_sub(1)?)?[language(locale)];
    Some(match (locale, day) {
        ("en-CA", _) => format!("{month} {day}, {year}"),
        ("fr-FR" | "fr-CA", 1) => format!("1er {month} {year}"),
        _ => format!("{day} {month} {year}"),
    })
}

/// The time of an ISO date-time in words.
pub fn time(iso: &str, locale: &str) -> Option<String> {
    let (hour, minute) = (iso.get(11..13)?, iso.get(14..16)?);
    Some(match (language(locale), minute) {
        (0, _) => format!("{hour}:{minute}"),
        (_, "00") => format!("{} h", hour.trim_start_matches('0')),
        _ => format!("{} h {minute}", hour.trim_start_matches('0')),
    })
}

/// A number as typed, with its digits in groups.
pub fn amount(typed: &str, locale: &str) -> Option<String> {
    if typed.is_empty() || !typed.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    let (group, point) = if language(locale) == 0 { (',', '.') } else { (' ', ',') };
    let (whole, fraction) = typed.split_once('.').map_or((typed, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push(point);
        out.push_str(fraction);
    }
    Some(out)
}
