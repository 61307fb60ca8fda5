//! Turns changes, on any thread, into a count that event streams tell. It says that something changed, never what.

use tokio::sync::watch;

/// A count that is raised whenever something has changed. Clones share it.
#[derive(Debug, Clone)]
pub struct Pulse(watch::Sender<u64>);

impl Pulse {
    /// A pulse that stands at zero.
    #[must_use]
    pub fn new() -> Self {
        Self(watch::Sender::new(0))
    }

    /// Raises the count by one. Those who were too slow for the last count hear of this one only.
    pub fn raise(&self) {
        self.0.send_modify(|count| *count = count.wrapping_add(1));
    }

    /// The present count.
    #[must_use]
    pub fn count(&self) -> u64 {
        *self.0.borrow()
    }

    /// Somebody who hears of each change from now on.
    pub(super) fn listener(&self) -> watch::Receiver<u64> {
        self.0.subscribe()
    }
}

impl Default for Pulse {
    fn default() -> Self {
        Self::new()
    }
}
