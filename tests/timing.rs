//! What `diptych timer` writes: a command that a machine can really run, for the right target, and over nothing.

mod common;

use std::process::Command;

use common::command::{Place, Said};

fn with_targets(targets: &str) -> Place {
    let place = Place::new();
    let site = place.read("site.yaml");
    place.write("site.yaml", format!("{site}targets: {{ {targets} }}\n").as_bytes());
    place
}

#[test]
fn the_line_for_cron_deploys_when_a_shell_runs_it() {
    let place = with_targets("www: { kind: folder, path: www }");
    let said = place.run(&["timer", "cron"]).ends(0).out;
    let line = said.lines().last().expect("a line");
    let command = line.strip_prefix("* * * * * ").expect("each minute");
    for _ in 0..2 {
        let run = Command::new("sh").args(["-c", command]).output().expect("a shell");
        assert_eq!((run.status.code(), run.stdout.len()), (Some(0), 0), "{}", String::from_utf8_lossy(&run.stderr));
    }
    let releases = place.run(&["deploy", "--releases"]).ends(0).out;
    assert_eq!(releases.lines().count(), 1, "the second run had nothing to do: {releases}");
    assert!(place.path("www/current/en/index.html").is_file());
}

#[test]
fn the_units_of_systemd_run_the_same() {
    let place = with_targets("www: { kind: folder, path: www }, live: { kind: folder, path: live }");
    place.run(&["timer", "systemd"]).ends(2).says("--target").says("www, live");
    place.run(&["timer", "cron", "--language", "fr"]).ends(2).says("--target").says("www, live");
    place.run(&["timer", "systemd", "--target", "other"]).ends(2).says("other").says("www, live");
    place.run(&["timer", "systemd", "--target", "live", "--to", "units"]).ends(0);
    let service = place.read("units/diptych-live.service");
    let folder = place.root().canonicalize().expect("it is there");
    assert!(service.contains(&format!("\nWorkingDirectory={}\n", folder.display())), "{service}");
    let command = service.lines().find_map(|line| line.strip_prefix("ExecStart=")).expect("a command");
    assert!(command.ends_with(" deploy live --yes --wait"), "{command}");
    let run = Command::new("sh").args(["-c", command]).current_dir(&folder).output().expect("a shell");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert!(place.path("live/current/fr/index.html").is_file());
    assert!(place.read("units/diptych-live.timer").contains("\n[Timer]\nOnCalendar=minutely\n"));
}

#[test]
fn sudo_deploys_for_whoever_typed_it() {
    let place = with_targets("www: { kind: folder, path: www }");
    for (environment, line) in [
        (&[][..], None),
        (&[("USER", "ann")], Some("User=ann")),
        (&[("USER", "root")], Some("User=root")),
        (&[("USER", "root"), ("SUDO_USER", "ann")], Some("User=ann")),
        (&[("USER", "ann"), ("SUDO_USER", "root")], Some("User=ann")),
        (&[("USER", "root"), ("SUDO_USER", "")], Some("User=root")),
    ] {
        let mut command = place.command(&["timer", "systemd"]);
        let said =
            Said::from(command.envs(environment.iter().copied()).output().expect("the program runs")).ends(0).out;
        assert_eq!(said.lines().find(|line| line.starts_with("User=")), line, "{environment:?}");
    }
}

#[test]
fn a_file_that_is_there_is_not_written_over() {
    let place = with_targets("www: { kind: folder, path: www }");
    place.write("units/diptych-www.service", b"by hand");
    place.run(&["timer", "systemd", "--to", "units"]).ends(2).says("diptych-www.service").says("--force");
    assert_eq!(place.read("units/diptych-www.service"), "by hand");
    place.run(&["timer", "systemd", "--to", "units", "--force"]).ends(0);
    assert!(place.read("units/diptych-www.service").contains("ExecStart="));
}
