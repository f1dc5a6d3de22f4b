//! The first 128 bits of SHA-256: what the manifest says of paths and of bytes.

use sha2::Digest as _;
use sha2::Sha256;

/// Keeps the hash of a path apart from the hash of a file that holds the same text.
const PATH: &[u8] = b"supportal path\0";
const FOLDER: &[u8] = b"supportal folder\0";

/// A hash of 128 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Digest(u128);

impl Digest {
    /// Of a file's path.
    pub(super) fn of_path(path: &str) -> Self {
        Self::of(&[PATH, path.as_bytes()])
    }

    /// Of a folder's path.
    pub(super) fn of_folder(path: &str) -> Self {
        Self::of(&[FOLDER, path.as_bytes()])
    }

    /// Of a file's bytes; `sha256sum FILE` begins with the same 32 digits.
    pub(super) fn of_bytes(bytes: &[u8]) -> Self {
        Self::of(&[bytes])
    }

    /// The digest written as 32 lower-case hexadecimal digits.
    pub(super) fn parse(hex: &str) -> Option<Self> {
        let plain = hex.len() == 32 && hex.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        plain.then(|| u128::from_str_radix(hex, 16).ok().map(Self)).flatten()
    }

    fn of(parts: &[&[u8]]) -> Self {
        let mut hasher = Sha256::new();
        for part in parts {
            hasher.update(part);
        }
        let whole = hasher.finalize();
        Self(whole.iter().take(16).fold(0, |value, byte| (value << 8) | u128::from(*byte)))
    }
}

impl std::fmt::Display for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}
