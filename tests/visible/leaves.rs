//! From JSON to its values, each as it was typed: numbers are not taken for floats.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

/// A value that has no parts.
#[derive(Debug, PartialEq, Eq)]
pub struct Leaf {
    /// The type of the outermost thing, then the names of the properties that lead to it.
    pub path: String,
    /// A text without its quotation marks; a number with its digits.
    pub text: String,
}

impl Leaf {
    /// The property itself.
    pub fn name(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or_default()
    }
}

/// All values of some data.
pub fn leaves(json: &str) -> Vec<Leaf> {
    let mut found = Vec::new();
    let raw: Box<RawValue> = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"));
    gather(&raw, "", &mut found);
    let root = found.iter().find(|leaf| leaf.path == ".@type").map_or(String::new(), |leaf| leaf.text.clone());
    found.into_iter().map(|leaf| Leaf { path: format!("{root}{}", leaf.path), text: leaf.text }).collect()
}

/// The value at the end of a path, such as `address.addressCountry`.
pub fn value(json: &str, path: &str) -> Option<String> {
    let has_path = |leaf: &Leaf| leaf.path.split_once('.').is_some_and(|(_, rest)| rest == path);
    leaves(json).into_iter().find(has_path).map(|leaf| leaf.text)
}

fn gather(raw: &RawValue, path: &str, found: &mut Vec<Leaf>) {
    let json = raw.get();
    let whole = "it was parsed as a whole";
    match json.as_bytes().first() {
        Some(b'{') => {
            let parts: BTreeMap<String, Box<RawValue>> = serde_json::from_str(json).expect(whole);
            for (name, part) in &parts {
                gather(part, &format!("{path}.{name}"), found);
            }
        }
        Some(b'[') => {
            let parts: Vec<Box<RawValue>> = serde_json::from_str(json).expect(whole);
            for part in &parts {
                gather(part, path, found);
            }
        }
        Some(b'"') => found.push(Leaf { path: path.to_owned(), text: serde_json::from_str(json).expect(whole) }),
        _ => found.push(Leaf { path: path.to_owned(), text: json.to_owned() }),
    }
}
