//! Turns bytes into their SHA-256, and back and forth to its hexadecimal form.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use sha2::{Digest, Sha256};

/// How much of a file is in memory at once while it is read.
pub(super) const CHUNK: usize = 64 * 1024;

/// The SHA-256 of some bytes; in JSON, 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hash([u8; 32]);

/// A hash in the making, for bytes that come piece by piece.
#[derive(Default)]
pub(super) struct Hashing(Sha256);

impl Hash {
    /// The hash of `bytes`.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The hash of a file, read in pieces: an attachment may be larger than the memory that we want to use.
    pub(super) fn of_file(path: &Path) -> io::Result<Self> {
        let mut file = File::open(path)?;
        let mut hashing = Hashing::default();
        let mut piece = vec![0; CHUNK];
        loop {
            match fill(&mut file, &mut piece)? {
                0 => return Ok(hashing.finish()),
                read => hashing.add(&piece[..read]),
            }
        }
    }

    /// The 64 digits. A table, because 20,000 of them by `format!` take as long as reading the manifest.
    pub(super) fn hexadecimal(&self) -> String {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digits = |byte: &u8| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
        self.0.iter().flat_map(digits).map(char::from).collect()
    }

    /// The bytes of the hash.
    pub(super) const fn bytes(self) -> [u8; 32] {
        self.0
    }

    fn from_hexadecimal(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl Hashing {
    /// Adds the next bytes.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of everything added.
    pub(super) fn finish(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}

/// Reads until `piece` is full or the source has no more; returns how many bytes are in it.
pub(super) fn fill(from: &mut dyn Read, piece: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < piece.len() {
        match from.read(&mut piece[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.hexadecimal())
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_hexadecimal(&text).ok_or_else(|| D::Error::custom("not a SHA-256"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_are_those_of_the_standard() {
        let hash = Hash::of(b"abc");
        let digits = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hash.hexadecimal(), digits);
        assert_eq!(Hash::from_hexadecimal(digits), Some(hash));
        assert_eq!(Hash::from_hexadecimal(&digits[1..]), None);
        assert_eq!(Hash::from_hexadecimal(&digits.replace('b', "+")), None);
    }

    #[test]
    fn a_file_is_hashed_like_its_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let bytes = vec![7; CHUNK * 2 + 1];
        std::fs::write(folder.path().join("large"), &bytes).unwrap();
        assert_eq!(Hash::of_file(&folder.path().join("large")).unwrap(), Hash::of(&bytes));
    }
}
