//! From a site in memory to its findings and its output, as a build would have them.

use std::io::Read;
use std::sync::Mutex;

use diptych::diagnostic::{Diagnostic, Failure, Severity, Text};
use diptych::domain::{Instant, Place, SitePath};
use diptych::load::{Memory, Source, decode};
use diptych::pipeline::{self, Sink};
use diptych::render::Minify;
use diptych::report::{self, Format, Spot, Style, Tongue, Voice};

use super::{Case, Files, Mark, Weight};

/// What came of a site.
pub struct Run {
    source: Memory,
    pub findings: Vec<Diagnostic>,
    /// Empty where there are errors, as with a build.
    pub output: Files,
}

impl Run {
    /// Builds a site at an instant.
    pub fn of(files: &Files, now: Instant) -> Self {
        let source = Memory(files.clone());
        let prepared = pipeline::prepare(&source, now).expect("memory does not fail");
        let mut log = prepared.log;
        let mut output = Files::new();
        if let Some(prepared) = prepared.value.filter(|_| !log.has_errors()) {
            let collected = Collected::default();
            log.append(prepared.render(&source, &collected, Minify::Yes).expect("memory does not fail").log);
            output = collected.0.into_inner().expect("no thread failed");
        }
        Self { source, findings: log.sorted(), output }
    }

    fn text(&self, path: &SitePath) -> Option<String> {
        let listing = self.source.list().expect("memory does not fail").value;
        decode(path, self.source.bytes(listing.get(path.as_str())?).ok()?).ok()
    }

    fn line(&self, place: &Place) -> usize {
        self.text(&place.file).map_or(1, |text| Spot::of(place.span, &text).line)
    }

    /// The findings that no mark of the case announces, and the marks that no finding answers.
    pub fn unmarked(&self, case: &Case) -> (Vec<String>, Vec<String>) {
        let mut open: Vec<&Mark> = case.marks.iter().collect();
        let mut strike = |place: &Place, weight: Weight, finding: &Diagnostic| {
            let line = self.line(place);
            let meant = |mark: &&Mark| {
                (mark.file.as_str(), mark.line, mark.weight, mark.rule)
                    == (place.file.as_str(), line, weight, finding.rule)
            };
            match open.iter().position(meant) {
                Some(at) => drop(open.remove(at)),
                // A mark for a second place says only what a case wants to say.
                None if weight == Weight::Also => {}
                None => return Some(format!("{}:{line} {}", place.file, finding.rule.word())),
            }
            None
        };
        let mut in_vain = Vec::new();
        for finding in &self.findings {
            let weight = if finding.severity == Severity::Error { Weight::Error } else { Weight::Warning };
            in_vain.extend(strike(&finding.place, weight, finding));
            for (place, _) in &finding.related {
                in_vain.extend(strike(place, Weight::Also, finding));
            }
        }
        let left = open.into_iter();
        (
            in_vain,
            left.map(|mark| format!("{}:{} {:?} {}", mark.file, mark.line, mark.weight, mark.rule.word())).collect(),
        )
    }

    /// What must be true of any run: every place lies in its file, and every sentence exists in both languages.
    pub fn assert_sound(&self) {
        let voices = [Tongue::English, Tongue::French].map(Voice::new);
        for finding in &self.findings {
            let others = finding.related.iter();
            let texts = others.clone().map(|(_, text)| text).chain([&finding.message]).chain(&finding.hint);
            for (text, voice) in texts.flat_map(|text| voices.iter().map(move |voice| (text, voice))) {
                assert_ne!(voice.say(text), text.id, "a sentence without words");
            }
            for place in others.map(|(place, _)| place).chain([&finding.place]) {
                let length = self.text(&place.file).map_or(0, |text| text.len());
                assert!(place.span.start <= place.span.end && place.span.end <= length, "{place:?} of {length}");
            }
        }
        assert!(self.findings.iter().any(|finding| finding.severity == Severity::Error) || !self.output.is_empty());
    }

    /// What a person reads at the terminal, in English, then in French.
    pub fn report(&self) -> String {
        let say = |tongue| {
            let texts = |path: &SitePath| self.text(path);
            report::findings(&self.findings, Format::Human, Style::Plain, &Voice::new(tongue), &texts)
        };
        // Editors take blanks at the end of a line away.
        let lines = |report: String| report.lines().flat_map(|line| [line.trim_end(), "\n"]).collect::<String>();
        format!("{}{}", lines(say(Tongue::English)), lines(say(Tongue::French)))
    }
}

/// A sink that keeps what it takes.
#[derive(Default)]
struct Collected(Mutex<Files>);

impl Collected {
    fn keep(&self, path: &str, bytes: Vec<u8>) {
        let before = self.0.lock().expect("no thread failed").insert(path.to_owned(), bytes);
        assert!(before.is_none(), "two files at {path}");
    }
}

impl Sink for Collected {
    fn file(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.keep(path, bytes.to_vec());
        Ok(())
    }

    fn copy(&self, path: &str, from: &mut dyn Read) -> Result<(), Failure> {
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes).map_err(|_| Failure::new(Text::new("load-unreadable")))?;
        self.keep(path, bytes);
        Ok(())
    }
}
