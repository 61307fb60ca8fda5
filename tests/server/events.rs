//! Event streams: a count and nothing else, to those who may hear it, as long as they listen.

use std::time::Duration;

use diptych::preview::server::{Answered, EVENTS, Limits, Request};

use crate::client::{Running, until};

#[test]
fn the_count_is_told_at_once_and_then_each_change() {
    let server = Running::new();
    server.pulse.raise();
    let mut client = server.listen();
    let head = client.head();
    assert_eq!((head.status, head.field("content-type")), (200, Some("text/event-stream")));
    assert_eq!((head.field("content-length"), head.field("connection")), (None, Some("close")));
    assert_eq!(client.event(), "data: 1\n\n");
    for count in 2..10 {
        server.pulse.raise();
        assert_eq!(client.event(), format!("data: {count}\n\n"));
    }
    assert_eq!(server.pulse.count(), 9);
}

#[test]
fn an_origin_of_its_own_is_enough() {
    let server = Running::new();
    let origin = format!("Origin: http://localhost:{}\r\n", server.port);
    let mut client = server.connect();
    client.send(server.request("GET", EVENTS, &origin));
    assert_eq!(client.head().status, 200);
    assert_eq!(client.event(), "data: 0\n\n");
}

#[test]
fn many_changes_at_once_are_told_as_one() {
    let server = Running::new();
    let mut client = server.listen();
    client.head();
    for _ in 0..10_000 {
        server.pulse.raise();
    }
    let mut events = 0;
    until(|| {
        events += 1;
        client.event() == "data: 10000\n\n"
    });
    assert!(events < 10_000, "{events}");
}

#[test]
fn silence_is_broken_by_comments() {
    let limits = Limits { heartbeat: Duration::from_millis(20), ..Limits::default() };
    let server = Running::with(limits, |_: &Request| Answered::new(200, "text/plain", ""));
    let mut client = server.listen();
    client.head();
    assert_eq!([client.event(), client.event(), client.event()], ["data: 0\n\n", ":\n\n", ":\n\n"]);
    server.pulse.raise();
    until(|| client.event() == "data: 1\n\n");
}

#[test]
fn its_head_alone_is_no_stream() {
    let server = Running::new();
    let mut client = server.connect();
    let reply = client.ask(server.request("HEAD", EVENTS, "Sec-Fetch-Site: same-origin\r\n"));
    assert_eq!((reply.status, reply.field("content-type")), (200, Some("text/event-stream")));
    assert!(client.rest().is_empty());
}

#[test]
fn sixty_four_listen_and_their_seats_are_given_to_others() {
    let server = Running::new();
    let mut listeners: Vec<_> = (0..64)
        .map(|_| {
            let mut client = server.listen();
            assert_eq!((client.head().status, client.event()), (200, "data: 0\n\n".to_owned()));
            client
        })
        .collect();
    for _ in 0..3 {
        assert_eq!(server.listen().ask("").status, 503);
    }
    assert_eq!(server.get("/en/").text(), "/en/");
    server.pulse.raise();
    for client in &mut listeners {
        assert_eq!(client.event(), "data: 1\n\n");
    }
    // Two leave, one of them after it has said something that nobody asked for.
    listeners.truncate(63);
    listeners[0].send("GET /en/ HTTP/1.1\r\n\r\n");
    let mut others = Vec::new();
    until(|| {
        let mut client = server.listen();
        if client.head().status == 200 {
            others.push(client);
        }
        others.len() == 2
    });
    assert_eq!(others.iter_mut().map(crate::client::Client::event).collect::<String>(), "data: 1\n\n".repeat(2));
}

#[test]
fn streams_end_when_the_server_stops() {
    let server = Running::new();
    let mut clients: Vec<_> = (0..5).map(|_| server.listen()).collect();
    for client in &mut clients {
        client.head();
        client.event();
    }
    server.stop();
    for client in &mut clients {
        assert!(client.rest().is_empty());
    }
}
