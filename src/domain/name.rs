//! Names that may stand in an address or a path: references, slugs, names of files.
//!
//! A site moves between Linux, macOS and Windows, so a name must be safe on all of them wherever it was typed.

use unicode_normalization::UnicodeNormalization;

/// The longest slug made from a title, in bytes; it is cut between words.
const SLUG_LENGTH: usize = 80;

/// Why a name is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsafe {
    /// Nothing is left of it.
    Empty,
    /// It is too long for some file system.
    Long,
    /// It holds a character that some platform cannot have in a name.
    Character(char),
    /// It begins or ends with a dot or a blank.
    Edge,
    /// Windows reserves it for a device.
    Device,
    /// Web servers give it a meaning of its own.
    Reserved,
}

const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];
const RESERVED: [&str; 7] =
    ["_headers", "_redirects", "robots.txt", "sitemap.xml", "index.html", "404.html", "410.html"];

/// Checks the name of a file or folder.
///
/// # Errors
/// Says why the name is refused.
pub fn check_name(name: &str) -> Result<(), Unsafe> {
    if name.is_empty() {
        return Err(Unsafe::Empty);
    }
    if name.len() > 120 {
        return Err(Unsafe::Long);
    }
    let unfit =
        |character: char| character.is_control() || "<>:\"|?*\\/%#".contains(character) || is_invisible(character);
    if let Some(character) = name.chars().find(|character| unfit(*character)) {
        return Err(Unsafe::Character(character));
    }
    if name.starts_with(['.', ' ']) || name.ends_with(['.', ' ', '~']) {
        return Err(Unsafe::Edge);
    }
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    if DEVICES.contains(&stem.as_str()) {
        return Err(Unsafe::Device);
    }
    if RESERVED.contains(&name.to_ascii_lowercase().as_str()) {
        return Err(Unsafe::Reserved);
    }
    Ok(())
}

/// Checks a notice's reference: letters, digits, and `-`, `_` or `.` between them, at most 64.
///
/// # Errors
/// Says why the reference is refused.
pub fn check_reference(reference: &str) -> Result<(), Unsafe> {
    check_name(reference)?;
    if reference.len() > 64 {
        return Err(Unsafe::Long);
    }
    let fits = |character: char| character.is_ascii_alphanumeric() || "-_.".contains(character);
    match reference.chars().find(|character| !fits(*character)) {
        Some(character) => Err(Unsafe::Character(character)),
        None if reference.starts_with(['-', '_']) || reference.ends_with(['-', '_']) => Err(Unsafe::Edge),
        None => Ok(()),
    }
}

/// The part of an address made from a title: lower-case ASCII words with `-` between them. The bracketed part of an
/// inclusive form is left out: `candidat(e)s` gives `candidats`.
#[must_use]
pub fn slug(title: &str) -> String {
    let mut plain = String::with_capacity(title.len());
    let mut rest = title;
    while let Some(open) = rest.find('(') {
        let (before, after) = rest.split_at(open);
        plain.push_str(before);
        let glued = before.chars().next_back().is_some_and(char::is_alphabetic);
        rest = match after.find(')') {
            Some(close) if glued && close <= 6 => &after[close + 1..],
            _ => {
                plain.push(' ');
                &after[1..]
            }
        };
    }
    plain.push_str(rest);
    let mut slug = slug::slugify(composed(&plain));
    if slug.len() > SLUG_LENGTH {
        slug.truncate(SLUG_LENGTH + 1);
        slug.truncate(slug.rfind('-').unwrap_or(SLUG_LENGTH));
    }
    slug
}

/// A name in its composed form (NFC): some systems take an accent apart, and both forms are one name.
#[must_use]
pub fn composed(name: &str) -> String {
    // As almost all names are: looking their characters up took a fifth of the time of a look at 10,000 notices.
    if name.is_ascii() { name.to_owned() } else { name.nfc().collect() }
}

/// The form in which two names are compared: composed, in lower case. Two names that fold to the same would be one file
/// on some platforms.
#[must_use]
pub fn folded(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    name.nfc().flat_map(char::to_lowercase).nfc().collect()
}

/// Whether a character has no place in any text of a site, however it came there: controls, which neither XML nor
/// calendars can hold; signs that reverse the order of what is read; the private ones by which pages are put together.
#[must_use]
pub fn is_control(character: char) -> bool {
    let is_line_or_tab = matches!(character, '\n' | '\t');
    (character.is_control() && !is_line_or_tab)
        || matches!(character, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{061C}')
        || matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Characters that change or hide what a reader sees: bidirectional controls and zero-width signs.
#[must_use]
pub const fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{061C}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_reads_like_its_title() {
        for (title, expected) in [
            ("Chief, Pass Office", "chief-pass-office"),
            ("Chef du Bureau des laissez-passer", "chef-du-bureau-des-laissez-passer"),
            ("Candidat(e)s retenu(e)s", "candidats-retenus"),
            ("Agent d’État (1 poste)", "agent-d-etat-1-poste"),
            ("Œuvres sociales & cœur", "oeuvres-sociales-coeur"),
            ("E\u{301}te\u{301}", "ete"),
            ("漢字", "han-zi"),
            ("!!!", ""),
        ] {
            assert_eq!(slug(title), expected, "{title}");
        }
    }

    #[test]
    fn names_that_some_platform_cannot_hold_are_refused() {
        for name in
            ["", "..", ".", ".env", "a.", "a ", "CON", "aux.html", "a:b", "C:\\x", "a/b", "a\0", "notes~", "%2e%2e"]
        {
            assert!(check_name(name).is_err(), "{name:?}");
            assert!(check_reference(name).is_err(), "{name:?}");
        }
        assert_eq!(check_name("fiche de poste.pdf"), Ok(()));
        assert!(check_reference("été").is_err());
        assert_eq!(check_reference("2025_HQ-0655.b"), Ok(()));
    }
}
