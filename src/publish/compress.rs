//! Turns the bytes of a text into its twins for web servers, which send them as they are: `page.html.br`, `page.html.gz`.
//!
//! The same bytes give the same twins: no time and no system stands in them. Twins of unchanged files are taken over from
//! the last generation. What is copied, an attachment, has none: most are compressed already.

use std::io::{self, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

use crate::diagnostic::Failure;

use super::hash::Hash;
use super::stage::Stage;

/// Whether the files of a generation get compressed twins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compress {
    /// Those of which they are smaller do.
    Yes,
    /// None does.
    No,
}

/// Below this size a response is one packet anyway.
const SMALLEST: usize = 512;
/// How the names of texts end.
const TEXTS: [&str; 14] =
    ["html", "htm", "css", "js", "mjs", "json", "xml", "atom", "rss", "ics", "csv", "svg", "txt", "wasm"];
/// On pages of 24 KB in 2.5 ms. Up to 9, nothing is gained; 11 saves another eighth and takes 110 ms.
const BROTLI: i32 = 5;
/// The operating system of a gzip file (RFC 1952 §2.3.1): unknown.
const NO_SYSTEM: u8 = 255;

impl Stage {
    /// Writes the twins of a file that is in the stage.
    pub(super) fn write_twins(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        if self.compress == Compress::No || bytes.len() < SMALLEST || !TEXTS.contains(&ending) {
            return Ok(());
        }
        let is_same = |hash: Hash, size: u64| (size, hash) == (bytes.len() as u64, Hash::of(bytes));
        let is_unchanged = self.last(path).is_some_and(|(last, _)| is_same(last.hash, last.size));
        for (ending, pack) in [("br", brotli as fn(&[u8]) -> io::Result<Vec<u8>>), ("gz", gzip)] {
            let twin = format!("{path}.{ending}");
            if is_unchanged && self.take_over(&twin)? {
                continue;
            }
            // In memory it cannot fail; without a twin the file is sent as it is.
            if let Some(packed) = pack(bytes).ok().filter(|packed| packed.len() < bytes.len()) {
                self.put(&twin, &packed)?;
            }
        }
        Ok(())
    }
}

fn brotli(mut bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = BrotliEncoderParams { quality: BROTLI, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    brotli::BrotliCompress(&mut bytes, &mut packed, &parameters)?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = GzBuilder::new().operating_system(NO_SYSTEM).write(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read as _;

    use super::super::testing::{Site, note};
    use super::*;

    fn publish(site: &Site, compress: Compress, files: &[(&str, &[u8])]) -> usize {
        let stage = site.lock().stage().unwrap().with(compress);
        for (path, bytes) in files {
            stage.write(path, bytes).unwrap();
        }
        stage.publish(note("key")).unwrap().linked
    }

    fn unpacked(site: &Site, path: &str) -> [Vec<u8>; 2] {
        let read = |ending| fs::read(site.output().join(format!("{path}.{ending}"))).unwrap();
        let [mut brotli, mut gzip] = [Vec::new(), Vec::new()];
        brotli::Decompressor::new(&read("br")[..], 4096).read_to_end(&mut brotli).unwrap();
        flate2::read::GzDecoder::new(&read("gz")[..]).read_to_end(&mut gzip).unwrap();
        [brotli, gzip]
    }

    #[test]
    fn texts_have_twins_that_say_the_same() {
        let (site, page) = (Site::new(), "<p>Words of a page.</p>".repeat(100).into_bytes());
        publish(&site, Compress::Yes, &[("en/index.html", &page), ("small.css", b"a{}"), ("cards/a.png", &page)]);
        assert_eq!(unpacked(&site, "en/index.html"), [page.clone(), page]);
        let names = |folder: &str| fs::read_dir(site.output().join(folder)).unwrap().count();
        assert_eq!((names("en"), names("cards")), (3, 1));
        assert!(!site.output().join("small.css.gz").exists());
        assert!(site.lock().is_intact());
    }

    #[test]
    fn what_does_not_become_smaller_has_no_twin() {
        let site = Site::new();
        let noise: Vec<u8> = (0_u32..40).flat_map(|number| Hash::of(&number.to_le_bytes()).bytes()).collect();
        publish(&site, Compress::Yes, &[("a.wasm", &noise)]);
        assert!(!site.output().join("a.wasm.br").exists() && !site.output().join("a.wasm.gz").exists());
    }

    #[test]
    fn twins_of_unchanged_files_are_taken_over_and_go_with_their_files() {
        let (site, page) = (Site::new(), "words ".repeat(200).into_bytes());
        assert_eq!(publish(&site, Compress::Yes, &[("a.html", &page), ("b.html", &page)]), 0);
        assert_eq!(publish(&site, Compress::Yes, &[("a.html", &page)]), 3);
        assert!(!site.output().join("b.html.gz").exists());
        let other = "other words ".repeat(200).into_bytes();
        assert_eq!(publish(&site, Compress::Yes, &[("a.html", &other)]), 0);
        assert_eq!(unpacked(&site, "a.html"), [other.clone(), other.clone()]);
        assert_eq!(publish(&site, Compress::No, &[("a.html", &other)]), 1);
        assert!(!site.output().join("a.html.br").exists());
    }

    #[test]
    fn the_same_bytes_give_the_same_twins() {
        let page = "mots ".repeat(300).into_bytes();
        let twins = || {
            let site = Site::new();
            publish(&site, Compress::Yes, &[("a.html", &page)]);
            ["br", "gz"].map(|ending| fs::read(site.output().join(format!("a.html.{ending}"))).unwrap())
        };
        assert_eq!(twins(), twins());
        assert_eq!(twins()[1][4..10], [0, 0, 0, 0, 2, NO_SYSTEM], "no time");
    }
}
