//! From a misspelt name to the known name that was probably meant.

use std::cmp::Reverse;

/// The known name nearest to a misspelt one, if one is near enough to be worth naming.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = typed.to_lowercase();
    known
        .into_iter()
        .map(|name| {
            let other = name.to_lowercase();
            // Of two that are equally near, the one that begins alike was meant.
            let alike = lower.chars().zip(other.chars()).take_while(|(typed, known)| typed == known).count();
            (strsim::damerau_levenshtein(&lower, &other), Reverse(alike), name)
        })
        .filter(|(distance, _, name)| *distance <= 1 + name.len().max(typed.len()) / 4)
        .min()
        .map(|(_, _, name)| name)
}

/// How many letters have to be changed, exchanged, added or taken away to make one word of the other.
#[must_use]
pub fn distance(left: &str, right: &str) -> usize {
    strsim::damerau_levenshtein(left, right)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_finger_finds_its_name() {
        assert_eq!(nearest("emargo", ["published", "embargo"]), Some("embargo"));
        assert_eq!(nearest("G 10", ["G1", "G10", "G22"]), Some("G10"));
        assert_eq!(nearest("G88", ["G18", "G8"]), Some("G8"));
        assert_eq!(nearest("ns", ["NS", "NC"]), Some("NS"));
        assert_eq!(nearest("colour", ["published", "deadline"]), None);
    }
}
