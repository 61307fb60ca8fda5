//! What `diptych server` writes: for the right folder, in the right language, and over nothing. Whether servers understand it
//! is asked in `.ci/servers.sh`.

mod common;

use std::fs;

use common::command::Place;
use diptych::serving::POLICY;

const SERVERS: [&str; 3] = ["nginx", "apache", "caddy"];

#[test]
fn a_configuration_is_whole_and_speaks_the_language_of_the_messages() {
    let place = Place::new();
    for server in SERVERS {
        let english = place.run(&["server", server]).ends(0).out;
        let french = place.run(&["server", server, "--language", "fr"]).ends(0).out;
        let root = place.root().canonicalize().expect("it is there").join("public");
        for text in [&english, &french] {
            assert!(text.contains(&format!("\"{}", root.display())) && text.contains(POLICY), "{text}");
            let is_left = text.lines().any(|line| line.contains('@') && line.to_uppercase().contains("@BASE"));
            assert!(!is_left && !text.contains("#en") && !text.contains("#fr"), "{text}");
        }
        let lines = |text: &str| text.lines().filter(|line| !line.contains('#')).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(lines(&english), lines(&french), "only comments differ");
        assert!(english.contains("# The choice of a language") && french.contains("# Le choix de la langue"));
    }
}

#[test]
fn the_folder_is_that_of_the_target_unless_another_is_given() {
    let place = Place::new();
    let site = place.read("site.yaml");
    let targets = "targets: { www: { kind: folder, path: www }, other: { kind: folder, path: other },
        program: { kind: command, run: [./publish.sh] } }\n";
    place.write("site.yaml", format!("{site}{targets}").as_bytes());
    let root = |arguments: &[&str]| place.run(&[&["server", "nginx"], arguments].concat()).ends(0).out;
    assert!(root(&["--target", "other"]).contains("/other/current/.diptych/redirects.nginx\""));
    assert!(root(&["--root", "/srv/www/current/"]).contains("\"/srv/www/current/.diptych/redirects.nginx\""));
    place.run(&["server", "nginx"]).ends(2).says("--target").says("www, other");
    place.run(&["server", "nginx", "--target", "program"]).ends(2).says("--root");
    place.run(&["server", "nginx", "--target", "nowhere"]).ends(2).says("no target “nowhere”").says("www, other");
    for unfit in ["/srv/a\"b", "/srv/$x", "/srv/{x}"] {
        place.run(&["server", "nginx", "--root", unfit]).ends(2).says(unfit);
    }
    place.run(&["server", "lighttpd"]).ends(2).says("nginx");
}

#[test]
fn a_file_that_is_there_is_not_written_over() {
    let place = Place::new();
    let names = ["jobs.example.org.nginx.conf", "jobs.example.org.apache.conf", "Caddyfile"];
    for (server, name) in SERVERS.into_iter().zip(names) {
        // All three in one folder: none is in the way of another.
        place.run(&["server", server, "--to", "servers"]).ends(0);
        let path = place.path("servers").join(name);
        fs::write(&path, "by hand").expect("it can be written");
        place.run(&["server", server, "--to", "servers"]).ends(2).says(name).says("--force");
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "by hand");
        place.run(&["server", server, "--to", "servers", "--force"]).ends(0);
        assert!(fs::read_to_string(&path).expect("it is there").contains(POLICY));
    }
}

#[test]
fn the_guide_and_the_browser_know_the_same_policy() {
    for path in
        ["docs/guide/en/themes.md", "docs/guide/fr/themes.md", "tests/browser/published.js", "tests/servers/ask.py"]
    {
        let text = fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).expect("it is there");
        let joined = text.replace("\"\n          \"", "");
        assert!(joined.contains(POLICY), "{path}");
    }
}
