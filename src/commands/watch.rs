//! `diptych watch`: the site in a browser while it is edited, both languages side by side. It publishes nothing.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant as Stopwatch};

use clap::{Arg, ArgMatches, Command, value_parser};

use super::Outcome;
use super::check;
use super::cli::{flag, value};
use super::options::Common;
use super::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Failure, Severity, Text};
use crate::domain::Instant;
use crate::load::Folder;
use crate::preview::server::Server;
use crate::preview::{Change, Changes, Preview, Progress, Settings, Teller};
use crate::report::Voice;

/// How often, and how long after one another, files are looked at that could not be read.
const PATIENCE: (u32, Duration) = (20, Duration::from_millis(100));

/// The arguments of the command.
pub(super) fn arguments(command: Command, voice: &Voice) -> Command {
    command
        .arg(flag(voice, "open", "help-open"))
        .arg(value(voice, "port", "help-port-name", "help-port").value_parser(value_parser!(u16)))
        .arg(editor(voice))
}

fn editor(voice: &Voice) -> Arg {
    value(voice, "editor", "help-editor-name", "help-editor")
}

/// Runs the command, until it is interrupted.
pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<Outcome, Failure> {
    let common = Common::read(matches)?;
    // Events tell whole paths, whatever way leads there.
    let folder = Folder::open(&common.site)?.resolved()?;
    let clock = Clock { begun: Stopwatch::now(), at: common.now };
    let server = Server::bind(matches.get_one::<u16>("port").copied())?;
    // Watched before it is read, so that no change is lost between.
    let mut changes = Changes::of(folder.clone())?;
    let settings = Settings {
        tongue: terminal.voice.tongue(),
        editor: matches.get_one::<String>("editor").map(|name| editor_address(name)),
    };
    let preview = Arc::new(Preview::begin(folder.clone(), clock.now(), settings)?);
    let address = format!("http://localhost:{}/", server.port());
    terminal.say(&Text::new("watch-ready").with("address", &address));
    let answerer = Arc::clone(&preview);
    let pulse = preview.pulse();
    let teller = changes.teller();
    // Not before: while a site is read, nothing has to be ended in order.
    server.heed_signals()?;
    let serving = thread::spawn(move || {
        server.run(answerer, pulse);
        teller.end();
    });
    let (make, made) = channel();
    let (maker, teller) = (Arc::clone(&preview), changes.teller());
    thread::spawn(move || make_ahead(&maker, &made, &teller));
    if matches.get_flag("open") && open::that_detached(&address).is_err() {
        terminal.remark(&Text::new("watch-not-opened").with("address", &address));
    }
    let mut said = Vec::new();
    say(&preview, &folder, &common, terminal, &mut said)?;
    loop {
        // Where that thread has ended, pages are made when somebody asks for them.
        let _ = make.send(());
        let turn = preview.next_turn().map(|turn| clock.stopwatch(turn));
        match changes.next(turn) {
            Change::Files { touched, extent } => {
                let look = || preview.renew(&touched, extent, clock.now());
                renew(look, terminal, || serving.is_finished());
            }
            Change::Time => preview.advance(clock.now())?,
            Change::Noticed => {}
            Change::End => break,
        }
        say(&preview, &folder, &common, terminal, &mut said)?;
    }
    terminal.farewell(&Text::new("watch-ended"));
    Ok(Outcome::Clean)
}

/// Makes pages that nobody has asked for whenever it is asked to, and tells when something was noticed.
fn make_ahead(preview: &Preview, asked: &Receiver<()>, teller: &Teller) {
    for () in asked {
        // A text that cannot be read is told when its page is asked for.
        while let Ok(progress @ (Progress::Made | Progress::Noticed)) = preview.make_ahead() {
            if progress == Progress::Noticed {
                teller.notice();
            }
        }
    }
}

/// Looks at the files until they can be read, or the end has come: one may be half written at this moment.
fn renew(look: impl Fn() -> Result<bool, Failure>, terminal: &Terminal, has_ended: impl Fn() -> bool) {
    let (times, pause) = PATIENCE;
    for time in 1..=times {
        match look() {
            Ok(_) => return,
            Err(failure) if time == times => terminal.caution(&failure),
            Err(_) if has_ended() => return,
            Err(_) => thread::sleep(pause),
        }
    }
}

/// Says what is wrong, if it is not what was said before.
fn say(
    preview: &Preview,
    folder: &Folder,
    common: &Common,
    terminal: &Terminal,
    said: &mut Vec<Diagnostic>,
) -> Result<(), Failure> {
    let findings = preview.findings()?;
    if findings != *said {
        check::say(&findings, folder, common, terminal);
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        if findings.is_empty() {
            terminal.remark(&Text::new("watch-mended"));
        } else {
            terminal.remark(&Text::new("check-summary").with_count("errors", errors).with_count("warnings", warnings));
        }
        *said = findings;
    }
    Ok(())
}

/// What stands before a path in an address. VS Code takes a path with two slashes for a folder of another machine.
const ROOT: &str = if cfg!(windows) { "/" } else { "" };

/// The address that opens an editor: a known editor's by its name, or any.
fn editor_address(name: &str) -> String {
    match name {
        "vscode" | "vscodium" => format!("{name}://file{ROOT}{{path}}:{{line}}:{{column}}"),
        address => address.to_owned(),
    }
}

/// The present of a preview: it goes on from the instant that was asked for.
struct Clock {
    begun: Stopwatch,
    at: Instant,
}

impl Clock {
    fn now(&self) -> Instant {
        self.at.plus(i64::try_from(self.begun.elapsed().as_secs()).unwrap_or(i64::MAX))
    }

    fn stopwatch(&self, instant: Instant) -> Stopwatch {
        let seconds = u64::try_from(instant.0.saturating_sub(self.at.0)).unwrap_or_default();
        // Far beyond what anybody waits for, a day does as well: the turn is asked for again.
        let end = Duration::from_secs(seconds).min(self.begun.elapsed() + Duration::from_hours(24));
        self.begun + end
    }
}
