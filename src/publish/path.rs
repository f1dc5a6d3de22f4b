//! Paths inside the output. Every system can hold them, and none leads out of the folder.

use unicode_normalization::UnicodeNormalization;

use super::MANIFEST;

/// The bytes that a part of a path may have: the least that a common file system allows.
const LONGEST_PART: usize = 255;

/// Characters that Windows allows in no name.
const FOREIGN_TO_WINDOWS: [char; 6] = ['*', '?', '"', '<', '>', '|'];

/// A file's path inside the output: relative, parts separated by `/`, each of which this system can hold. All but
/// [`OutPath::foreign_to_windows`] holds for Windows, macOS and Linux. The writer accepts nothing else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutPath(String);

/// Why a text is no path of an output file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutPathProblem {
    /// The path, or a part of it, is empty; so is the first part of an absolute path.
    Empty,
    /// A part is `.` or `..`.
    Dots,
    /// A character that some system cannot hold in a name.
    Character(char),
    /// A part ends in a full stop or a space, which Windows drops.
    Ending(char),
    /// A part is the name of a Windows device, such as `con` or `nul.txt`.
    Device,
    /// A part is longer than 255 bytes.
    TooLong,
    /// A part is `.supportal` or begins with `.supportal-`: names of our own.
    Reserved,
}

impl OutPath {
    /// The path of this text, or why it is none.
    pub fn new(path: impl Into<String>) -> Result<Self, OutPathProblem> {
        let path = path.into();
        path.split('/').try_for_each(check_part)?;
        Ok(Self(path))
    }

    /// A character that Windows cannot hold in a name: only a file that was named on another system has it.
    pub fn foreign_to_windows(&self) -> Option<char> {
        self.0.chars().find(|c| FOREIGN_TO_WINDOWS.contains(c))
    }

    /// The path as text, with `/` on every system.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for OutPath {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for OutPath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::fmt::Display for OutPathProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => f.write_str("a part of the path is empty"),
            Self::Dots => f.write_str("a part of the path is `.` or `..`"),
            Self::Character(c) if c.is_control() => f.write_str("the path holds a control character"),
            Self::Character(c) => write!(f, "the path holds `{c}`, which Windows does not allow in a file name"),
            Self::Ending(' ') => f.write_str("a part of the path ends in a space, which Windows drops"),
            Self::Ending(_) => f.write_str("a part of the path ends in a full stop, which Windows drops"),
            Self::Device => f.write_str("a part of the path is the name of a Windows device"),
            Self::TooLong => write!(f, "a part of the path is longer than {LONGEST_PART} bytes"),
            Self::Reserved => write!(f, "names that begin with `{MANIFEST}` are supportal's own"),
        }
    }
}

impl std::error::Error for OutPathProblem {}

fn check_part(part: &str) -> Result<(), OutPathProblem> {
    if part.is_empty() {
        return Err(OutPathProblem::Empty);
    }
    if part == "." || part == ".." {
        return Err(OutPathProblem::Dots);
    }
    if let Some(c) = part.chars().find(|c| c.is_control() || matches!(c, '\\' | ':') || is_foreign_here(*c)) {
        return Err(OutPathProblem::Character(c));
    }
    if let Some(c) = part.chars().next_back().filter(|c| matches!(c, '.' | ' ')) {
        return Err(OutPathProblem::Ending(c));
    }
    if part.len() > LONGEST_PART {
        return Err(OutPathProblem::TooLong);
    }
    if is_device(part) {
        return Err(OutPathProblem::Device);
    }
    if is_reserved(part) {
        return Err(OutPathProblem::Reserved);
    }
    Ok(())
}

fn is_foreign_here(c: char) -> bool {
    cfg!(windows) && FOREIGN_TO_WINDOWS.contains(&c)
}

/// Windows looks at the part before the first full stop alone, without the spaces at its end.
fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).trim_end_matches(' ');
    if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].iter().any(|name| stem.eq_ignore_ascii_case(name)) {
        return true;
    }
    let port = stem.split_at_checked(3);
    let is_port = |name: &&str| ["COM", "LPT"].iter().any(|port| name.eq_ignore_ascii_case(port));
    let number = port.filter(|(name, _)| is_port(name)).map(|(_, number)| number);
    number.is_some_and(|n| matches!(n, "¹" | "²" | "³") || (n.len() == 1 && n.as_bytes()[0].is_ascii_digit()))
}

fn is_reserved(part: &str) -> bool {
    // Nothing else becomes a full stop.
    let folded = if part.starts_with('.') { fold(part) } else { return false };
    folded.strip_prefix(MANIFEST).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// What two names have in common when a file system without regard to case or composition takes them for one.
pub(super) fn fold(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    // Upper case first, for `ς` and `σ` have one capital and the file systems compare capitals.
    name.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfc().collect()
}
