//! diptych publishes vacancy notices in two languages: one notice, two equal editions, out together or not at all.
//!
//! A site goes through the stages in one direction, and each stage is a module:
//!
//! 1. **load** ([`load`]) lists a site's files and gives their texts; nothing else reads them.
//! 2. **read** ([`read`], [`strings`], [`markdown`]) turns texts into a [`domain::Site`], editions and messages.
//! 3. **pair** ([`pair`]) joins two [`domain::Edition`]s into a [`domain::Notice`]: facts once, words twice.
//! 4. **check** ([`parity`], [`check`]) asks whether both editions say the same, and looks at what concerns the site as a
//!    whole: labels, messages, links, addresses.
//! 5. **plan** ([`plan`]) lets past only what is public now and decides every page and path.
//! 6. **render** ([`render`], with [`wording`], [`locale`] and [`picture`]) makes a page's bytes, a pure function of the plan.
//! 7. **publish** ([`publish`]) writes the stage beside the output and exchanges them in one step; nothing else writes.
//!
//! [`pipeline`] strings them together; [`deploy`] brings what was published to a server, and [`serving`] configures one; [`preview`] serves what it makes to this machine's browsers; [`commands`] is what
//! people type; [`report`] puts what the stages noticed ([`diagnostic`]) into English or French. Between load and publish
//! there is no disk, no clock, no environment and no global: a stage returns a value and what it noticed, and goes on.

pub mod check;
pub mod commands;
pub mod deploy;
pub mod diagnostic;
pub mod domain;
pub mod load;
pub mod locale;
pub mod markdown;
pub mod mend;
pub mod pair;
pub mod parity;
pub mod picture;
pub mod pipeline;
pub mod plan;
pub mod preview;
pub mod proof;
pub mod publish;
pub mod read;
pub mod render;
pub mod report;
pub mod search;
pub mod serving;
pub mod signature;
pub mod strings;
pub mod wording;
