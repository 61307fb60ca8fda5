//! From the facts of a notice to the kinds of employment that schema.org has words for.

use super::Facts;

/// The words of schema.org (`employmentType`, as Google's page on job postings lists them), by the keys under which a
/// vocabulary can have the schedule or the contract that they stand for. Whatever has another key has no such word.
const WORDS: [(&str, &str); 7] = [
    ("full-time", "FULL_TIME"),
    ("part-time", "PART_TIME"),
    ("contractor", "CONTRACTOR"),
    ("temporary", "TEMPORARY"),
    ("intern", "INTERN"),
    ("volunteer", "VOLUNTEER"),
    ("per-diem", "PER_DIEM"),
];

impl Facts {
    /// The kinds of employment that the schedule and the contract name.
    #[must_use]
    pub fn employment_types(&self) -> Vec<&'static str> {
        let keys = [&self.schedule, &self.contract];
        let named = keys.into_iter().flatten().filter_map(|key| WORDS.iter().find(|(name, _)| name == key));
        named.map(|(_, word)| *word).collect()
    }
}
