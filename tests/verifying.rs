//! What a site looks like from its address: the same, other, missing, or nobody there.
#![cfg(unix)]

mod common;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;

use common::command::{NOW, Place};

/// A web server of this machine for the files of a folder; of a few paths it says something else.
fn serve(folder: PathBuf) -> String {
    serve_by(move |path| plainly(&folder, path))
}

/// The status, further headers and the bytes by which a path is answered.
type Answer = (&'static str, &'static str, Vec<u8>);

fn serve_by(answer: impl Fn(&str) -> Answer + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for stream in listener.incoming() {
            respond(&answer, &stream.expect("a connection"));
        }
    });
    address
}

fn respond(answer: &impl Fn(&str) -> Answer, mut stream: &TcpStream) {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().expect("a request").expect("text");
    let headers: Vec<_> = lines.map(|line| line.expect("text")).take_while(|line| !line.is_empty()).collect();
    assert!(headers.iter().any(|line| line.eq_ignore_ascii_case("accept-encoding: identity")), "{headers:?}");
    let (status, extra, body) = answer(request.split(' ').nth(1).expect("a path"));
    let head = format!("HTTP/1.1 {status}\r\nConnection: close\r\n{extra}Content-Length: {}\r\n\r\n", body.len());
    // Whoever has read enough may be gone.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
}

fn plainly(folder: &Path, path: &str) -> Answer {
    match path {
        "/moved/.diptych-release.json" => ("302 Found", "Location: http://127.0.0.1:1/\r\n", Vec::new()),
        "/busy/.diptych-release.json" => ("503 Busy", "", Vec::new()),
        "/torn/.diptych-release.json" => ("200 OK", "", b"{".to_vec()),
        _ => {
            let name = path.trim_start_matches('/');
            let index = if name.is_empty() || name.ends_with('/') { "index.html" } else { "" };
            match fs::read(folder.join(name).join(index).components().collect::<PathBuf>()) {
                Ok(bytes) => ("200 OK", "", bytes),
                Err(_) => ("404 Not Found", "", Vec::new()),
            }
        }
    }
}

/// As a server that is configured for the site answers, except for one path.
fn as_configured(folder: &Path, path: &str, other: (&str, Answer)) -> Answer {
    let page = |status, name: &str| (status, "", fs::read(folder.join(name)).expect("it is there"));
    match path {
        _ if path == other.0 => other.1,
        "/en/old/" => ("301 Moved", "Location: /en/vacancies/101-post-101/\r\n", Vec::new()),
        "/en/vacancies/102-post-102/" | "/fr/postes-vacants/102-poste-102/" | "/old/102.html" => {
            page("410 Gone", "410.html")
        }
        "/404.html" | "/410.html" => page("404 Not Found", "404.html"),
        _ if path.starts_with("/.diptych/") => page("404 Not Found", "404.html"),
        _ => plainly(folder, path),
    }
}

/// A site that is deployed, of which one page has moved and one notice was withdrawn.
fn moved_and_withdrawn() -> (Place, PathBuf) {
    let place = Place::new();
    let yaml = place.read("site.yaml");
    place.write("site.yaml", format!("{yaml}targets: {{ www: {{ kind: folder, path: www }} }}\n").as_bytes());
    for (path, keys) in [("101", "aliases: [/en/old/]"), ("102", "aliases: [/old/102.html]\nwithdrawn: 2025-06-01")] {
        let path = format!("content/vacancies/{path}.en.md");
        let text = place.read(&path).replacen("title:", &format!("{keys}\ntitle:"), 1);
        place.write(&path, text.as_bytes());
    }
    place.run_now(&["deploy", "--yes"]).ends(0);
    let current = place.path("www/current").canonicalize().expect("a release");
    (place, current)
}

