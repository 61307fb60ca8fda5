//! Turns the counts of a pulse into server-sent events: `data: 42`, and nothing else (HTML §9.2).

use std::io;

use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;
use tokio::time::sleep;

use super::outbox::send;
use super::run::Shared;

/// The path at which the pulse is told. It is the server's own: no answerer is asked for it.
pub const EVENTS: &str = "/-/events";

/// What happened while a stream had nothing to say.
enum Event {
    Change,
    Silence,
    End,
}

/// Tells the present count, then each change of it, until the client leaves or the server closes. If the client is
/// slow, it hears of the last change only.
pub(super) async fn tell(stream: &mut TcpStream, shared: &Shared) -> io::Result<()> {
    let mut pulse = shared.pulse.listener();
    let mut closing = shared.closing.clone();
    let stall = shared.limits.stall;
    let count = *pulse.borrow_and_update();
    send(stream, format!("data: {count}\n\n").as_bytes(), stall).await?;
    loop {
        let mut byte = [0];
        let event = tokio::select! {
            changed = pulse.changed() => changed.map_or(Event::End, |()| Event::Change),
            () = sleep(shared.limits.heartbeat) => Event::Silence,
            // A client has nothing more to say here: what comes is its leave.
            _ = stream.read(&mut byte) => Event::End,
            _ = closing.wait_for(|closing| *closing) => Event::End,
        };
        match event {
            Event::Change => {
                let count = *pulse.borrow_and_update();
                send(stream, format!("data: {count}\n\n").as_bytes(), stall).await?;
            }
            // A comment, so that what lies between does not take the stream for dead, and a client that is gone is
            // noticed.
            Event::Silence => send(stream, b":\n\n", stall).await?,
            Event::End => return Ok(()),
        }
    }
}
