//! What a site looks like from its address: the same, other, missing, or nobody there.
#![cfg(unix)]

mod common;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;

use common::command::Place;

/// A web server of this machine for the files of a folder; of a few paths it says something else.
fn serve(folder: PathBuf) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for stream in listener.incoming() {
            answer(&folder, &stream.expect("a connection"));
        }
    });
    address
}

fn answer(folder: &Path, mut stream: &TcpStream) {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().expect("a request").expect("text");
    let headers: Vec<_> = lines.map(|line| line.expect("text")).take_while(|line| !line.is_empty()).collect();
    assert!(headers.iter().any(|line| line.eq_ignore_ascii_case("accept-encoding: identity")), "{headers:?}");
    let path = request.split(' ').nth(1).expect("a path");
    let (status, extra, body) = match path {
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
    };
    let head = format!("HTTP/1.1 {status}\r\nConnection: close\r\n{extra}Content-Length: {}\r\n\r\n", body.len());
    // Whoever has read enough may be gone.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
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
    assert!(said.out.contains("files are the same"), "{}", said.out);
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
