//! Bytes to text: UTF-8 with or without a byte order mark. What other programs save by default is named, not guessed.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, SourceFile, code};

const NOTEPAD: &str = "in Notepad choose File, Save as, and under Encoding pick UTF-8";

pub(super) fn decode(path: &str, bytes: Vec<u8>) -> Result<Arc<SourceFile>, Diagnostic> {
    let fail = |what: &str, before: &[u8], hint: &str| {
        let text = String::from_utf8_lossy(before).into_owned();
        let end = text.len();
        Err(Diagnostic::error(code::TOML_02, format!("{path} {what}"))
            .at(Place::new(&SourceFile::new(path, text), end..end))
            .hint(hint))
    };
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return fail("is saved as UTF-16, not UTF-8", b"", NOTEPAD);
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{FEFF}') {
                text.drain(..3);
            }
            match text.find('\0') {
                Some(at) => fail(
                    "holds a NUL character; it is not a text file, or is damaged",
                    &text.as_bytes()[..at],
                    "save the file again as plain text in UTF-8",
                ),
                None => Ok(SourceFile::new(path, text)),
            }
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            fail(
                &format!(
                    "is not UTF-8: byte 0x{:02X} here belongs to an older encoding such as Windows-1250 or Windows-1252",
                    bytes[at]
                ),
                &bytes[..at],
                NOTEPAD,
            )
        }
    }
}
