//! Bytes to text: UTF-8 with or without a byte order mark. What other programs save by default is named, not guessed.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, SourceFile, code};

const NOTEPAD: &str = "open it in Notepad, choose File, Save as, pick UTF-8 under Encoding, and save";

/// The most bytes of a text of the site: a thousand printed pages, and little enough to read in a moment.
pub(super) const LONGEST: u64 = 8_000_000;

/// The most bytes of `support.toml`, whose every word is parsed.
const LONGEST_CONFIGURATION: u64 = 2_000_000;

/// Whether a text of so many bytes is read at all; if not, why.
pub(super) fn admit(path: &str, length: u64) -> Result<(), Diagnostic> {
    let most = if path == "support.toml" { LONGEST_CONFIGURATION } else { LONGEST };
    if length <= most {
        return Ok(());
    }
    let megabytes = |bytes: u64| bytes / 1_000_000;
    let message =
        format!("{path} is longer than {} MB, the most that is read of it: {} MB", megabytes(most), megabytes(length));
    let hint = "see that it is the right file; a long text can be split into several files";
    Err(Diagnostic::error(code::IO_03, message).at(Place::file(&SourceFile::new(path, ""))).hint(hint))
}

pub(super) fn decode(path: &str, bytes: Vec<u8>) -> Result<Arc<SourceFile>, Diagnostic> {
    if is_utf16(&bytes) {
        let problem = Diagnostic::error(code::TOML_02, format!("{path} is saved as UTF-16, not as UTF-8"));
        return Err(problem.at(Place::file(&SourceFile::new(path, ""))).hint(NOTEPAD));
    }
    let mut text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Err(older_encoding(path, error)),
    };
    if text.starts_with('\u{FEFF}') {
        text.drain(..3);
    }
    let is_control = |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
    // Almost no file holds one, which is found out for many bytes at once.
    let found = text.as_bytes().chunks(64).any(|some| some.iter().fold(false, |any, byte| any | is_control(*byte)));
    match found.then(|| text.bytes().position(is_control)).flatten() {
        Some(at) => Err(control(path, text, at)),
        None => Ok(SourceFile::new(path, text)),
    }
}

/// With a byte order mark, or with a NUL in one of the first two bytes, as Latin letters have it.
fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => true,
        [first, second, ..] => (*first == 0) != (*second == 0),
        _ => false,
    }
}

fn older_encoding(path: &str, error: std::string::FromUtf8Error) -> Diagnostic {
    let at = error.utf8_error().valid_up_to();
    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
    let message = format!("{path} is saved in an older encoding such as Windows-1250, not as UTF-8");
    let span = at..at + char::REPLACEMENT_CHARACTER.len_utf8();
    fault(path, text, span, message, NOTEPAD).label("the first letter that cannot be read")
}

fn control(path: &str, text: String, at: usize) -> Diagnostic {
    let (what, hint) = match text.as_bytes().get(at) {
        Some(0) => (
            "holds a NUL character; it is not a text file, or is damaged",
            "save the file again as plain text in UTF-8",
        ),
        Some(0x0B | 0x0C) => (
            "holds a line or page break of a word processor",
            "delete the character at the caret, and press Enter where a new line begins",
        ),
        _ => ("holds an invisible control character", "delete the characters around the caret and type them again"),
    };
    fault(path, text, at..at + 1, format!("{path} {what}"), hint)
}

fn fault(path: &str, text: String, span: Range<usize>, message: String, hint: &str) -> Diagnostic {
    Diagnostic::error(code::TOML_02, message).at(Place::new(&SourceFile::new(path, text), span)).hint(hint)
}
