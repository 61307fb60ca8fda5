//! From a published output to a release on a server, and to what is said about it before anything moves.
//!
//! 1. [`release`] tells what a site's output is, by a manifest that goes with it;
//! 2. [`Plan`] compares it with what lies at a [`Target`]: [`Changes`] between two releases, which [`Telling`] puts into
//!    sentences;
//! 3. [`deploy`] brings it there, has every file checked where it lies, and makes it live in one step;
//! 4. [`Verification`] compares what is live with its manifest; [`Rollback`] goes back to a former release.
//!
//! Visitors see the old release or the new one. Nothing that is not public is in a release, and nothing that diptych did
//! not deploy is removed. To add a kind of target, implement [`Target`] in a file of its own and name it in `target.rs`.

#[cfg(feature = "bucket")]
mod bucket;
mod changes;
mod command;
mod deployment;
mod folder;
mod guards;
mod plan;
mod refusal;
mod release;
mod rollback;
mod signing;
mod ssh;
mod target;
mod telling;
mod verification;

pub use changes::{Addresses, Changes, Documents, FactChange, Files, LeafChange, NoticeChange, SectionChange, Step};
pub use deployment::{Deployed, Sent, deploy};
pub use guards::{Removals, vanished};
pub use plan::Plan;
pub use release::{Face, Held, Id, Kept, Leaf, MANIFEST, Release, Shown, release};
pub use rollback::Rollback;
pub use signing::{are_alike, is_signed, public_key, sign};
pub use target::{CURRENT, Cargo, Digests, RELEASES, Shelf, Slot, Target, open};
pub use telling::{Line, Telling, changes_as_json, outdated, paths, sent};
pub use verification::{Verification, check as check_verifiable};
