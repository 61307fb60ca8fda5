//! What the commands say, and where: findings and remarks to the error stream, results to the output.

use std::io::{self, IsTerminal, Write};

use crate::diagnostic::{Diagnostic, Failure, Text};
use crate::report::{self, Format, Style, Texts, Tongue, Voice};

/// The terminal that a command speaks to.
pub(super) struct Terminal {
    /// The language in which it is spoken to.
    pub voice: Voice,
}

impl Terminal {
    /// A terminal in this language.
    pub fn new(tongue: Tongue) -> Self {
        Self { voice: Voice::new(tongue) }
    }

    /// Says findings in their format: for people on the error stream, for machines on the output.
    pub fn findings(&self, findings: &[Diagnostic], format: Format, texts: Texts<'_>) {
        let style = if format == Format::Human && io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
            Style::Coloured
        } else {
            Style::Plain
        };
        let report = report::findings(findings, format, style, &self.voice, texts);
        match format {
            Format::Human => print_aside(&report),
            Format::Json | Format::Github => print(&report),
        }
    }

    /// Says a sentence on the output.
    pub fn say(&self, text: &Text) {
        print(&format!("{}\n", self.voice.say(text)));
    }

    /// Says a sentence on the error stream.
    pub fn remark(&self, text: &Text) {
        print_aside(&format!("{}\n", self.voice.say(text)));
    }

    /// Says the last sentence on the error stream, on a line of its own: after Ctrl+C, terminals write `^C` where they are.
    pub fn farewell(&self, text: &Text) {
        if io::stderr().is_terminal() {
            print_aside("\n");
        }
        self.remark(text);
    }

    /// Says lines on the error stream that are in words already.
    #[expect(clippy::unused_self, reason = "what is said, is said by the terminal")]
    pub fn aside(&self, lines: &str) {
        print_aside(lines);
    }

    /// Says why the command could not run.
    pub fn failure(&self, failure: &Failure) {
        self.remark(&Text::new("could-not-run").with("text", self.voice.failure(failure)));
    }

    /// Says what did not keep a command from its work, but should be known.
    pub fn caution(&self, caution: &Failure) {
        print_aside(&format!("{}\n", self.voice.failure(caution)));
    }
}

/// Writes to the output. Nobody may be reading any more, which is no fault.
pub(super) fn print(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}

fn print_aside(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}
