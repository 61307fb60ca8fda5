//! The preview: the site while it is edited, both languages side by side, with what is wrong written where it is wrong.
//!
//! It is built on the functions that a build calls, with a memo, and makes a page when a browser asks for it. It writes
//! nothing, and what it adds to a page is added last, so that the rest is byte for byte what a build writes.

mod ahead;
mod answers;
mod changes;
mod desk;
mod findings;
mod making;
mod pane;
pub mod server;
mod session;
mod world;

pub use ahead::Progress;
pub use answers::{Preview, Settings};
pub use changes::{Change, Changes, Teller};
