//! From the file of a signature to the record: who compared both editions, when, and what they said then.
//!
//! A check needs the first document only. The second, the texts, is read where something has changed; texts that cannot
//! be read are none, since the seals alone say what was signed.

use std::collections::BTreeMap;

use super::fields::Fields;
use super::yaml::{self, Kind, Node};
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Hand, Part, Place, Sealed, Signature, Site, SitePath, TimeOfDay};

/// What stands between the documents.
const BETWEEN: &str = "\n---\n";

/// Reads who signed and what.
///
/// # Errors
/// The finding for a record that cannot be used.
pub fn signature(path: &SitePath, text: &str, site: &Site) -> Result<Signature, Box<Diagnostic>> {
    let head = text.split_once(BETWEEN).map_or(text, |(head, _)| head);
    let refused = |place: Place| {
        let message = Text::new("invalid-signature").with("path", path);
        Box::new(Diagnostic::new(Rule::InvalidSignature, place, message).hint("invalid-signature-hint"))
    };
    let node = yaml::parse(head, path, 0).map_err(|finding| refused(finding.place))?;
    let mut log = Log::new();
    let signature = read(node, path, site, &mut log);
    let fault = log.sorted().into_iter().next().map(|finding| finding.place);
    match (signature, fault) {
        (Some(signature), None) => Ok(signature),
        (_, fault) => Err(refused(fault.unwrap_or_else(|| Place::top(path.clone())))),
    }
}

fn read(node: Node, path: &SitePath, site: &Site, log: &mut Log) -> Option<Signature> {
    let mut fields = Fields::open(node, path, log);
    let signed = fields.map("signed", log).and_then(|fields| hand(fields, site, log));
    let mut parts = Vec::new();
    for part in [Part::Facts, Part::Words] {
        let found = fields.map(if part == Part::Facts { "facts" } else { "words" }, log);
        parts.extend(found.and_then(|found| sealed(part, found, site, log)));
    }
    if let Some(mut sections) = fields.map("sections", log) {
        for (name, node) in sections.rest() {
            let found = Fields::open(node, path, log);
            parts.extend(sealed(Part::Section(name.value), found, site, log));
        }
    }
    fields.finish(log);
    Some(Signature { hand: signed?, parts })
}

fn hand(mut fields: Fields<'_>, site: &Site, log: &mut Log) -> Option<Hand> {
    let (by, on) = (fields.text("by", log), fields.text("on", log));
    let place = fields.place(on.as_ref().map_or(fields.span, |on| on.span));
    fields.finish(log);
    let moment = on.and_then(|on| site.zone.read(&on.value, TimeOfDay::Start).ok());
    if by.is_none() || moment.is_none() {
        log.push(Diagnostic::new(Rule::InvalidSignature, place, "invalid-signature-hint"));
    }
    Some(Hand { by: by?.value, on: moment? })
}

fn sealed(part: Part, mut fields: Fields<'_>, site: &Site, log: &mut Log) -> Option<Sealed> {
    let span = fields.span;
    let renewed = fields.map("renewed", log);
    let seals = if part == Part::Facts {
        let seal = fields.text("all", log).map(|seal| seal.value);
        Bilingual::new(seal.clone(), seal)
    } else {
        of_languages(&mut fields, site, log)
    };
    let place = fields.place(span);
    fields.finish(log);
    let is_seal = |seal: &String| seal.len() == 16 && seal.bytes().all(|digit| digit.is_ascii_hexdigit());
    let Some(seals) = seals.both().filter(|seals| seals.iter().all(|(_, seal)| is_seal(seal))) else {
        log.push(Diagnostic::new(Rule::InvalidSignature, place, "invalid-signature-hint"));
        return None;
    };
    let renewed = match renewed {
        Some(fields) => Some(hand(fields, site, log)?),
        None => None,
    };
    Some(Sealed { part, seals, renewed })
}

/// One text for each language of the site. Keys of other languages stay, to be noticed as unknown.
fn of_languages(fields: &mut Fields<'_>, site: &Site, log: &mut Log) -> Bilingual<Option<String>> {
    let mut found = Bilingual::of(|_| None);
    for (code, node) in fields.rest() {
        match site.languages.side(&code.value) {
            Some(side) => found[side] = fields.as_text("signed", node, log).map(|text| text.value),
            None => {
                log.push(Diagnostic::new(Rule::InvalidSignature, fields.place(code.span), "invalid-signature-hint"));
            }
        }
    }
    found
}

/// Reads the texts that were compared, by part.
#[must_use]
pub fn signed_texts(path: &SitePath, text: &str, site: &Site) -> BTreeMap<Part, Bilingual<String>> {
    let mut texts = BTreeMap::new();
    let Some((head, tail)) = text.split_once(BETWEEN) else { return texts };
    let Ok(node) = yaml::parse(tail, path, head.len() + BETWEEN.len()) else { return texts };
    for (name, node) in entries(node) {
        match name.as_str() {
            "facts" => texts.extend(entries(node).pop().and_then(|(_, text)| {
                let text = literal(text)?;
                Some((Part::Facts, Bilingual::new(text.clone(), text)))
            })),
            "words" => texts.extend(both(node, site).map(|both| (Part::Words, both))),
            "sections" => {
                let sections = entries(node).into_iter();
                texts.extend(sections.filter_map(|(id, node)| Some((Part::Section(id), both(node, site)?))));
            }
            _ => {}
        }
    }
    texts
}

fn both(node: Node, site: &Site) -> Option<Bilingual<String>> {
    let mut found = Bilingual::of(|_| None);
    for (code, node) in entries(node) {
        found[site.languages.side(&code)?] = literal(node);
    }
    found.both()
}

fn entries(node: Node) -> Vec<(String, Node)> {
    match node.kind {
        Kind::Map(entries) => entries.into_iter().map(|(key, node)| (key.value, node)).collect(),
        _ => Vec::new(),
    }
}

fn literal(node: Node) -> Option<String> {
    match node.kind {
        Kind::Quoted(text) | Kind::Plain(text) => Some(text.trim_end_matches('\n').to_owned()),
        _ => None,
    }
}
