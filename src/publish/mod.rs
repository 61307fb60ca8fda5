//! Turns rendered files into the published folder: whole, or not at all.
//!
//! The steps, each a type that only the one before it can give:
//! 1. [`Output::resolve`] finds the place and refuses one that holds anything that we did not write;
//! 2. [`Output::lock`] makes us the only publisher, after tidying up what killed runs have left;
//! 3. [`Locked::stage`] opens the **stage**, a private folder beside the output, written to from many threads;
//! 4. [`Stage::publish`] verifies the stage, brings it to the disk, and exchanges it with the output in one rename.
//!
//! A reader sees the old site or the new one. A crash, a kill, a full disk or an error leaves the old one.
//! Nothing here knows what a page is, reads a source, or deletes a file that we did not write.

mod compress;
mod contents;
mod copy;
mod exchange;
mod hash;
mod keep;
mod lock;
mod manifest;
mod output;
mod place;
mod platform;
mod private;
mod publication;
mod record;
mod refusal;
mod share;
mod stage;
mod survey;
mod sweep;
#[cfg(test)]
mod testing;

pub use compress::Compress;
pub use contents::{Item, contents};
pub use exchange::Exchange;
pub use lock::{Locked, Patience};
pub use output::Output;
pub use publication::Published;
pub use record::{Note, Record};
pub use stage::Stage;

// What else brings files to a disk whole or not at all: a deployment to a folder.
pub(crate) use lock::hold;
pub(crate) use manifest::stays_inside;
pub(crate) use output::{settle, sources};
pub(crate) use platform::{check_writable, link_folder, sync_folder, sync_tree};
pub(crate) use private::private_place;
pub(crate) use share::in_parts;
