//! The preview while files really change under it: every way in which editors and tools save, and time that passes.
//!
//! Nothing here sleeps for a change; what is expected is asked for until it is there, for some seconds at most.

mod common;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use common::command::{NOW, Place};

/// How long something may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running preview of a site.
struct Watch {
    process: Child,
    port: u16,
}

impl Watch {
    fn start(place: &Place) -> Self {
        Self::start_at(place, NOW)
    }

    fn start_at(place: &Place, now: &str) -> Self {
        Self::start_with(place, &["--now", now], Stdio::null())
    }

    fn start_with(place: &Place, arguments: &[&str], error_stream: Stdio) -> Self {
        // Free a moment ago: the server tells its port to people only.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|found| found.local_addr()).expect("a port");
        let port = port.port();
        let mut command = place.command(&["watch", "--port", &port.to_string()]);
        command.args(arguments).stdout(Stdio::null()).stderr(error_stream);
        let watch = Self { process: command.spawn().expect("the program runs"), port };
        watch.until("/en/", |status, _| status == 200);
        watch
    }

    /// Asks for a path.
    fn get(&self, path: &str) -> std::io::Result<(u16, String)> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", self.port)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = String::from_utf8_lossy(&answer);
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_default();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        Ok((status, body.to_owned()))
    }

    /// Asks for a path until the answer is the one that is wanted.
    #[track_caller]
    fn until(&self, path: &str, is_there: impl Fn(u16, &str) -> bool) {
        let begun = Instant::now();
        loop {
            let answer = self.get(path);
            if let Ok((status, body)) = &answer
                && is_there(*status, body)
            {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "{path} is still {answer:?}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    #[track_caller]
    fn shows(&self, path: &str, words: &str) {
        self.until(path, |status, body| status == 200 && body.contains(words));
    }

    #[track_caller]
    fn lacks(&self, path: &str) {
        self.until(path, |status, _| status == 404);
    }

    /// Sends a signal, as Ctrl+C does, and returns the exit code and what was said on the error stream.
    #[cfg(unix)]
    fn ends_by(mut self, signal: &str) -> (Option<i32>, String) {
        let kill = format!("kill -{signal} {}", self.process.id());
        let sent = std::process::Command::new("sh").args(["-c", &kill]).status().expect("there is a shell");
        assert!(sent.success(), "{kill}");
        let mut said = String::new();
        self.process.stderr.take().expect("it is a pipe").read_to_string(&mut said).expect("it speaks UTF-8");
        (self.process.wait().expect("it ends").code(), said)
    }

    fn edition(words: &str) -> String {
        format!("---\ntitle: Poste 101\n---\n\n## Résumé\n\n{words}\n")
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // It may have ended by itself, which the test has noticed then.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

const ENGLISH: &str = "/en/vacancies/101-post-101/";
const FRENCH: &str = "/fr/postes-vacants/101-poste-101/";
const FILE: &str = "content/vacancies/101.fr.md";

#[test]
fn however_an_editor_saves() {
    let place = Place::new();
    let watch = Watch::start(&place);
    place.write(FILE, Watch::edition("Sur place.").as_bytes());
    watch.shows(FRENCH, "Sur place.");
    // Beside, then renamed over it: twice, since a watch of the file itself would end with the first.
    for words in ["Une fois.", "Deux fois."] {
        place.write("content/vacancies/.101.fr.md.tmp", Watch::edition(words).as_bytes());
        fs::rename(place.path("content/vacancies/.101.fr.md.tmp"), place.path(FILE)).expect("it can be renamed");
        watch.shows(FRENCH, words);
    }
    // As vim does: the old one is moved away, a new one written, the old one deleted.
    fs::rename(place.path(FILE), place.path("content/vacancies/101.fr.md~")).expect("it can be renamed");
    place.write(FILE, Watch::edition("À la vim.").as_bytes());
    fs::remove_file(place.path("content/vacancies/101.fr.md~")).expect("it can be deleted");
    watch.shows(FRENCH, "À la vim.");
    // As many bytes within the same second, and the time put back.
    let changed = fs::metadata(place.path(FILE)).and_then(|file| file.modified()).expect("files have times here");
    place.write(FILE, Watch::edition("À la vin.").as_bytes());
    let file = fs::File::options().write(true).open(place.path(FILE)).expect("it is there");
    file.set_modified(changed).expect("times can be set");
    watch.shows(FRENCH, "À la vin.");
    assert!(!place.path("public").exists(), "a preview publishes nothing");
}

#[test]
fn a_new_folder_and_what_is_in_it_at_once() {
    let place = Place::new();
    let watch = Watch::start(&place);
    let facts = "published: 2025-01-02\ndeadline: 2025-12-07\nlocation: here\ncontract: standard";
    let deep = "content/vacancies/2025/spring/early";
    place.write(
        &format!("{deep}/103.en.md"),
        format!("---\ntitle: Post 103\n{facts}\n---\n\n## Summary\n\nA.\n").as_bytes(),
    );
    place.write(
        &format!("{deep}/103.fr.md"),
        b"---\ntitle: Poste 103\n---\n\n## R\xc3\xa9sum\xc3\xa9\n\n[Annexe](103/a.pdf).\n",
    );
    place.write(&format!("{deep}/103/a.pdf"), b"%PDF new");
    watch.shows("/fr/postes-vacants/103-poste-103/", "Annexe");
    watch.shows("/files/103/a.pdf", "%PDF new");
    // Folders of sources that the site did not have.
    place.write("assets/style.css", b"body { color: teal }");
    place.write(
        "templates/notice.html",
        b"<!doctype html><html lang=\"{{ site.language.code }}\"><body>Other template</body></html>",
    );
    watch.shows(ENGLISH, "Other template");
    fs::remove_dir_all(place.path("templates")).expect("it can be deleted");
    watch.shows(ENGLISH, "First words.");
}

#[test]
fn what_is_deleted_is_gone_and_what_is_half_deleted_is_said() {
    let place = Place::new();
    let watch = Watch::start(&place);
    fs::remove_file(place.path(FILE)).expect("it can be deleted");
    // One edition is no notice; the last good state of both is shown, with what is wrong.
    for path in [ENGLISH, FRENCH] {
        watch.shows(path, "<li class=\"error\"");
    }
    watch.shows(FRENCH, "First words.");
    for path in ["content/vacancies/101.en.md", "content/vacancies/101/annex.pdf"] {
        fs::remove_file(place.path(path)).expect("it can be deleted");
    }
    for path in [ENGLISH, FRENCH, "/files/101/annex.pdf"] {
        watch.lacks(path);
    }
    watch.shows("/en/vacancies/102-post-102/", "Other words.");
    place.notice("101", "Again.");
    watch.shows(ENGLISH, "Again.");
    watch.until(ENGLISH, |_, body| !body.contains("<li class=\"error\""));
}

#[test]
fn hundreds_of_files_at_once() {
    let place = Place::new();
    let watch = Watch::start(&place);
    for number in 1000..1300 {
        place.notice(&number.to_string(), &format!("Words of {number}."));
    }
    watch.shows("/fr/postes-vacants/1299-poste-1299/", "Words of 1299.");
    watch.shows("/fr/postes-vacants/1000-poste-1000/", "Words of 1000.");
    for number in 1000..1300 {
        place.notice(&number.to_string(), &format!("Changed {number}."));
    }
    for number in [1000, 1150, 1299] {
        watch.shows(&format!("/en/vacancies/{number}-post-{number}/"), &format!("Changed {number}."));
    }
    fs::rename(place.path("content/vacancies"), place.path("vacancies")).expect("it can be moved");
    watch.lacks("/en/vacancies/1150-post-1150/");
    fs::rename(place.path("vacancies"), place.path("content/vacancies")).expect("it can be moved back");
    watch.shows("/en/vacancies/1150-post-1150/", "Changed 1150.");
}

#[test]
fn a_theme_that_is_moved_away_and_back() {
    let place = Place::new();
    let watch = Watch::start(&place);
    fs::rename(place.path("themes/secretariat"), place.path("themes/away")).expect("it can be moved");
    // The last good state of the site, with what is wrong with it as a whole.
    watch.shows(ENGLISH, "<li class=\"error\"");
    watch.shows(ENGLISH, "First words.");
    fs::rename(place.path("themes/away"), place.path("themes/secretariat")).expect("it can be moved");
    watch.until(ENGLISH, |status, body| status == 200 && !body.contains("<li class=\"error\""));
    let template = "themes/secretariat/templates/notice.html";
    place.write(
        template,
        place.read(template).replacen("{% block main -%}", "{% block main -%}<hr id=\"new\">", 1).as_bytes(),
    );
    watch.shows(ENGLISH, "<hr id=");
    // The whole folder of themes as well, and site.yaml with a broken line.
    fs::rename(place.path("themes"), place.path("old")).expect("it can be moved");
    watch.shows(ENGLISH, "<li class=\"error\"");
    fs::rename(place.path("old"), place.path("themes")).expect("it can be moved");
    watch.until(ENGLISH, |status, body| status == 200 && !body.contains("<li class=\"error\""));
    let yaml = place.read("site.yaml");
    place.write("site.yaml", format!("{yaml}: [\n").as_bytes());
    watch.shows(ENGLISH, "<li class=\"error\"");
    place.write("site.yaml", yaml.as_bytes());
    watch.until(ENGLISH, |status, body| status == 200 && !body.contains("<li class=\"error\""));
}

#[test]
fn a_signature_that_cannot_be_read_is_said_over_its_own_notice() {
    let place = Place::new();
    place.notice("102", "Other words.");
    let watch = Watch::start(&place);
    place.write("content/vacancies/101.signature.yaml", b"[");
    for path in [ENGLISH, FRENCH] {
        watch.shows(path, "101.signature.yaml");
    }
    for path in ["/en/vacancies/102-post-102/", "/en/"] {
        watch.until(path, |status, body| status == 200 && !body.contains("101.signature.yaml"));
    }
    watch.shows("/-/desk.json", "\"errors\":{\"en\":1,\"fr\":1}");
}

#[cfg(unix)]
#[test]
fn both_places_of_a_finding_open_the_editor() {
    let place = Place::new();
    let watch = Watch::start_with(&place, &["--now", NOW, "--editor", "vscode"], Stdio::null());
    let contradicting = Watch::edition("Words.").replacen("---\n", "---\ndeadline: 2031-03-31\n", 1);
    place.write(FILE, contradicting.as_bytes());
    let root = place.root().canonicalize().expect("the folder is there");
    for file in [FILE, "content/vacancies/101.en.md"] {
        watch.shows(FRENCH, &format!("href=\"vscode://file{}/{file}:", root.display()));
    }
}

#[test]
fn a_template_that_fails_for_one_notice_alone() {
    let place = Place::new();
    let watch = Watch::start(&place);
    let template = "themes/secretariat/templates/notice.html";
    let before = place.read(template);
    let failing = "{% block main -%}<hr id=\"new\">{% if notice.reference == \"101\" %}{{ notice.title | length / 0 }}{% endif %}";
    place.write(template, before.replacen("{% block main -%}", failing, 1).as_bytes());
    watch.shows("/en/vacancies/102-post-102/", "<hr id=");
    // Its last good page, which nobody had asked for so far, with what is wrong.
    for path in [ENGLISH, FRENCH] {
        watch.until(path, |status, body| {
            status == 200 && body.contains("First words.") && body.contains("notice.html:") && !body.contains("<hr id=")
        });
    }
    watch.shows("/-/desk.json", "template-error");
    // Another change meanwhile forgets nothing.
    place.notice("102", "Changed words.");
    watch.shows("/en/vacancies/102-post-102/", "Changed words.");
    watch.shows(FRENCH, "First words.");
    watch.shows("/-/desk.json", "template-error");
    place.write(template, before.as_bytes());
    watch.until(ENGLISH, |status, body| status == 200 && !body.contains("<li class=\"error\""));
    watch.until("/-/desk.json", |_, body| !body.contains("template-error"));
}

#[test]
fn a_template_that_fails_where_nobody_looks_is_said_all_the_same() {
    let place = Place::new();
    let mut watch = Watch::start_with(&place, &["--now", NOW, "--language", "en"], Stdio::piped());
    let error_stream = BufReader::new(watch.process.stderr.take().expect("it is a pipe"));
    let (hear, said) = channel();
    thread::spawn(move || error_stream.lines().map_while(Result::ok).try_for_each(|line| hear.send(line)));
    let until = |words: &str| {
        while !said.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("“{words}” is not said")).contains(words) {}
    };
    let template = "themes/secretariat/templates/notice.html";
    let before = place.read(template);
    let failing = "{% block main -%}{% if notice.reference == \"102\" %}{{ notice.title | length / 0 }}{% endif %}";
    place.write(template, before.replacen("{% block main -%}", failing, 1).as_bytes());
    until("The template failed while a page was made");
    watch.shows("/-/desk.json", "template-error");
    place.write(template, before.as_bytes());
    until("No more errors");
    watch.until("/-/desk.json", |_, body| !body.contains("template-error"));
}

#[test]
fn a_notice_closes_by_itself() {
    let place = Place::new();
    // The deadline holds through the last minute of its day.
    let watch = Watch::start_at(&place, "2025-12-07T23:59:57+01:00");
    watch.until(ENGLISH, |status, body| status == 200 && body.contains("banner-closed"));
    watch.until("/en/", |status, body| status == 200 && !body.contains("101-post-101"));
}

#[cfg(unix)]
#[test]
fn it_ends_in_order_when_it_is_interrupted() {
    let place = Place::new();
    for (signal, language, words) in
        [("INT", "en", "The preview has ended.\n"), ("TERM", "fr", "L’aperçu est arrêté.\n")]
    {
        let watch = Watch::start_with(&place, &["--now", NOW, "--language", language], Stdio::piped());
        let port = watch.port;
        // A tab that listens for changes keeps its connection for as long as there is a preview.
        let mut listening = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("it listens");
        let host = format!("localhost:{port}");
        write!(listening, "GET /-/events HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n\r\n").expect("it hears");
        listening.set_read_timeout(Some(PATIENCE)).expect("a time is valid");
        let mut told = Vec::new();
        while !told.ends_with(b"\n\n") || !String::from_utf8_lossy(&told).contains("data: ") {
            let mut piece = [0; 512];
            let length = listening.read(&mut piece).expect("it tells");
            assert_ne!(length, 0, "the stream ended by itself");
            told.extend_from_slice(&piece[..length]);
        }
        assert_eq!(watch.ends_by(signal), (Some(0), words.to_owned()));
        assert_eq!(listening.read(&mut [0; 512]).expect("the stream ends in order"), 0);
        TcpListener::bind((Ipv4Addr::LOCALHOST, port)).expect("the port is free again");
    }
}
