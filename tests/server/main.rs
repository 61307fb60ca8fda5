//! The server of the preview, seen from raw sockets: the right status each time, and nobody brings it down.

mod answers;
mod bind;
mod client;
mod events;
mod limits;
mod refusals;
