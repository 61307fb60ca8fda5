//! From the languages of a site to the pattern by which a server reads `Accept-Language` (RFC 9110 §12.5.4): which of the two
//! a browser names first.
//!
//! Browsers send languages in the order of preference, so that their order is asked and not their weights, except 0, which
//! means never. The pattern looks neither ahead nor behind, so that it is the same on all servers.

/// The subtags of a language: `-GB`.
const SUBTAGS: &str = "(?:-[a-z0-9]+)*";

/// The pattern of a field in which `code` is wanted, and none of `codes` is before it. It must be matched without regard to
/// capitals.
pub(super) fn first(code: &str, codes: [&str; 2]) -> String {
    let other = other_than(codes);
    let [left, right] = codes;
    format!(
        r"^\s*(?:(?:(?:{other}){SUBTAGS}(?:\s*;\s*q=[0-9.]+)?|(?:{left}|{right}){SUBTAGS}\s*;\s*q=0(?:\.0*)?)\s*,\s*)*{code}{SUBTAGS}\s*(?:$|,|;\s*q=(?:1|0?\.[0-9]*[1-9]))"
    )
}

/// The pattern of all words of small letters, and `*`, that are none of these: for each beginning that one of them shares,
/// the letters that lead away from them, and the beginning itself.
fn other_than(codes: [&str; 2]) -> String {
    let mut beginnings: Vec<&str> = codes.iter().flat_map(|code| (0..=code.len()).map(|end| &code[..end])).collect();
    beginnings.sort_unstable();
    beginnings.dedup();
    let mut words = vec![r"\*".to_owned()];
    for beginning in beginnings {
        let goes_on = |letter: char| codes.iter().any(|code| code.starts_with(&format!("{beginning}{letter}")));
        let away = ranges(('a'..='z').filter(|letter| !goes_on(*letter)));
        words.push(format!("{beginning}[{away}][a-z]*"));
        if !beginning.is_empty() && !codes.contains(&beginning) {
            words.push(beginning.to_owned());
        }
    }
    words.join("|")
}

/// Letters as they stand between brackets: `a-dg-z`.
fn ranges(letters: impl Iterator<Item = char>) -> String {
    let mut ranges: Vec<(char, char)> = Vec::new();
    for letter in letters {
        match ranges.last_mut().filter(|(_, last)| u32::from(*last) + 1 == u32::from(letter)) {
            Some((_, last)) => *last = letter,
            None => ranges.push((letter, letter)),
        }
    }
    let range = |(first, last): (char, char)| if first == last { first.to_string() } else { format!("{first}-{last}") };
    ranges.into_iter().map(range).collect()
}

#[cfg(test)]
mod tests {
    use super::other_than;

    #[test]
    fn all_words_but_two_are_others() {
        let expected = r"\*|[a-dg-z][a-z]*|e[a-mo-z][a-z]*|e|en[a-z][a-z]*|f[a-qs-z][a-z]*|f|fr[a-z][a-z]*";
        assert_eq!(other_than(["en", "fr"]), expected);
        assert!(other_than(["da", "de"]).contains("d[b-df-z][a-z]*|d|"));
    }
}
