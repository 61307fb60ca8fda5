//! From the strings of both languages to what does not agree between them.

use super::{Layer, Message};
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Bilingual, Languages, Place, Side, SitePath};

/// Compares the two languages of one source of strings: the same messages, with the same attributes and arguments. Of a
/// language that diptych does not speak, the source alone gives what diptych says of its own in the other.
#[must_use]
pub fn compare(layers: &Bilingual<Layer>, own: &Bilingual<Layer>, languages: &Languages) -> Log {
    let mut log = Log::new();
    for side in Side::BOTH {
        let (here, there) = (&layers[side], &layers[side.twin()]);
        for (id, message) in here.messages.iter().filter(|(id, _)| !id.starts_with('-')) {
            match there.messages.get(id) {
                None if there.has_gaps => {}
                None if own[side.twin()].messages.contains_key(id) && own[side].messages.is_empty() => {}
                None => log.push(missing(id, message, nearest_file(there, message), &languages[side.twin()].code)),
                Some(twin) if side == Side::Left => differences(id, message, twin, &mut log),
                Some(_) => {}
            }
        }
    }
    log
}

fn missing(id: &str, message: &Message, there: Option<SitePath>, language: &str) -> Diagnostic {
    let text = Text::new("missing-string").with("name", id).with("language", language);
    let hint = there.as_ref().map(|file| Text::new("missing-string-hint").with("name", id).with("file", file));
    let finding = Diagnostic::new(Rule::MissingString, message.place.clone(), text).maybe_hint(hint);
    match there {
        Some(file) => finding.related(Place::top(file), "belongs-here"),
        None => finding,
    }
}

/// The file of the other language in which the message belongs: the one of the same name, else any.
fn nearest_file(layer: &Layer, message: &Message) -> Option<SitePath> {
    let name = message.place.file.name();
    let files = || layer.texts.iter().map(|(path, _)| path);
    files().find(|path| path.name() == name).or_else(|| files().next()).cloned()
}

fn differences(id: &str, left: &Message, right: &Message, log: &mut Log) {
    let mut unequal = |rule, message: &'static str, here: String, there: String| {
        let text = Text::new(message).with("name", id).with("here", here).with("there", there);
        let finding = Diagnostic::new(rule, left.place.clone(), text).hint("string-difference-hint");
        log.push(finding.related(right.place.clone(), "twin-here"));
    };
    let arguments = |message: &Message| list(message.variables.iter().map(|name| format!("${name}")));
    if left.variables != right.variables {
        unequal(Rule::StringArguments, "string-arguments", arguments(left), arguments(right));
    }
    let parts = |message: &Message| {
        let value = message.has_value.then(|| "=".to_owned());
        list(value.into_iter().chain(message.attributes.iter().map(|name| format!(".{name}"))))
    };
    if left.attributes != right.attributes || left.has_value != right.has_value {
        unequal(Rule::StringAttributes, "string-attributes", parts(left), parts(right));
    }
}

fn list(names: impl Iterator<Item = String>) -> String {
    let names: Vec<_> = names.collect();
    if names.is_empty() { "–".to_owned() } else { names.join(" ") }
}
