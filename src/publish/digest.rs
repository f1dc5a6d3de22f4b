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
/// The digits of each byte.
const PAIRS: [[u8; 2]; 256] = {
    let mut pairs = [[0; 2]; 256];
    let mut byte = 0;
    while byte < pairs.len() {
        pairs[byte] = [DIGITS[byte >> 4], DIGITS[byte & 0xF]];
        byte += 1;
    }
    pairs
};
/// A bit that no digit has.
const NO_DIGIT: u8 = 16;
/// What each byte is worth as a digit.
const VALUES: [u8; 256] = {
    let mut values = [NO_DIGIT; 256];
    let mut value = 0;
    while value < DIGITS.len() {
        #[allow(clippy::cast_possible_truncation)]
        {
            values[DIGITS[value] as usize] = value as u8;
        }
        value += 1;
    }
    values
};

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
    pub(super) fn of_manifest(text: &[u8]) -> Self {
        Self::of(&[text])
    }

    /// The digest written as 32 lower-case hexadecimal digits.
    pub(super) fn parse(hex: &str) -> Option<Self> {
        let hex: &[u8; 32] = hex.as_bytes().try_into().ok()?;
        let (one, other) = hex.split_at(16);
        // Whether all are digits is asked once, at the end: a manifest has a million of them.
        let half = |half: &[u8], strange: u8| {
            half.iter().fold((0_u64, strange), |(value, strange), byte| {
                let digit = VALUES[usize::from(*byte)];
                (value << 4 | u64::from(digit), strange | digit)
            })
        };
        let (one, strange) = half(one, 0);
        let (other, strange) = half(other, strange);
        (strange < NO_DIGIT).then_some(Self(u128::from(one) << 64 | u128::from(other)))
    }

    /// Its digits.
    pub(super) fn digits(self) -> [u8; 32] {
        let mut digits = [0; 32];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(self.0.to_be_bytes()) {
            pair.copy_from_slice(&PAIRS[usize::from(byte)]);
        }
        digits
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
