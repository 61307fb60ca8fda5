//! From Fluent files to sentences: clauses, section headings, labels of the vocabulary, the words of a theme.
//!
//! A site's strings stand over its theme's, and these over diptych's own. Both languages have the same messages with the same arguments; what does
//! not agree is noticed here. Nothing is read from disk, and no message is put into HTML.

mod blanks;
mod bundle;
mod layer;
mod own;
mod parity;

pub use blanks::idle_blanks;
pub use bundle::{Args, Bundle, Value};
pub use layer::{Layer, Message};
pub use own::{needed, own};
pub use parity::compare;
