//! Work that many pages share, done once: from a text to what was made of it.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, PoisonError, RwLock};

/// The most text that a memo keeps, in bytes; beyond it work is done again.
const CAPACITY: usize = 16 * 1024 * 1024;

/// Results by what they were made from.
pub(super) struct Memo<K> {
    known: RwLock<(HashMap<K, Arc<str>>, usize)>,
}

impl<K: Eq + Hash> Memo<K> {
    /// A memo that knows nothing.
    pub fn new() -> Self {
        Self { known: RwLock::new((HashMap::new(), 0)) }
    }

    /// The result for a key; it is made if it is not known. Making it twice at the same time does no harm.
    pub fn get(&self, key: K, make: impl FnOnce(&K) -> String) -> Arc<str> {
        if let Some(known) = self.known.read().unwrap_or_else(PoisonError::into_inner).0.get(&key) {
            return Arc::clone(known);
        }
        let made: Arc<str> = make(&key).into();
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.1 < CAPACITY {
            known.1 += made.len() * 2;
            known.0.insert(key, Arc::clone(&made));
        }
        made
    }
}
