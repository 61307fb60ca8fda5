//! Slow clients and many clients: they are cut, and keep nobody else waiting.

use std::io::{ErrorKind, Read};
use std::sync::Mutex;
use std::sync::atomic::Ordering;
use std::time::Duration;

use diptych::preview::server::{Answered, Limits, Request};

use crate::answers::Endless;
use crate::client::{Client, LONG, Running, until};

const SHORT: Duration = Duration::from_millis(200);

fn echo(request: &Request) -> Answered {
    Answered::new(200, "text/plain", request.path.clone())
}

/// Waits until a new client finds a seat and is answered.
fn until_answered(server: &Running) {
    until(|| {
        let mut client = server.connect();
        client.send(server.request("GET", "/en/", "Connection: close\r\n"));
        client.rest().starts_with(b"HTTP/1.1 200")
    });
}

/// Sends bytes one by one, each after a while, until the server answers or closes.
fn drip(client: &mut Client, bytes: &[u8]) -> bool {
    client.stream.set_read_timeout(Some(SHORT / 8)).expect("a time-out");
    let mut answer = [0];
    let answered = bytes.iter().any(|byte| {
        client.send([*byte]);
        let peeked = client.stream.peek(&mut answer);
        !matches!(&peeked, Err(error) if [ErrorKind::WouldBlock, ErrorKind::TimedOut].contains(&error.kind()))
    });
    client.stream.set_read_timeout(Some(LONG)).expect("a time-out");
    answered
}

#[test]
fn a_head_that_does_not_come_is_not_waited_for() {
    let server = Running::with(Limits { head: SHORT, ..Limits::default() }, echo);
    let mut silent = server.connect();
    let mut half = server.connect();
    half.send("GET / HTTP/1.1\r\nHost: local");
    let mut slow = server.connect();
    let request = server.request("GET", "/", &format!("A: {}\r\n", "a".repeat(1000)));
    assert!(drip(&mut slow, request.as_bytes()), "it may take for ever");
    assert_eq!(slow.ask("").status, 408);
    assert_eq!(half.ask("").status, 408);
    assert!(half.rest().is_empty() && slow.rest().is_empty());
    assert!(silent.rest().is_empty());
    until_answered(&server);
}

#[test]
fn a_connection_without_requests_is_closed() {
    let server = Running::with(Limits { idle: SHORT, ..Limits::default() }, echo);
    let mut client = server.connect();
    assert_eq!(client.ask(server.request("GET", "/en/", "")).text(), "/en/");
    assert!(client.rest().is_empty());
    // A head that has begun has the time of a head, not that of a pause.
    let mut client = server.connect();
    let request = server.request("GET", "/fr/", "");
    let (first, last) = request.split_at(20);
    assert_eq!(client.ask(server.request("GET", "/en/", "") + first).text(), "/en/");
    let (slow, last) = last.split_at(20);
    assert!(!drip(&mut client, slow.as_bytes()), "it is heard out");
    assert_eq!(client.ask(last).text(), "/fr/");
}

#[test]
fn a_client_that_never_reads_is_cut_and_keeps_nobody_waiting() {
    let (endless, dropped) = Endless::new();
    let read = endless.read.clone();
    let endless = Mutex::new(Some(endless));
    let limits = Limits { stall: SHORT, answers: 1, ..Limits::default() };
    let server = Running::with(limits, move |request: &Request| match request.path.as_str() {
        "/endless" => endless.lock().expect("no panic").take().expect("it is asked for once").answer(),
        _ => echo(request),
    });
    let mut client = server.connect();
    client.send(server.request("GET", "/endless", ""));
    // There is one thread for answers, and nobody holds it while a client does not read.
    for _ in 0..20 {
        assert_eq!(server.get("/en/").text(), "/en/");
    }
    dropped.recv_timeout(LONG).expect("it is cut");
    assert!(read.load(Ordering::SeqCst) < 64 << 20, "no more is read than the system takes");
}

#[test]
fn a_client_that_never_reads_a_large_answer_is_cut_too() {
    const LARGE: usize = 32 << 20;
    let limits = Limits { stall: SHORT, connections: 1, ..Limits::default() };
    let server = Running::with(limits, |request: &Request| match request.path.as_str() {
        "/large" => Answered::new(200, "text/plain", vec![b'a'; LARGE]),
        _ => echo(request),
    });
    let mut client = server.connect();
    client.send(server.request("GET", "/large", ""));
    client.head();
    // Its seat is free for somebody else.
    until_answered(&server);
    assert!(client.rest().len() < LARGE);
}

#[test]
fn a_client_that_neither_reads_nor_leaves_after_a_refusal_is_left() {
    let server = Running::with(Limits { farewell: SHORT, connections: 1, ..Limits::default() }, echo);
    let mut stays = server.connect();
    stays.send("GET / HTTP/1.1\r\n\r\n");
    // Its seat is free for somebody else.
    until_answered(&server);
    assert_eq!(stays.ask("").status, 400);
}

#[test]
fn at_most_256_connections_are_open() {
    let server = Running::new();
    let mut clients: Vec<_> = (0..256)
        .map(|_| {
            let mut client = server.connect();
            assert_eq!(client.ask(server.request("GET", "/en/", "")).text(), "/en/");
            client
        })
        .collect();
    for _ in 0..3 {
        let mut one_too_many = server.connect();
        one_too_many.send(server.request("GET", "/en/", ""));
        assert!(one_too_many.rest().is_empty());
    }
    for client in &mut clients {
        assert_eq!(client.ask(server.request("GET", "/fr/", "")).text(), "/fr/");
    }
    clients.pop();
    until_answered(&server);
}

#[test]
fn two_thousand_requests_from_many_clients_are_all_answered() {
    let server = Running::new();
    std::thread::scope(|scope| {
        for client in 0..8 {
            let server = &server;
            scope.spawn(move || {
                let mut kept = server.connect();
                for number in 0..250 {
                    let path = format!("/{client}/{number}");
                    assert_eq!(kept.ask(server.request("GET", &path, "")).text(), path);
                }
            });
        }
    });
}

#[test]
fn clients_that_come_and_go_leave_nothing_behind() {
    let server = Running::with(Limits { connections: 4, ..Limits::default() }, echo);
    for number in 0..200 {
        let mut client = server.connect();
        match number % 4 {
            0 => {}
            1 => client.send("GET / HT"),
            2 => client.send(server.request("GET", "/en/", "")),
            _ => {
                client.send(server.request("GET", "/en/", ""));
                let _ = client.stream.read(&mut [0]);
            }
        }
    }
    until_answered(&server);
}
