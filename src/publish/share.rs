//! Turns a long list into a few parts that threads work through together.
//!
//! Only for waiting on the disk about thousands of files; rendering has its own pool.

use std::panic::resume_unwind;
use std::thread::{self, Builder};

/// More than this many threads wait for the same disk instead of working.
const MOST_THREADS: usize = 4;
/// Fewer items than this are done before a thread has started.
const WORTH_A_THREAD: usize = 512;

/// Gives contiguous parts of `items` to `work`, one to a thread; the results are in the order of the parts.
pub(crate) fn in_parts<'items, T: Sync, R: Send>(items: &'items [T], work: impl Fn(&'items [T]) -> R + Sync) -> Vec<R> {
    if items.len() < 2 * WORTH_A_THREAD {
        // Even the question how many processors there are costs a dozen calls on Linux.
        return vec![work(items)];
    }
    let threads = thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    let parts = threads.min(items.len() / WORTH_A_THREAD);
    let mut parts = items.chunks(items.len().div_ceil(parts));
    let first = parts.next().unwrap_or_default();
    let work = &work;
    thread::scope(|scope| {
        // Where no thread can be had (a limit on processes), its part is done here.
        let started: Vec<_> =
            parts.map(|part| Builder::new().spawn_scoped(scope, move || work(part)).map_err(|_| part)).collect();
        let mut results = vec![work(first)];
        for thread in started {
            results.push(match thread {
                Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
                Err(part) => work(part),
            });
        }
        results
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_is_in_one_part_and_in_order() {
        for length in [0, 1, 511, 1024, 5000] {
            let items: Vec<usize> = (0..length).collect();
            let together: Vec<usize> = in_parts(&items, <[usize]>::to_vec).concat();
            assert_eq!(together, items);
        }
    }
}
