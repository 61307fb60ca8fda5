//! From what is different in a release to JSON, for programs. The guide documents its shape.

use serde_json::{Map, Value, json};

use crate::deploy::changes::{Changes, Documents, FactChange, LeafChange, NoticeChange, SectionChange};
use crate::deploy::release::Face;
use crate::domain::{Bilingual, Side};

/// The notices, addresses and files of which something is different.
#[must_use]
pub fn changes(changes: &Changes) -> Map<String, Value> {
    let files = &changes.files;
    let addresses = &changes.addresses;
    let moved = |(from, to): &(String, String)| json!({ "from": from, "to": to });
    let address = changes.address.as_ref().map(|(before, after)| json!({ "before": before, "after": after }));
    let fields = [
        ("address", address.into()),
        ("notices", changes.notices.iter().filter_map(notice).collect()),
        ("pages", changes.leaves.iter().filter_map(page).collect()),
        ("design", changes.design.into()),
        (
            "addresses",
            json!({
                "appeared": addresses.appeared,
                "moved": addresses.moved.iter().map(moved).collect::<Vec<_>>(),
                "vanished": addresses.vanished,
            }),
        ),
        (
            "files",
            json!({
                "added": files.added,
                "changed": files.changed,
                "removed": files.removed,
                "unchanged": files.unchanged,
                "bytes": files.bytes,
            }),
        ),
        ("other_pages", changes.other_pages.into()),
    ];
    fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn notice(notice: &NoticeChange) -> Option<Value> {
    let shown = &notice.shown()?.editions;
    let by_language = |value: &dyn Fn(Side) -> Value| by_language(shown, value);
    let moved = notice.moved().map(|(from, to)| json!({ "from": from, "to": to }));
    Some(json!({
        "reference": notice.reference,
        "title": by_language(&|side| shown[side].title.clone().into()),
        "state": notice.after.as_ref().map(|shown| shown.state().word()),
        "steps": notice.steps.iter().map(|step| step.word()).collect::<Vec<_>>(),
        "facts": notice.facts.iter().map(|change| fact(change, shown)).collect::<Vec<_>>(),
        "sections": notice.sections.iter().map(|change| section(change, shown)).collect::<Vec<_>>(),
        "documents": documents(&notice.documents),
        "moved": moved.collect::<Vec<_>>(),
    }))
}

fn page(change: &LeafChange) -> Option<Value> {
    let shown = &change.leaf()?.editions;
    let step = match (&change.before, &change.after) {
        (None, _) => "appeared",
        (_, None) => "gone",
        _ => "changed",
    };
    Some(json!({
        "title": by_language(shown, &|side| shown[side].title.clone().into()),
        "address": by_language(shown, &|side| shown[side].path.clone().into()),
        "step": step,
        "languages": change.sides.iter().map(|side| &shown[*side].language).collect::<Vec<_>>(),
        "documents": documents(&change.documents),
    }))
}

fn documents(documents: &Documents) -> Value {
    json!({ "added": documents.added, "replaced": documents.replaced, "removed": documents.removed })
}

fn fact(fact: &FactChange, shown: &Bilingual<Face>) -> Value {
    let said = |said: &Bilingual<Option<String>>| by_language(shown, &|side| said[side].clone().into());
    json!({ "fact": fact.key, "before": said(&fact.before), "after": said(&fact.after) })
}

fn section(section: &SectionChange, shown: &Bilingual<Face>) -> Value {
    let languages: Vec<_> = section.sides.iter().map(|side| &shown[*side].language).collect();
    json!({ "section": section.id, "languages": languages })
}

fn by_language(shown: &Bilingual<Face>, value: &dyn Fn(Side) -> Value) -> Value {
    Value::Object(Side::BOTH.into_iter().map(|side| (shown[side].language.clone(), value(side))).collect())
}
