//! From a notice and its texts to the record of a signature, and from a record to what has changed since.
//!
//! A record holds a seal of each part in each language, by which a change is noticed, and the texts themselves, by which
//! it is told. Nothing here is read from a disk or written to one, and nobody is asked for a name.

mod changes;
mod difference;
mod facts;
mod parts;
mod record;
mod seal;
mod telling;

pub use changes::{Change, Step, changes};
pub use difference::{Difference, Run, difference, key, runs, shortened, words};
pub use parts::{Stated, Written, parts};
pub use record::{renew, sign, write};
pub use seal::seal;
pub use telling::{ChangedFact, Telling};

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::domain::{Bilingual, Part, Side, Signature, Site, SitePath};
use crate::read;

/// What is known of the signature of a pair.
#[derive(Debug, Clone)]
pub enum Signing {
    /// Nobody has signed.
    Unsigned,
    /// The record cannot be read, which was noticed.
    Unreadable,
    /// Somebody has signed.
    Signed(Filed),
}

/// A record as its file has it. The texts are read when they are needed.
#[derive(Debug, Clone)]
pub struct Filed {
    /// Who compared what, and when.
    pub signature: Signature,
    path: SitePath,
    file: String,
}

/// The texts that were compared.
pub type Texts = BTreeMap<Part, Bilingual<String>>;

/// A record with the texts that were compared. Those that are not what the seals are of, or are not there, are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Who compared what, and when.
    pub signature: Signature,
    /// The texts.
    pub texts: Texts,
}

impl Filed {
    /// Reads the file of a record.
    ///
    /// # Errors
    /// The finding for a file that cannot be used.
    pub fn read(path: &SitePath, file: String, site: &Site) -> Result<Self, Box<Diagnostic>> {
        let signature = read::signature(path, &file, site)?;
        Ok(Self { signature, path: path.clone(), file })
    }

    /// The record with its texts.
    #[must_use]
    pub fn record(&self, site: &Site) -> Record {
        Record::new(self.signature.clone(), read::signed_texts(&self.path, &self.file, site))
    }
}

impl Record {
    /// A record with those of the texts that are what its seals are of.
    #[must_use]
    pub fn new(signature: Signature, mut texts: Texts) -> Self {
        let is_sealed = |part: &Part, texts: &Bilingual<String>| {
            let sealed = signature.sealed(part);
            sealed.is_some_and(|sealed| Side::BOTH.iter().all(|side| seal(&texts[*side]) == sealed.seals[*side]))
        };
        texts.retain(|part, both| is_sealed(part, both));
        Self { signature, texts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Hand, TimeOfDay, Zone};

    const FILE: &str = r#"# Who compared both editions of this notice, and when. Written by `diptych sign`: please do not edit.
# Qui a comparé les deux éditions de cet avis, et quand. Écrit par `diptych sign` : à ne pas modifier.
signed: { by: "Camille \"C.\" Laurent", on: 2025-04-08T16:20:00+02:00 }
facts: { all: ca689ef996be19fd }
words: { en: 5333964b5e218c2c, fr: be9bf32b039424ff }
sections:
  summary: { en: 19c64464ba4d36a1, fr: 5a34991a83bdfbc8 }
---
# The texts as they were compared. Les textes tels qu’ils ont été comparés.
facts:
  all: |
    deadline: ongoing
words:
  en: |
    title: Analyst
  fr: |
    title: Analyste : « l’un »
sections:
  summary:
    en: |
      One
        two

      three
    fr: |
      Un

      - deux
"#;

    fn hand(by: &str) -> Hand {
        let zone = Zone::named("Europe/Brussels").expect("a zone");
        Hand { by: by.to_owned(), on: zone.read("2025-04-08T16:20:00+02:00", TimeOfDay::Start).expect("a moment") }
    }

    fn stated(part: Part, left: &str, right: &str) -> Stated {
        Stated { part, texts: Bilingual::new(Written::of(left), Written::of(right)) }
    }

    fn parts(text: &str) -> Vec<Stated> {
        vec![
            stated(Part::Facts, "deadline: ongoing\n", "deadline: ongoing\n"),
            stated(Part::Words, "title: Analyst\n", "title: Analyste : « l’un »\n"),
            stated(Part::Section("summary".to_owned()), text, "Un\n\n- deux\n"),
            stated(Part::Section("duties".to_owned()), "One", ""),
        ]
    }

    fn site() -> Site {
        read::site(include_str!("../../site.yaml")).value.expect("the sample site")
    }

    fn back(file: &str) -> Record {
        let (path, site) = (SitePath::new("1.signature.yaml"), site());
        Filed::read(&path, file.to_owned(), &site).expect("a record").record(&site)
    }

    #[test]
    fn a_record_can_be_read_by_people() {
        let mut signed = parts("\nOne\n  two  \n\nthree\n");
        signed.truncate(3);
        let file = write(&sign(&signed, hand("Camille \"C.\" Laurent")), &site().languages);
        assert_eq!(file, FILE);
    }

    #[test]
    fn a_part_that_is_renewed_says_by_whom() {
        let record = sign(&parts("One\n"), hand("Camille"));
        let now = parts("Two\n");
        let summary = Part::Section("summary".to_owned());
        assert_eq!(changes(&record.signature, &now), [Change { part: summary.clone(), step: Step::Left }]);
        let renewed = renew(&record, &now, std::slice::from_ref(&summary), &hand("Noor"));
        assert_eq!(changes(&renewed.signature, &now), []);
        assert_eq!(renewed.signature.hand.by, "Camille");
        assert_eq!(renewed.texts[&summary].left, "Two");
        assert_eq!(back(&write(&renewed, &site().languages)), renewed);
        let without: Vec<_> = now.into_iter().filter(|stated| stated.part != summary).collect();
        assert_eq!(changes(&renewed.signature, &without), [Change { part: summary.clone(), step: Step::Removed }]);
        let renewed = renew(&renewed, &without, std::slice::from_ref(&summary), &hand("Noor"));
        assert_eq!(changes(&renewed.signature, &without), []);
        assert!(!renewed.texts.contains_key(&summary));
    }

    #[test]
    fn texts_that_were_tampered_with_are_left_out() {
        let file = write(&sign(&parts("Once\n"), hand("Camille")), &site().languages);
        let record = back(&file.replace("      Once", "      Twice"));
        assert_eq!(record.texts.len(), 3);
        assert!(!record.texts.contains_key(&Part::Section("summary".to_owned())));
    }

    proptest::proptest! {
        #[test]
        fn any_text_comes_back_from_its_record(text in "([-#|>:&*!%@`'\"\\\\{}\\[\\],? \t\n\u{a0}\u{85}\u{2028}é]|---|\n---\n|[a-z0-9]{1,3}|\n\n  ){0,40}") {
            let record = sign(&parts(&text), hand("Camille"));
            let read = back(&write(&record, &site().languages));
            assert_eq!(read.signature, record.signature);
            assert_eq!(read.texts, record.texts);
            assert_eq!(changes(&read.signature, &parts(&text)), []);
        }
    }
}
