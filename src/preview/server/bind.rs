//! Turns the port that was asked for into a server that listens there, on the loopback addresses and no other.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener};
use std::ops::RangeInclusive;

use tokio::net::TcpListener as Listener;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;

use super::limits::Limits;
use super::run::{Listeners, Stopper};
use crate::diagnostic::{Failure, Text};

/// The ports that are tried, one after the other, if none is asked for.
const PORTS: RangeInclusive<u16> = 7272..=7281;

/// How often the system is asked for some free port until one is free on both addresses.
const TRIES: usize = 16;

/// The stack of a thread that makes answers, in bytes: as large as the first thread's usually is.
const STACK: usize = 8 * 1024 * 1024;

/// A server that listens and does not answer yet.
#[derive(Debug)]
pub struct Server {
    pub(super) runtime: Runtime,
    pub(super) listeners: Listeners,
    pub(super) port: u16,
    pub(super) limits: Limits,
    pub(super) stopper: Stopper,
}

impl Server {
    /// Listens at 127.0.0.1 and, where there is IPv6, at `::1`: on the given port, on a free one of the system's choice
    /// if it is 0, or on the first free one of a few if none is given. There is no way to listen at another address.
    ///
    /// # Errors
    /// If the port is taken, not ours to take, or the system gives us no means to wait for clients.
    pub fn bind(port: Option<u16>) -> Result<Self, Failure> {
        Self::bind_with(port, Limits::default())
    }

    /// The same with other limits.
    ///
    /// # Errors
    /// As [`Server::bind`].
    pub fn bind_with(port: Option<u16>, limits: Limits) -> Result<Self, Failure> {
        let sockets = match port {
            Some(0) => first_free(std::iter::repeat_n(0, TRIES))?,
            Some(port) => listen(port).map_err(|error| refused(port, &error))?,
            None => first_free(PORTS)?,
        };
        start(sockets, limits).map_err(|error| cannot_start(&error))
    }

    /// The port on which it listens.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// What ends it later, from any thread.
    #[must_use]
    pub fn stopper(&self) -> Stopper {
        self.stopper.clone()
    }
}

/// Two sockets of one port, the second one where there is IPv6.
type Sockets = (TcpListener, Option<TcpListener>);

fn first_free(ports: impl Iterator<Item = u16>) -> Result<Sockets, Failure> {
    for port in ports {
        match listen(port) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            result => return result.map_err(|error| refused(port, &error)),
        }
    }
    let text = Text::new("preview-ports-taken").with("first", PORTS.start()).with("last", PORTS.end());
    Err(Failure::new(text).hint("preview-ports-taken-hint"))
}

/// Listens on a port at both addresses, or at none: `localhost` means either, and whoever held the other one would be
/// sent what is meant for us.
fn listen(port: u16) -> io::Result<Sockets> {
    let four = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let port = four.local_addr()?.port();
    match TcpListener::bind((Ipv6Addr::LOCALHOST, port)) {
        Ok(six) => Ok((four, Some(six))),
        Err(error) if error.kind() == ErrorKind::AddrInUse => Err(error),
        // There is no IPv6, or no loopback of it, as in many containers.
        Err(_) => Ok((four, None)),
    }
}

fn refused(port: u16, error: &io::Error) -> Failure {
    match error.kind() {
        ErrorKind::AddrInUse => {
            Failure::new(Text::new("preview-port-taken").with("port", port)).hint("preview-port-taken-hint")
        }
        ErrorKind::PermissionDenied => {
            Failure::new(Text::new("preview-port-denied").with("port", port)).hint("preview-port-denied-hint")
        }
        _ => Failure::new(Text::new("preview-port-failed").with("port", port).with("reason", error))
            .hint("preview-port-failed-hint"),
    }
}

pub(super) fn cannot_start(error: &io::Error) -> Failure {
    Failure::new(Text::new("preview-cannot-start").with("reason", error)).hint("preview-cannot-start-hint")
}

/// Gives the sockets to a runtime: one thread for all that waits, and a few for answers.
fn start((four, six): Sockets, limits: Limits) -> io::Result<Server> {
    let runtime = Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(limits.answers.max(1))
        .thread_name("answer")
        .thread_stack_size(STACK)
        .build()?;
    let port = four.local_addr()?.port();
    let listener = |socket: TcpListener| {
        socket.set_nonblocking(true)?;
        Listener::from_std(socket)
    };
    let inside = runtime.enter();
    let listeners = Listeners { four: listener(four)?, six: six.map(listener).transpose()? };
    drop(inside);
    Ok(Server { runtime, listeners, port, limits, stopper: Stopper(watch::Sender::new(false)) })
}
