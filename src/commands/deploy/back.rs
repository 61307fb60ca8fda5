//! `diptych deploy --rollback [RELEASE]` and `--releases`: back to a former release, and which there are.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::show::{self, print_json};
use super::{Place, is_agreed};
use crate::commands::options::Common;
use crate::commands::terminal::Terminal;
use crate::commands::verify::due;
use crate::commands::{Outcome, build};
use crate::deploy::{Id, Rollback, changes_as_json};
use crate::diagnostic::{Failure, Text};
use crate::domain::Site;
use crate::load::Folder;
use crate::pipeline;
use crate::report::Format;

/// Lists the releases, the newest first.
pub(super) fn list(place: &mut Place, common: &Common, terminal: &Terminal) -> Result<Outcome, Failure> {
    let shelf = place.target.look()?;
    if common.format == Format::Json {
        let releases: Vec<_> = shelf.releases.iter().rev().map(Id::to_string).collect();
        let object = json!({
            "target": place.name,
            "live": shelf.live.as_ref().map(Id::to_string),
            "releases": releases,
            "foreign": shelf.foreign,
        });
        print_json(object.as_object().cloned().unwrap_or_default());
        return Ok(Outcome::Clean);
    }
    if shelf.releases.is_empty() {
        show::say(&Text::new("releases-none").with("target", &place.name), common, terminal);
    }
    for release in shelf.releases.iter().rev() {
        let id = if shelf.live.as_ref() == Some(release) { "releases-live" } else { "releases-kept" };
        show::say(&Text::new(id).with("release", release), common, terminal);
    }
    for name in &shelf.foreign {
        terminal.remark(&Text::new("releases-foreign").with("name", name));
    }
    Ok(Outcome::Clean)
}

/// Goes back to a release.
pub(super) fn go(
    place: &mut Place,
    (site, source): (&Site, &Folder),
    matches: &ArgMatches,
    common: &Common,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    let wanted = matches.get_one::<String>("rollback").map(String::as_str).filter(|name| !name.is_empty());
    let rollback = Rollback::new(&mut *place.target, wanted)?;
    let said = |id: &'static str| Text::new(id).with("target", &place.name).with("release", &rollback.release);
    let end = |outcome: &str, text: &Text| {
        if common.format == Format::Json {
            let mut object = changes_as_json(&rollback.changes);
            object.insert("target".to_owned(), place.name.clone().into());
            object.insert("outcome".to_owned(), outcome.into());
            object.insert("live".to_owned(), rollback.shelf.live.as_ref().map(Id::to_string).into());
            object.insert("release".to_owned(), Value::from(rollback.release.to_string()));
            print_json(object);
        } else {
            show::say(text, common, terminal);
        }
    };
    if rollback.is_blind
        && let Some(live) = &rollback.shelf.live
    {
        terminal.remark(&Text::new("rollback-blind").with("release", live));
    }
    if rollback.is_done() {
        end("unchanged", &said("rollback-unchanged"));
        return Ok(Outcome::Clean);
    }
    let is_asked = !matches.get_flag("yes") && !matches.get_flag("dry-run");
    if common.format != Format::Json || is_asked {
        show::say(&said("rollback-to"), common, terminal);
        if rollback.shelf.is_torn {
            show::say(&"plan-torn".into(), common, terminal);
        }
        // The strings may be what is wrong with the site: going back does not need them.
        let words = pipeline::words(source).ok().flatten();
        if !(rollback.shelf.is_torn && rollback.changes.is_empty()) {
            show::changes(&rollback.changes, site, words.as_ref(), common, terminal);
        }
    }
    if let Some(due) = due(Some(&rollback.after), &site.zone, common.now, &terminal.voice) {
        terminal.remark(&due);
    }
    if matches.get_flag("dry-run") {
        end("planned", &Text::new("deploy-planned"));
        return Ok(Outcome::Clean);
    }
    let agreed = is_agreed("rollback-ask", matches, terminal);
    if common.format == Format::Json && !matches!(agreed, Ok(true)) {
        end("stopped", &Text::new("deploy-stopped"));
    }
    if !agreed? {
        terminal.remark(&Text::new("deploy-stopped"));
        return Ok(Outcome::Clean);
    }
    rollback.execute(&mut *place.target, build::patience(matches))?;
    end("rolled-back", &said("rollback-done"));
    Ok(Outcome::Clean)
}
