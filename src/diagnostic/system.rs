//! What the system says when it cannot read or write, in the words of a service manager.

use std::io::{Error, ErrorKind};

/// Why the system refused.
pub fn reason(error: &Error) -> String {
    match error.kind() {
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::QuotaExceeded => "your share of the disk is used up".to_owned(),
        ErrorKind::PermissionDenied => "access is denied".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        ErrorKind::NotADirectory => "a part of the path is a file, not a folder".to_owned(),
        ErrorKind::IsADirectory => "it is a folder, not a file".to_owned(),
        ErrorKind::InvalidFilename => "a name in the path is too long, or not allowed here".to_owned(),
        // An error of our own says what does not exist.
        ErrorKind::NotFound if error.raw_os_error().is_some() => "it does not exist".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Error, ErrorKind, reason};

    #[test]
    fn the_words_of_the_system_are_translated_and_ours_kept() {
        assert_eq!(reason(&Error::from(ErrorKind::PermissionDenied)), "access is denied");
        assert_eq!(
            reason(&Error::new(ErrorKind::NotFound, "it is a link that leads nowhere")),
            "it is a link that leads nowhere"
        );
    }
}
