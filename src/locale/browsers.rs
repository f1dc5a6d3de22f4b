//! Which languages browsers can write.

use super::LanguageTag;

/// The languages in which every browser writes weekdays and months. Chromium has the fewest: it knows Sinhala, Icelandic or Irish
/// not at all, and of Bosnian, Kazakh or Punjabi no more than `M12 28, Mon`. A test asks it.
const WRITTEN: [&str; 53] = [
    "af", "ak", "am", "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fil", "fr", "gu",
    "he", "hi", "hr", "hu", "id", "it", "ja", "kn", "ko", "lt", "lv", "ml", "mr", "ms", "nb", "nl", "no", "pl", "pt",
    "ro", "ru", "sk", "sl", "sr", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "vi", "zh",
];

impl LanguageTag {
    /// Whether every browser writes weekdays and months in this language and script. One that does not takes those of
    /// another language without a word.
    pub fn is_written_by_browsers(&self) -> bool {
        WRITTEN.contains(&self.language()) && (self.script().is_none() || matches!(self.language(), "sr" | "zh"))
    }
}
