//! From the strings of the sample site to its glossary and to the paragraphs of its clauses.

use std::fs;
use std::sync::LazyLock;

use diptych::domain::{Bilingual, Side};

use crate::corpus::code;

/// A term of the glossary.
pub struct Term {
    /// The term.
    pub words: Bilingual<String>,
    /// Its acronym, where it has one.
    pub shorts: Bilingual<Option<String>>,
}

/// A message: its name, its value, line by line, and its acronym.
#[derive(Default)]
struct Message {
    name: String,
    value: Vec<String>,
    short: Option<String>,
}

/// The terms of the glossary.
pub fn terms() -> &'static [Term] {
    static TERMS: LazyLock<Vec<Term>> = LazyLock::new(|| {
        let both = Bilingual::of(|side| messages(side, "glossary.ftl"));
        let in_both = |left: &Message| {
            let right = both.right.iter().find(|right| right.name == left.name)?;
            let words = Bilingual::new(left.value.concat(), right.value.concat());
            Some(Term { words, shorts: Bilingual::new(left.short.clone(), right.short.clone()) })
        };
        both.left.iter().filter_map(in_both).collect()
    });
    &TERMS
}

/// The paragraphs of clauses that say the same about every notice and are long enough to be known again.
pub fn paragraphs() -> &'static [Bilingual<String>] {
    static PARAGRAPHS: LazyLock<Vec<Bilingual<String>>> = LazyLock::new(|| {
        let both = Bilingual::of(|side| messages(side, "clauses.ftl"));
        let is_constant = |text: &String| {
            let is_text = text.starts_with(char::is_uppercase) && !text.contains(['{', '}']);
            is_text && text.split(' ').count() > 12
        };
        let mut found = Vec::new();
        for left in &both.left {
            let Some(right) = both.right.iter().find(|right| right.name == left.name) else { continue };
            if left.value.len() == right.value.len() {
                let pairs = left.value.iter().zip(&right.value);
                let pairs = pairs.filter(|(left, right)| is_constant(left) && is_constant(right));
                found.extend(pairs.map(|(left, right)| Bilingual::new(left.clone(), right.clone())));
            }
        }
        assert!(found.len() > 5, "the clauses are read wrongly");
        found
    });
    &PARAGRAPHS
}

/// The messages of a file of the sample site, as they stand there; all of its values are simple to read.
fn messages(side: Side, file: &str) -> Vec<Message> {
    let path = format!("{}/i18n/{}/{file}", env!("CARGO_MANIFEST_DIR"), code(side));
    let text = fs::read_to_string(&path).unwrap_or_default();
    let mut messages: Vec<Message> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let is_inside = line.starts_with(' ');
        let line = line.trim();
        if let Some((name, value)) = line.split_once('=').filter(|_| !is_inside) {
            let value = Some(value.trim().to_owned()).filter(|value| !value.is_empty());
            messages.push(Message { name: name.trim().to_owned(), value: value.into_iter().collect(), short: None });
        } else if let (Some(message), false) = (messages.last_mut(), line.is_empty()) {
            match line.split_once(" = ").filter(|_| line.starts_with('.')) {
                Some((".short", short)) => message.short = Some(short.to_owned()),
                Some(_) => {}
                None => message.value.push(line.to_owned()),
            }
        }
    }
    messages
}