#[test]
fn a_server_that_is_configured_for_the_site_answers_some_files_in_other_ways() {
    let (place, current) = moved_and_withdrawn();
    let bytes = |path: &str| fs::read(current.join(path)).expect("it is there");
    let (alias, mark) = ("en/old/index.html", ".diptych/gone/old/102.html/.gone");
    let gone = || b"other words".to_vec();
    // A path, what it is answered with, and the files that are missing or different by that.
    let rows: [(&str, Answer, &[&str], &[&str]); 12] = [
        ("/nothing", ("200 OK", "", Vec::new()), &[], &[]),
        ("/en/old/", ("200 OK", "", bytes(alias)), &[], &[]),
        ("/en/old/", ("308 Moved", "Location: /en/vacancies/101-post-101/\r\n", Vec::new()), &[], &[]),
        ("/en/old/", ("302 Found", "Location: /en/vacancies/101-post-101/\r\n", Vec::new()), &[], &[alias]),
        ("/en/old/", ("301 Moved", "Location: /fr/\r\n", Vec::new()), &[], &[alias]),
        ("/en/old/", ("404 Not Found", "", Vec::new()), &[alias], &[]),
        ("/en/", ("301 Moved", "Location: /en/vacancies/101-post-101/\r\n", Vec::new()), &[], &["en/index.html"]),
        ("/404.html", ("404 Not Found", "", gone()), &[], &["404.html"]),
        ("/410.html", ("200 OK", "", gone()), &[], &["410.html"]),
        ("/en/vacancies/102-post-102/", ("410 Gone", "", gone()), &[], &["410.html"]),
        ("/old/102.html", ("404 Not Found", "", gone()), &[mark], &[]),
        ("/old/102.html", ("200 OK", "", gone()), &[], &[mark]),
    ];
    for (path, answer, missing, changed) in rows {
        let (folder, other) = (current.clone(), (path, answer.clone()));
        let address = serve_by(move |path| as_configured(&folder, path, other.clone()));
        let code = i32::from(!(missing.is_empty() && changed.is_empty()));
        let said = place.run_now(&["verify", &address, "--format", "json"]).ends(code);
        let found: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
        let expected = (&serde_json::json!(missing), &serde_json::json!(changed));
        assert_eq!((&found["missing"], &found["changed"]), expected, "{path}: {answer:?}");
    }
}

#[test]
fn a_server_that_knows_nothing_of_the_site_shows_all_files() {
    let (place, current) = moved_and_withdrawn();
    place.run_now(&["verify", &serve(current)]).ends(0);
}

#[test]
fn a_site_that_should_have_changed_by_itself_is_not_well() {
    let (place, current) = moved_and_withdrawn();
    let address = serve(current);
    for name in ["www", &address] {
        let verify = |now: &str, code: i32| {
            let said = place.run(&["verify", name, "--format", "json", "--now", now]).ends(code);
            serde_json::from_str::<serde_json::Value>(&said.out).expect("JSON")
        };
        let early = verify(NOW, 0);
        let until = early["valid_until"].as_str().expect("the notice will close");
        let late = verify(until, 1);
        assert_eq!((&early["overdue"], &late["overdue"]), (&false.into(), &true.into()));
        assert_eq!((&early["equal"], &late["equal"]), (&true.into(), &true.into()));
        place.run(&["verify", name, "--now", until]).ends(1).says("should have changed by themselves");
    }
}

#[test]
fn a_site_is_verified_at_its_address() {
    let place = Place::new();
    let beside = tempfile::tempdir().expect("a temporary folder");
    let target = beside.path().join("www");
    let yaml = place.read("site.yaml");
    let path = target.display();
    place.write("site.yaml", format!("{yaml}targets: {{ www: {{ kind: folder, path: {path} }} }}\n").as_bytes());
    place.run_now(&["deploy", "--yes"]).ends(0);
    let current = target.join("current").canonicalize().expect("a release");
    let address = serve(current.clone());
    let said = place.run_now(&["verify", &address]).ends(0);
    assert!(said.out.contains("shows what its manifest lists"), "{}", said.out);
    // From anywhere: what an address shows is told without the site.
    Place::empty().run_now(&["verify", &address]).ends(0);

    fs::write(current.join("en/index.html"), "something else and longer than it was").expect("it can be written");
    fs::remove_file(current.join("robots.txt")).expect("it is there");
    let said = place.run_now(&["verify", &address, "--format", "json"]).ends(1);
    let found: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!(found["changed"], serde_json::json!(["en/index.html"]));
    assert_eq!((&found["missing"], &found["equal"]), (&serde_json::json!(["robots.txt"]), &false.into()));
    let said = place.run_now(&["verify", &address, "--language", "fr"]).ends(1);
    assert!(said.out.contains("ne montre pas ce qu’indique son manifeste"), "{}", said.out);

    place.run_now(&["verify", &format!("{address}/nowhere/")]).ends(2).says("no manifest");
    place.run_now(&["verify", &format!("{address}/moved/")]).ends(2).says("http://127.0.0.1:1/").says("302");
    place.run_now(&["verify", &format!("{address}/busy/")]).ends(2).says("503");
    let said = place.run_now(&["verify", &format!("{address}/torn/")]).ends(1);
    assert!(said.out.contains(".diptych-release.json"), "{}", said.out);
}

#[test]
fn nobody_is_asked_unencrypted_and_nobody_there_is_told() {
    let place = Place::new();
    place.run_now(&["verify", "http://careers.example.org/"]).ends(2).says("not encrypted");
    place.run_now(&["verify", "ftp://careers.example.org/"]).ends(2).says("not the address of a site");
    place.run_now(&["verify", "http://127.0.0.1:1/", "--language", "fr"]).ends(2).says("Impossible de lire");
}
