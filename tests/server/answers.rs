//! Answers: their heads and bodies, one after the other, many at once, of any size, and those that fail.

use std::io::{self, Cursor, Read};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Barrier, Mutex};
use std::thread;

use diptych::preview::server::{Answered, Body, Limits, Request};

use crate::client::{LONG, Running};

#[test]
fn a_request_arrives_decoded_and_its_answer_whole() {
    let server = Running::with(Limits::default(), |request: &Request| {
        Answered::new(404, "text/html; charset=utf-8", format!("{request:?}"))
    });
    let fields = "Cookie: diptych-language=fr; other=1\r\n";
    let reply = server.reply(server.request("GET", "/-/pair%20s/?path=/en/%C3%A9+a&now=", fields));
    assert_eq!((reply.status, reply.field("content-type")), (404, Some("text/html; charset=utf-8")));
    assert_eq!(reply.field("connection"), None);
    let expected = Request {
        path: "/-/pair s/".to_owned(),
        query: [("now", ""), ("path", "/en/é a")].map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        cookies: [("diptych-language", "fr"), ("other", "1")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        head: false,
    };
    assert_eq!(reply.text(), format!("{expected:?}"));
}

#[test]
fn the_head_of_an_answer_is_the_same_without_its_body() {
    let server = Running::new();
    let mut client = server.connect();
    let get = client.ask(server.request("GET", "/en/", ""));
    let head = client.ask(server.request("HEAD", "/en/", ""));
    assert_eq!((get.status, &get.fields), (head.status, &head.fields));
    assert_eq!((get.field("content-length"), get.text()), (Some("4"), "/en/"));
    let after = client.ask(server.request("GET", "/fr/", "Connection: close\r\n"));
    assert_eq!((after.field("connection"), after.text()), (Some("close"), "/fr/"));
    assert!(client.rest().is_empty());
}

#[test]
fn a_refused_head_has_no_body_either() {
    let server = Running::new();
    let mut client = server.connect();
    assert_eq!(client.ask("HEAD / HTTP/1.1\r\nHost: example.org\r\n\r\n").status, 403);
    assert!(client.rest().is_empty());
}

#[test]
fn requests_in_a_row_are_answered_in_their_order() {
    let server = Running::new();
    let mut client = server.connect();
    for number in 0..50 {
        client.send(server.request("GET", &format!("/{number}"), ""));
    }
    for number in 0..50 {
        assert_eq!(client.ask("").text(), format!("/{number}"));
    }
    for byte in server.request("GET", "/slowly", "").as_bytes() {
        client.send([*byte]);
    }
    assert_eq!(client.ask("").text(), "/slowly");
}

#[test]
fn an_old_client_is_answered_and_left() {
    let server = Running::new();
    let mut client = server.connect();
    let request = format!("GET /old HTTP/1.0\r\nHost: localhost:{}\r\nConnection: keep-alive\r\n\r\n", server.port);
    let reply = client.ask(request);
    assert_eq!((reply.text(), reply.field("connection")), ("/old", Some("close")));
    assert!(client.rest().is_empty());
}

#[test]
fn a_panic_ends_one_request_only() {
    let server = Running::with(Limits::default(), |request: &Request| {
        assert!(request.path != "/panic", "as it was asked to");
        Answered::new(200, "text/plain", request.path.clone())
    });
    let mut client = server.connect();
    for _ in 0..5 {
        assert_eq!(client.ask(server.request("GET", "/panic", "")).status, 500);
        assert_eq!(client.ask(server.request("GET", "/calm", "")).text(), "/calm");
    }
}

#[test]
fn an_answer_that_cannot_be_sent_becomes_a_500() {
    let server = Running::with(Limits::default(), |request: &Request| match request.path.as_str() {
        "/line" => Answered::new(200, "text/plain\r\nSet-Cookie: a=b", "a"),
        "/empty" => Answered::new(200, "", "a"),
        status => Answered::new(status[1..].parse().unwrap_or(0), "text/plain", "a"),
    });
    for path in ["/line", "/empty", "/0", "/100", "/204", "/304", "/600", "/65535"] {
        assert_eq!(server.get(path).status, 500, "{path}");
    }
    for status in [200, 404, 410, 500, 503] {
        assert_eq!(server.get(&format!("/{status}")).status, status);
    }
}

#[test]
fn answers_are_made_a_few_at_once() {
    let (two, now, most) = (Barrier::new(2), AtomicUsize::new(0), Arc::new(AtomicUsize::new(0)));
    let seen = Arc::clone(&most);
    let limits = Limits { answers: 2, ..Limits::default() };
    let server = Running::with(limits, move |_: &Request| {
        seen.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        // Nobody goes on alone.
        two.wait();
        now.fetch_sub(1, Ordering::SeqCst);
        Answered::new(200, "text/plain", "")
    });
    let mut clients: Vec<_> = (0..8).map(|_| server.connect()).collect();
    for client in &mut clients {
        client.send(server.request("GET", "/", ""));
    }
    for client in &mut clients {
        assert_eq!(client.ask("").status, 200);
    }
    assert_eq!(most.load(Ordering::SeqCst), 2);
}

#[test]
fn a_large_body_arrives_whole() {
    let bytes: Vec<u8> = (0..3_000_001_u32).map(|number| number.to_le_bytes()[0] ^ number.to_le_bytes()[1]).collect();
    let sent = bytes.clone();
    let server = Running::with(Limits::default(), move |request: &Request| match request.path.as_str() {
        "/bytes" => Answered::new(200, "application/pdf", sent.clone()),
        "/stream" => streamed(Cursor::new(sent.clone()), sent.len() as u64),
        // What comes behind the length that was told is not sent.
        "/longer" => streamed(Cursor::new(sent.clone()), 10),
        _ => streamed(io::empty(), 0),
    });
    let mut client = server.connect();
    for (path, expected) in [("/bytes", &bytes[..]), ("/stream", &bytes[..]), ("/longer", &bytes[..10]), ("/none", &[])]
    {
        let head = client.ask(server.request("HEAD", path, ""));
        assert_eq!(head.field("content-length"), Some(expected.len().to_string().as_str()));
        assert!(client.ask(server.request("GET", path, "")).body == expected, "{path}");
    }
}

#[test]
fn a_body_that_ends_too_early_is_not_taken_for_the_whole() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    struct Panicking;
    impl Read for Panicking {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            panic!("as it was asked to")
        }
    }
    let server = Running::with(Limits::default(), |request: &Request| match request.path.as_str() {
        "/short" => streamed(&b"abc"[..], 10),
        "/failing" => streamed((&b"abc"[..]).chain(Failing), 10),
        _ => streamed(Panicking, 10),
    });
    for path in ["/short", "/failing", "/panic"] {
        let mut client = server.connect();
        client.send(server.request("GET", path, ""));
        assert_eq!(client.head().field("content-length"), Some("10"));
        assert!(client.rest().len() < 10, "{path}");
    }
    assert_eq!(server.reply(server.request("HEAD", "/short", "")).status, 200);
}

