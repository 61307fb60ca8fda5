//! `-- expect … --`: what the output of a clean case must hold, and must not.

use super::{Base, Files, Run, signs};

/// What must be true of an output.
pub enum Expectation {
    /// A file with these texts and without those.
    File { path: String, holds: Vec<String>, lacks: Vec<String> },
    /// No such file.
    NoFile(String),
    /// Texts that stand in no name and in no file.
    Nowhere(Vec<String>),
    /// The output of the base site.
    TheBase,
}

impl Expectation {
    pub fn parse(what: &str, lines: &[&str]) -> Self {
        let lines: Vec<_> = lines.iter().map(|line| signs::text(line)).collect();
        assert!(lines.iter().all(|line| !line.trim().is_empty()), "an empty line would expect nothing");
        match what.split_once(' ') {
            None if what == "nowhere" && !lines.is_empty() => Self::Nowhere(lines),
            Some(("no", path)) if lines.is_empty() => Self::NoFile(signs::text(path)),
            Some(("the", "base")) if lines.is_empty() => Self::TheBase,
            None if what.contains(['/', '.']) => {
                let (lacks, holds): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.starts_with("not: "));
                let lacks = lacks.iter().map(|line| line["not: ".len()..].to_owned()).collect();
                Self::File { path: signs::text(what), holds, lacks }
            }
            _ => panic!("nothing that can be expected: {what}"),
        }
    }

    /// Checks it.
    pub fn check(&self, run: &Run, base: &Base) {
        match self {
            Self::File { path, holds, lacks } => {
                let paths: Vec<_> = run.output.keys().collect();
                let bytes = run.output.get(path).unwrap_or_else(|| panic!("no {path} in {paths:#?}"));
                let text = String::from_utf8_lossy(bytes);
                let main = main_part(&text);
                for text in holds {
                    assert!(main.contains(text), "{path} does not hold “{text}”:\n{main}");
                }
                for text in lacks {
                    assert!(!main.contains(text), "{path} holds “{text}”:\n{main}");
                }
            }
            Self::NoFile(path) => assert!(!run.output.contains_key(path), "{path} is there"),
            Self::Nowhere(texts) => {
                for (path, bytes) in &run.output {
                    let file = String::from_utf8_lossy(bytes);
                    for text in texts {
                        assert!(!path.contains(text) && !file.contains(text), "{path} tells of “{text}”");
                    }
                }
            }
            Self::TheBase => {
                let (here, there) = (missing(&run.output, &base.output), missing(&base.output, &run.output));
                assert!(here.is_empty() && there.is_empty(), "other than in the base: {here:?}, {there:?}");
            }
        }
    }
}

/// The files of one output that the other one does not have, or has otherwise.
fn missing<'a>(here: &'a Files, there: &Files) -> Vec<&'a String> {
    here.iter().filter(|(path, bytes)| there.get(*path) != Some(*bytes)).map(|(path, _)| path).collect()
}

/// What stands in `<main>`; all of a file without one.
fn main_part(text: &str) -> &str {
    let from = text.find("<main").unwrap_or(0);
    let to = text.find("</main>").unwrap_or(text.len());
    &text[from..to]
}
