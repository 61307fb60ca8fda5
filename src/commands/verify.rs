//! `diptych verify [TARGET|ADDRESS]`: whether what is live is what was deployed, and what should be live by now.

use clap::{ArgMatches, Command};
use serde_json::json;

use super::deploy::{Place, print_json, site, target_argument};
use super::options::Common;
use super::terminal::Terminal;
use super::{Outcome, cli};
use crate::deploy::{self, Id, Release, Verification, check_verifiable, paths};
use crate::diagnostic::{Failure, Text};
use crate::domain::{Instant, SitePath, Zone};
use crate::load::{Folder, Source, decode};
use crate::read;
use crate::report::{Format, Voice};

/// So many seconds before a change is due, it is told.
const NEAR: i64 = 86_400;

/// The arguments of the command.
pub(super) fn arguments(command: Command, voice: &Voice) -> Command {
    let target = target_argument(voice).value_name(voice.say(&Text::new("help-verified-name")));
    let key = cli::value(voice, "public-key", "help-key-name", "help-public-key");
    command.arg(target.help(voice.say(&Text::new("help-verified")))).arg(key)
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<Outcome, Failure> {
    let common = Common::read(matches)?;
    let key = matches.get_one::<String>("public-key").map(|key| deploy::public_key(key)).transpose()?;
    let address = matches.get_one::<String>("target").filter(|target| target.contains("://"));
    let (name, zone, found, mends) = if let Some(address) = address {
        (address.clone(), zone(&common), Verification::of_address(address)?, false)
    } else {
        let source = Folder::open(&common.site)?;
        let site = match site(&source, &common, terminal)? {
            Ok(site) => site,
            Err(outcome) => return Ok(outcome),
        };
        let mut place = Place::of(&site, matches, &common)?;
        check_verifiable(&*place.target, &place.name)?;
        let found = Verification::of(&mut *place.target)?;
        // What lies beside the files of a bucket stays there.
        let mends = place.target.is_switched_at_once() || !(found.missing.is_empty() && found.changed.is_empty());
        (place.name, Some(site.zone), found, mends)
    };
    let until = found.manifest.as_ref().and_then(|manifest| manifest.valid_until);
    let is_overdue = until.is_some_and(|until| until <= common.now);
    let due = zone.as_ref().and_then(|zone| due(found.manifest.as_ref(), zone, common.now, &terminal.voice));
    if let Some(due) = &due {
        terminal.remark(due);
    }
    let is_signed = key.map(|key| match &found.signature {
        Some(signature) => deploy::is_signed(&found.written, signature, &key),
        None => false,
    });
    if common.format == Format::Json {
        let object = json!({
            "target": name,
            "release": found.release.as_ref().map(Id::to_string),
            "equal": found.is_equal(),
            "files": found.manifest.as_ref().map(|manifest| manifest.files.len()),
            "missing": found.missing,
            "changed": found.changed,
            "foreign": found.foreign,
            "signed": is_signed,
            "overdue": is_overdue,
            "valid_until": until.and_then(|until| Some(zone.as_ref()?.moment(until).to_string())),
        });
        print_json(object.as_object().cloned().unwrap_or_default());
    } else {
        tell(&found, &name, mends, terminal);
        match (is_signed, &found.signature) {
            (Some(true), _) => terminal.say(&Text::new("verify-signed")),
            (Some(false), Some(_)) => terminal.say(&Text::new("verify-forged")),
            (Some(false), None) => terminal.say(&Text::new("verify-unsigned")),
            (None, _) => {}
        }
    }
    let is_well = found.is_equal() && is_signed != Some(false) && !is_overdue;
    Ok(if is_well { Outcome::Clean } else { Outcome::Faulty })
}

fn tell(found: &Verification, target: &str, mends: bool, terminal: &Terminal) {
    for (id, named) in
        [("verify-missing", &found.missing), ("verify-changed", &found.changed), ("verify-foreign", &found.foreign)]
    {
        if !named.is_empty() {
            terminal.say(&paths(id, named));
        }
    }
    let text = match (&found.release, found.is_equal()) {
        (Some(release), true) => Text::new("verify-equal").with("release", release),
        (Some(release), false) if !mends => Text::new("verify-beside").with("release", release),
        (Some(release), false) => Text::new("verify-different").with("release", release),
        (None, true) => Text::new("verify-web-equal"),
        (None, false) => Text::new("verify-web-different"),
    };
    let files = found.manifest.as_ref().map_or(0, |manifest| manifest.files.len());
    terminal.say(&text.with("target", target).with_count("files", files));
}

/// The time zone of the site in the folder, if there is one: an address can be verified from anywhere.
fn zone(common: &Common) -> Option<Zone> {
    let site = Folder::open(&common.site).ok().and_then(|source| {
        let path = SitePath::new("site.yaml");
        let listing = source.list().ok()?.value;
        let text = decode(&path, source.bytes(listing.get(path.as_str())?).ok()?).ok()?;
        read::site(&text).value
    });
    site.map(|site| site.zone).or_else(|| Zone::named("UTC"))
}

/// That the pages should have changed by themselves, or will soon.
pub(super) fn due(manifest: Option<&Release>, zone: &Zone, now: Instant, voice: &Voice) -> Option<Text> {
    let until = manifest?.valid_until?;
    let id = match until.0 - now.0 {
        left if left <= 0 => "verify-overdue",
        left if left <= NEAR => "verify-due",
        _ => return None,
    };
    Some(Text::new(id).with("moment", voice.moment(&zone.moment(until))).with("zone", zone.name()))
}
