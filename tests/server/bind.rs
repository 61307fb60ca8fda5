//! Where the server listens, and that it says so when it cannot.

use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpListener, TcpStream, UdpSocket};

use diptych::preview::server::{Limits, Server};

use crate::client::Running;

fn has_ipv6() -> bool {
    TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).is_ok()
}

#[test]
fn it_listens_at_both_loopback_addresses() {
    let server = Running::new();
    assert_eq!(server.get("/en/").text(), "/en/");
    if has_ipv6() {
        assert!(TcpStream::connect((Ipv6Addr::LOCALHOST, server.port)).is_ok());
    }
}

#[test]
fn it_listens_at_no_other_address() {
    let server = Running::new();
    // The address by which this machine would reach others; nothing is sent.
    let outside = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).and_then(|socket| {
        socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9))?;
        socket.local_addr()
    });
    let mut others = vec![IpAddr::from([127, 0, 0, 2])];
    others.extend(outside.map(|address| address.ip()).ok());
    for address in others.into_iter().filter(|address| *address != IpAddr::V4(Ipv4Addr::LOCALHOST)) {
        assert!(TcpStream::connect((address, server.port)).is_err(), "{address}");
    }
}

#[test]
fn a_port_that_is_taken_at_either_address_is_refused() {
    let taken = |port| Server::bind(Some(port)).expect_err("it is taken");
    let server = Running::new();
    let failure = taken(server.port);
    assert_eq!(failure.text.id, "preview-port-taken");
    assert!(failure.hint.is_some());
    let four = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    assert_eq!(taken(four.local_addr().expect("an address").port()).text.id, "preview-port-taken");
    if has_ipv6() {
        let six = TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).expect("a port");
        assert_eq!(taken(six.local_addr().expect("an address").port()).text.id, "preview-port-taken");
    }
}

#[test]
fn the_next_free_port_is_taken_if_none_is_asked_for() {
    let mut servers: Vec<Server> = Vec::new();
    // Others on this machine may have some of the ports too.
    let failure = loop {
        match Server::bind(None) {
            Ok(server) => servers.push(server),
            Err(failure) => break failure,
        }
    };
    assert_eq!(failure.text.id, "preview-ports-taken");
    assert!(failure.hint.is_some());
    assert!(servers.windows(2).all(|pair| pair[0].port() < pair[1].port()), "{servers:?}");
}

#[test]
fn a_port_is_free_again_once_the_server_has_stopped() {
    let server = Running::new();
    let port = server.port;
    let mut client = server.connect();
    assert_eq!(client.ask(server.request("GET", "/", "")).status, 200);
    server.stop();
    assert!(client.rest().is_empty());
    let error = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect_err("nobody listens");
    assert_eq!(error.kind(), ErrorKind::ConnectionRefused);
    assert!(Server::bind_with(Some(port), Limits::default()).is_ok());
}
