//! What releases are called: the time of the deployment and the beginning of the manifest's fingerprint.

use std::fmt;

use crate::domain::{Digest, Instant, Zone};

/// The name of a release: `20261122T0703Z-3f9a1c2b`. A second one in the same minute is `20261122T0703Z.2-…`. Names are
/// in the order of the deployments, whatever the clocks say.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id {
    /// `20261122T0703Z`
    time: String,
    /// Which one in that minute, from 1.
    number: u32,
    /// Eight hexadecimal digits.
    digest: String,
}

impl Id {
    /// The name of a release deployed at `now` with that manifest, after all that are there.
    #[must_use]
    pub fn after<'a>(there: impl IntoIterator<Item = &'a Self>, now: Instant, manifest: &Digest) -> Self {
        let time = Zone::named("UTC").map(|utc| utc.moment(now).utc_compact()).unwrap_or_default();
        let time = format!("{}Z", time.get(..13).unwrap_or("00000000T0000"));
        let digest = manifest.short();
        match there.into_iter().max() {
            Some(last) if last.time >= time => {
                Self { time: last.time.clone(), number: last.number.saturating_add(1), digest }
            }
            _ => Self { time, number: 1, digest },
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let (when, digest) = name.split_once('-')?;
        let (time, number) = match when.split_once('.') {
            Some((time, number)) => (time, number.parse().ok().filter(|number| *number > 1)?),
            None => (when, 1),
        };
        let is_time = time.len() == 14
            && time.bytes().enumerate().all(|(at, sign)| match at {
                8 => sign == b'T',
                13 => sign == b'Z',
                _ => sign.is_ascii_digit(),
            });
        let is_digest = digest.len() == 8 && digest.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
        let id = Self { time: time.to_owned(), number, digest: digest.to_owned() };
        // `.02` reads as a number too, and would be a second name of one release.
        (is_time && is_digest && id.to_string() == name).then_some(id)
    }

    /// Whether the release was named for a manifest with that fingerprint.
    #[must_use]
    pub fn is_of(&self, manifest: &Digest) -> bool {
        self.digest == manifest.short()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            1 => write!(formatter, "{}-{}", self.time, self.digest),
            number => write!(formatter, "{}.{number}-{}", self.time, self.digest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_each_other_whatever_the_clock_says() {
        let at = |text: &str| Instant::parse(text).expect("an instant");
        let (one, two) = (Digest::of(b"one"), Digest::of(b"two"));
        let first = Id::after([], at("2026-11-22T08:03:10+01:00"), &one);
        assert_eq!(first.to_string(), "20261122T0703Z-7692c3ad");
        assert!(first.is_of(&one) && !first.is_of(&two));
        let second = Id::after([&first], at("2026-11-22T07:03:50Z"), &two);
        let third = Id::after([&second, &first], at("2020-01-01T00:00:00Z"), &one);
        let later = Id::after([&first, &third, &second], at("2026-11-22T07:04:00Z"), &one);
        assert_eq!(second.to_string(), "20261122T0703Z.2-3fc4ccfe");
        assert_eq!(third.to_string(), "20261122T0703Z.3-7692c3ad");
        assert_eq!(later.to_string(), "20261122T0704Z-7692c3ad");
        let ids = [first, second, third, later];
        assert!(ids.is_sorted());
        for id in ids {
            assert_eq!(Id::parse(&id.to_string()), Some(id));
        }
    }

    #[test]
    fn nothing_else_is_a_name() {
        for name in [
            "",
            "..",
            "20261122T0703Z",
            "20261122T0703Z-7692C3AD",
            "20261122T0703Z-7692c3ad/..",
            "20261122T0703Z.1-7692c3ad",
            "20261122T0703Z.02-7692c3ad",
            "20261122T0703Z.-7692c3ad",
            "2026é122T0703Z-7692c3ad",
            ".incoming-20261122T0703Z-7692c3ad",
        ] {
            assert_eq!(Id::parse(name), None, "{name}");
        }
    }
}
