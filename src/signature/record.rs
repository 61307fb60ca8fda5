//! From the parts of a notice and the name of who compared them to the record, and from a record to its file.
//!
//! The file has two YAML documents. The first says who compared what and when, and is all that a check needs where
//! nothing has changed; the second keeps the texts, so that a change can be told in words. [`crate::read`] reads both.

use std::fmt::Write as _;

use super::{Record, Stated, Texts, Written};
use crate::domain::{Bilingual, Hand, Languages, Part, Sealed, Side, Signature};

/// The largest texts that a record keeps, in bytes: beyond, it would be no text that a site may have.
const LARGEST: usize = 1024 * 1024;

const OPENING: &str = "\
# Who compared both editions of this notice, and when. Written by `diptych sign`: please do not edit.
# Qui a comparé les deux éditions de cet avis, et quand. Écrit par `diptych sign` : à ne pas modifier.
";
const TEXTS: &str = "\
# The texts as they were compared. Les textes tels qu’ils ont été comparés.
";

/// The record that all parts were compared as they stand.
#[must_use]
pub fn sign(parts: &[Stated], hand: Hand) -> Record {
    let parts_sealed = parts.iter().map(|stated| sealed(stated, None)).collect();
    let texts = parts.iter().map(text).collect();
    Record { signature: Signature { hand, parts: parts_sealed }, texts }
}

/// The record with new seals of some parts, which somebody found to be as good as before. What is no longer there leaves
/// the record.
#[must_use]
pub fn renew(record: &Record, parts: &[Stated], chosen: &[Part], hand: &Hand) -> Record {
    let Record { signature, mut texts } = record.clone();
    let mut sealed_parts = Vec::new();
    for stated in parts {
        if chosen.contains(&stated.part) {
            sealed_parts.push(sealed(stated, Some(hand.clone())));
            texts.extend([text(stated)]);
        } else {
            sealed_parts.extend(signature.sealed(&stated.part).cloned());
        }
    }
    let is_kept = |part: &Part| !parts.iter().any(|stated| stated.part == *part) && !chosen.contains(part);
    sealed_parts.extend(signature.parts.into_iter().filter(|sealed| is_kept(&sealed.part)));
    texts.retain(|part, _| sealed_parts.iter().any(|sealed| sealed.part == *part));
    Record { signature: Signature { parts: sealed_parts, ..signature }, texts }
}

fn sealed(stated: &Stated, renewed: Option<Hand>) -> Sealed {
    Sealed { part: stated.part.clone(), seals: stated.seals(), renewed }
}

fn text(stated: &Stated) -> (Part, Bilingual<String>) {
    (stated.part.clone(), stated.texts.as_ref().map(tidy))
}

/// A text without blanks at the ends of its lines, and without lines before its first words and after its last.
fn tidy(written: &Written) -> String {
    let lines: Vec<_> = written.text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// The file of a record.
#[must_use]
pub fn write(record: &Record, languages: &Languages) -> String {
    let mut out = String::from(OPENING);
    let signature = &record.signature;
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(out, "signed: {}", hand(&signature.hand));
    let of = |wanted: fn(&Part) -> bool| signature.parts.iter().filter(move |sealed| wanted(&sealed.part));
    for sealed in of(|part| !matches!(part, Part::Section(_))) {
        let _ = writeln!(out, "{}: {}", sealed.part, seals(sealed, languages));
    }
    if of(is_section).next().is_some() {
        out.push_str("sections:\n");
    }
    for sealed in of(is_section) {
        let _ = writeln!(out, "  {}: {}", sealed.part, seals(sealed, languages));
    }
    let size: usize = record.texts.values().map(|texts| texts.left.len() + texts.right.len()).sum();
    if size <= LARGEST {
        let order = signature.parts.iter().map(|sealed| &sealed.part);
        texts(&mut out, order, &record.texts, languages);
    }
    out
}

const fn is_section(part: &Part) -> bool {
    matches!(part, Part::Section(_))
}

fn hand(hand: &Hand) -> String {
    format!("{{ by: \"{}\", on: {} }}", hand.by.replace('\\', "\\\\").replace('"', "\\\""), hand.on)
}

/// The facts have one seal, for they are the same in both languages.
fn seals(sealed: &Sealed, languages: &Languages) -> String {
    let mut seals = if sealed.part == Part::Facts {
        format!("{{ all: {}", sealed.seals.left)
    } else {
        let of = |side: Side| format!("{}: {}", languages[side].code, sealed.seals[side]);
        format!("{{ {}, {}", of(Side::Left), of(Side::Right))
    };
    if let Some(renewed) = &sealed.renewed {
        let _ = write!(seals, ", renewed: {}", hand(renewed));
    }
    seals.push_str(" }");
    seals
}

fn texts<'p>(out: &mut String, order: impl Iterator<Item = &'p Part>, texts: &Texts, languages: &Languages) {
    out.push_str("---\n");
    out.push_str(TEXTS);
    let mut is_in_sections = false;
    for (part, both) in order.filter_map(|part| Some((part, texts.get(part)?))) {
        if is_section(part) && !is_in_sections {
            is_in_sections = true;
            out.push_str("sections:\n");
        }
        let depth = usize::from(is_section(part));
        let indent = "  ".repeat(depth);
        let _ = writeln!(out, "{indent}{part}:");
        if *part == Part::Facts {
            block(out, "all", &both.left, depth + 1);
        } else {
            both.iter().for_each(|(side, text)| block(out, &languages[side].code, text, depth + 1));
        }
    }
}

/// A text as a literal block. A first line that begins with a blank would be taken for the depth of the others.
fn block(out: &mut String, key: &str, text: &str, depth: usize) {
    let indent = "  ".repeat(depth);
    let sign = if text.starts_with(' ') { "|2" } else { "|" };
    if text.trim().is_empty() {
        let _ = writeln!(out, "{indent}{key}: \"\"");
        return;
    }
    let _ = writeln!(out, "{indent}{key}: {sign}");
    for line in text.lines() {
        if !line.is_empty() {
            let _ = write!(out, "{indent}  {line}");
        }
        out.push('\n');
    }
}
