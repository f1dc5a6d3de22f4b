//! What the manifest says of paths and of bytes, in 128 bits.
//!
//! Paths are hidden behind SHA-256, for the manifest is published. Bytes are published themselves, and all of them are
//! hashed in each build: two quick hashes of 64 bits are as good there, and cost a tenth.

use rapidhash::v3::{RapidSecrets, rapidhash_v3_seeded};
use sha2::Digest as _;
use sha2::Sha256;

/// Two hashes that have nothing to do with each other; written down in manifests, so they may not change.
const SECRETS: [RapidSecrets; 2] =
    [RapidSecrets::seed(0x7375_7070_6f72_7461), RapidSecrets::seed(0x6c2d_6279_7465_7331)];

/// Keeps the hash of a path apart from the hash of a file that holds the same text.
const PATH: &[u8] = b"supportal path\0";
const FOLDER: &[u8] = b"supportal folder\0";

const DIGITS: &[u8; 16] = b"0123456789abcdef";
/// More than any digit, and all that are digits put together.
const NO_DIGIT: u8 = 16;

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

    /// Of a file's bytes.
    pub(super) fn of_bytes(bytes: &[u8]) -> Self {
        let [one, other] = SECRETS.map(|secrets| u128::from(rapidhash_v3_seeded(bytes, &secrets)));
        Self(one << 64 | other)
    }

    /// Of the text of a manifest; `sha256sum` begins with the same 32 digits.
    pub(super) fn of_manifest(text: &str) -> Self {
        Self::of(&[text.as_bytes()])
    }

    /// The digest written as 32 lower-case hexadecimal digits.
    pub(super) fn parse(hex: &str) -> Option<Self> {
        let hex: &[u8; 32] = hex.as_bytes().try_into().ok()?;
        let digits = hex.map(|byte| match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'f' => byte - b'a' + 10,
            _ => NO_DIGIT,
        });
        let is_whole = digits.iter().fold(0, |all, digit| all | digit) < NO_DIGIT;
        let half = |half: &[u8]| half.iter().fold(0_u64, |value, digit| value << 4 | u64::from(*digit));
        let (one, other) = digits.split_at(16);
        is_whole.then(|| Self(u128::from(half(one)) << 64 | u128::from(half(other))))
    }

    /// Adds these digits to a text: a manifest has many thousands of them.
    pub(super) fn write_to(self, text: &mut String) {
        for byte in self.0.to_be_bytes() {
            text.extend([byte >> 4, byte & 0xF].map(|digit| char::from(DIGITS[usize::from(digit)])));
        }
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
