//! From what is different in a release to JSON, for programs. The guide documents its shape.

use serde_json::{Map, Value, json};

use super::changes::{Changes, FactChange, NoticeChange, SectionChange};
use super::release::Shown;
use crate::domain::{Bilingual, Side};

/// The notices, addresses and files of which something is different.
#[must_use]
pub fn changes(changes: &Changes) -> Map<String, Value> {
    let files = &changes.files;
    let addresses = &changes.addresses;
    let moved = |(from, to): &(String, String)| json!({ "from": from, "to": to });
    let fields = [
        ("notices", changes.notices.iter().filter_map(notice).collect()),
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
    let shown = notice.shown()?;
    let by_language = |value: &dyn Fn(Side) -> Value| by_language(shown, value);
    let moved = notice.moved().map(|(from, to)| json!({ "from": from, "to": to }));
    Some(json!({
        "reference": notice.reference,
        "title": by_language(&|side| shown.editions[side].title.clone().into()),
        "state": notice.after.as_ref().map(|shown| shown.state().word()),
        "steps": notice.steps.iter().map(|step| step.word()).collect::<Vec<_>>(),
        "facts": notice.facts.iter().map(|change| fact(change, shown)).collect::<Vec<_>>(),
        "sections": notice.sections.iter().map(|change| section(change, shown)).collect::<Vec<_>>(),
        "moved": moved.collect::<Vec<_>>(),
    }))
}

fn fact(fact: &FactChange, shown: &Shown) -> Value {
    let said = |said: &Bilingual<Option<String>>| by_language(shown, &|side| said[side].clone().into());
    json!({ "fact": fact.key, "before": said(&fact.before), "after": said(&fact.after) })
}

fn section(section: &SectionChange, shown: &Shown) -> Value {
    let languages: Vec<_> = section.sides.iter().map(|side| &shown.editions[*side].language).collect();
    json!({ "section": section.id, "languages": languages })
}

fn by_language(shown: &Shown, value: &dyn Fn(Side) -> Value) -> Value {
    Value::Object(Side::BOTH.into_iter().map(|side| (shown.editions[side].language.clone(), value(side))).collect())
}
