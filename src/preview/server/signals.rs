//! Turns Ctrl+C, and the SIGTERM of service managers where there is one, into the orderly end of a server.

use std::io;

use super::bind::{Server, cannot_start};
use crate::diagnostic::Failure;

impl Server {
    /// Lets Ctrl+C and SIGTERM [stop](super::Stopper::stop) the server as soon as it runs. From now on they no longer end
    /// the process by themselves.
    ///
    /// # Errors
    /// The system gives us no means to hear of them.
    pub fn heed_signals(&self) -> Result<(), Failure> {
        let _inside = self.runtime.enter();
        let mut signals = Signals::listen().map_err(|error| cannot_start(&error))?;
        let stopper = self.stopper();
        self.runtime.spawn(async move {
            signals.next().await;
            stopper.stop();
        });
        Ok(())
    }
}

#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn listen() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

#[cfg(windows)]
struct Signals(tokio::signal::windows::CtrlC);

#[cfg(windows)]
impl Signals {
    fn listen() -> io::Result<Self> {
        tokio::signal::windows::ctrl_c().map(Self)
    }

    async fn next(&mut self) {
        self.0.recv().await;
    }
}
