//! Turns a listening server into one that answers, until it is told to stop.

use std::future::pending;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::answer::Answer;
use super::bind::Server;
use super::connection::converse;
use super::limits::Limits;
use super::pulse::Pulse;

/// How long no connection is accepted after one could not be, for want of file descriptors above all.
const PAUSE: Duration = Duration::from_millis(50);

/// Ends a server. Clones end the same one.
#[derive(Debug, Clone)]
pub struct Stopper(pub(super) watch::Sender<bool>);

impl Stopper {
    /// Tells the server to stop, whether it answers already or not.
    pub fn stop(&self) {
        self.0.send_replace(true);
    }
}

/// The sockets of one port.
#[derive(Debug)]
pub(super) struct Listeners {
    /// At 127.0.0.1.
    pub four: TcpListener,
    /// At `::1`.
    pub six: Option<TcpListener>,
}

/// What all connections share.
pub(super) struct Shared {
    pub answerer: Arc<dyn Answer>,
    pub pulse: Pulse,
    pub limits: Limits,
    pub port: u16,
    /// The seats for event streams.
    pub streams: Semaphore,
    /// Whether the server closes.
    pub closing: watch::Receiver<bool>,
}

impl Server {
    /// Answers clients until it is told to [stop](Stopper::stop). Then it accepts nobody, ends what only waits, and
    /// gives the answers that are under way [a moment](Limits::farewell).
    pub fn run(self, answerer: Arc<dyn Answer>, pulse: Pulse) {
        let Self { runtime, listeners, port, limits, stopper } = self;
        let streams = Semaphore::new(limits.streams.min(Semaphore::MAX_PERMITS));
        let closing = stopper.0.subscribe();
        let shared = Arc::new(Shared { answerer, pulse, limits, port, streams, closing });
        runtime.block_on(serve(listeners, &shared));
        runtime.shutdown_timeout(limits.farewell);
    }
}

async fn serve(listeners: Listeners, shared: &Arc<Shared>) {
    let mut closing = shared.closing.clone();
    let mut guests = JoinSet::new();
    loop {
        tokio::select! {
            _ = closing.wait_for(|closing| *closing) => break,
            Some(_) = guests.join_next() => {}
            accepted = listeners.accept() => match accepted {
                Ok(stream) if guests.len() < shared.limits.connections => {
                    guests.spawn(converse(stream, Arc::clone(shared)));
                }
                Ok(one_too_many) => drop(one_too_many),
                Err(_) => sleep(PAUSE).await,
            },
        }
    }
    drop(listeners);
    let _ = timeout(shared.limits.farewell, async { while guests.join_next().await.is_some() {} }).await;
}

impl Listeners {
    async fn accept(&self) -> io::Result<TcpStream> {
        let six = async {
            match &self.six {
                Some(listener) => listener.accept().await,
                None => pending().await,
            }
        };
        let (stream, _) = tokio::select! {
            accepted = self.four.accept() => accepted?,
            accepted = six => accepted?,
        };
        Ok(stream)
    }
}
