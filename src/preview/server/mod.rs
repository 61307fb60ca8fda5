//! Turns requests of this machine's browsers into answers: HTTP/1.1 on the loopback addresses, for reading only.
//!
//! It knows nothing of sites. What is at a path, an [`Answer`] says; that something has changed, a [`Pulse`] tells.
//!
//! Loopback is no boundary: any page that a writer opens can send requests here, through names that it points at
//! 127.0.0.1 as well. So the network is hostile, the answerer is trusted, and each request passes these steps, all but
//! the last of them functions without a socket that return what the next one needs or a refusal:
//! 1. `inbox` finds where a head ends, within its limits of size and time;
//! 2. `head` reads it, strictly;
//! 3. `host` and `caller` refuse what is not asked by this machine's user: other names (DNS rebinding), other sites;
//! 4. `target` reads the address, once, into a path that has one meaning only;
//! 5. `connection` has it answered on a thread that may wait, or tells the pulse (`events`).
//!
//! Nothing that a client does or leaves undone ends more than its own connection.

mod answer;
mod bind;
mod caller;
mod connection;
mod events;
mod head;
mod host;
mod inbox;
mod limits;
mod outbox;
mod pulse;
mod refusal;
mod request;
mod response;
mod run;
mod signals;
mod source;
mod target;

pub use answer::{Answer, Answered, Body};
pub use bind::Server;
pub use events::EVENTS;
pub use limits::Limits;
pub use pulse::Pulse;
pub use request::Request;
pub use run::Stopper;