#[test]
fn a_client_that_leaves_lets_go_of_what_it_was_sent() {
    let (endless, dropped) = Endless::new();
    let read = Arc::clone(&endless.read);
    let endless = Mutex::new(Some(endless));
    let server = Running::with(Limits::default(), move |_: &Request| {
        let endless = endless.lock().expect("no panic").take().expect("it is asked for once");
        streamed(endless, 1 << 40)
    });
    let mut client = server.connect();
    client.send(server.request("GET", "/", ""));
    assert_eq!(client.head().field("content-length"), Some("1099511627776"));
    assert_eq!(client.take(1_000_000).len(), 1_000_000);
    drop(client);
    dropped.recv_timeout(LONG).expect("it is let go of");
    assert!(read.load(Ordering::SeqCst) < 64 << 20, "no more is read than the client and the system take");
}

#[test]
fn an_answer_under_way_is_finished_when_the_server_stops() {
    let ((begun, begins), (go, goes)) = (mpsc::channel::<()>(), mpsc::channel::<()>());
    let goes = Mutex::new(goes);
    let limits = Limits { farewell: LONG, ..Limits::default() };
    let server = Running::with(limits, move |_: &Request| {
        begun.send(()).expect("the test waits");
        goes.lock().expect("no panic").recv().expect("the test goes on");
        Answered::new(200, "text/plain", "the whole")
    });
    let mut client = server.connect();
    client.send(server.request("GET", "/", ""));
    begins.recv_timeout(LONG).expect("it is being answered");
    let stopper = server.stopper.clone();
    stopper.stop();
    let end = thread::spawn(move || server.stop());
    go.send(()).expect("the answerer waits");
    assert_eq!(client.ask("").text(), "the whole");
    assert!(client.rest().is_empty());
    drop(client);
    end.join().expect("it ends");
}

fn streamed(reader: impl Read + Send + 'static, length: u64) -> Answered {
    Answered { status: 200, media_type: "application/pdf".into(), body: Body::Stream(Box::new(reader), length) }
}

/// A reader without end that counts what is read and says when it is dropped.
pub struct Endless {
    pub read: Arc<AtomicUsize>,
    dropped: Sender<()>,
}

impl Endless {
    pub fn new() -> (Self, Receiver<()>) {
        let (dropped, hears) = mpsc::channel();
        (Self { read: Arc::default(), dropped }, hears)
    }

    /// It, as an answer.
    pub fn answer(self) -> Answered {
        streamed(self, 1 << 40)
    }
}

impl Read for Endless {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        bytes.fill(b'a');
        self.read.fetch_add(bytes.len(), Ordering::SeqCst);
        Ok(bytes.len())
    }
}

impl Drop for Endless {
    fn drop(&mut self) {
        let _ = self.dropped.send(());
    }
}
