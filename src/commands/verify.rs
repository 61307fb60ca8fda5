//! `diptych verify [TARGET]`: whether what is live is what was deployed.

use clap::{ArgMatches, Command};
use serde_json::json;

use super::Outcome;
use super::deploy::{Place, print_json, site, target_argument};
use super::options::Common;
use super::terminal::Terminal;
use crate::deploy::{Release, Verification, check_verifiable, paths};
use crate::diagnostic::{Failure, Text};
use crate::domain::{Instant, Site};
use crate::load::Folder;
use crate::report::{Format, Voice};

/// So many seconds before a change is due, it is told.
const NEAR: i64 = 86_400;

/// The arguments of the command.
pub(super) fn arguments(command: Command, voice: &Voice) -> Command {
    command.arg(target_argument(voice))
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<Outcome, Failure> {
    let common = Common::read(matches)?;
    let source = Folder::open(&common.site)?;
    let site = match site(&source, &common, terminal)? {
        Ok(site) => site,
        Err(outcome) => return Ok(outcome),
    };
    let mut place = Place::of(&site, matches, &common)?;
    check_verifiable(&*place.target, &place.name)?;
    let found = Verification::of(&mut *place.target)?;
    let due = due(found.manifest.as_ref(), &site, common.now, &terminal.voice);
    if let Some(due) = &due {
        terminal.remark(due);
    }
    if common.format == Format::Json {
        let until = found.manifest.as_ref().and_then(|manifest| manifest.valid_until);
        let object = json!({
            "target": place.name,
            "release": found.release.to_string(),
            "equal": found.is_equal(),
            "files": found.manifest.as_ref().map(|manifest| manifest.files.len()),
            "missing": found.missing,
            "changed": found.changed,
            "foreign": found.foreign,
            "valid_until": until.map(|until| site.zone.moment(until).to_string()),
        });
        print_json(object.as_object().cloned().unwrap_or_default());
    } else {
        tell(&found, &place.name, terminal);
    }
    Ok(if found.is_equal() { Outcome::Clean } else { Outcome::Faulty })
}

fn tell(found: &Verification, target: &str, terminal: &Terminal) {
    for (id, named) in
        [("verify-missing", &found.missing), ("verify-changed", &found.changed), ("verify-foreign", &found.foreign)]
    {
        if !named.is_empty() {
            terminal.say(&paths(id, named));
        }
    }
    let text = if found.is_equal() { Text::new("verify-equal") } else { Text::new("verify-different") };
    let files = found.manifest.as_ref().map_or(0, |manifest| manifest.files.len());
    terminal.say(&text.with("target", target).with("release", &found.release).with_count("files", files));
}

/// That the pages should have changed by themselves, or will soon.
pub(super) fn due(manifest: Option<&Release>, site: &Site, now: Instant, voice: &Voice) -> Option<Text> {
    let until = manifest?.valid_until?;
    let id = match until.0 - now.0 {
        left if left <= 0 => "verify-overdue",
        left if left <= NEAR => "verify-due",
        _ => return None,
    };
    Some(Text::new(id).with("moment", voice.moment(&site.zone.moment(until))).with("zone", site.zone.name()))
}
