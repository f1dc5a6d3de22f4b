//! The letters that stand for the partner, and the tile with them.

use super::Wording;

impl Wording<'_> {
    /// One or two letters that stand for the partner: the initials of the first two words of its name.
    pub fn monogram(&self) -> String {
        let name = self.plain(&self.portal().partner.name);
        let words = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
        let letters: Vec<char> = words.take(2).flat_map(char::to_uppercase).take(2).collect();
        // Letters that join would be drawn as one word.
        let joins = letters.first().is_some_and(|letter| matches!(letter, '\u{600}'..='\u{8ff}'));
        letters.into_iter().take(if joins { 1 } else { 2 }).collect()
    }

    /// A tile of a colour with the monogram, as SVG: for the browser tab and for a home screen.
    pub fn tile(&self, color: &str) -> String {
        let monogram = self.monogram();
        let size = if monogram.chars().count() > 1 { 14 } else { 19 };
        // Letters and digits alone need no escape.
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 28 28\"><rect width=\"28\" height=\"28\" rx=\"7\" fill=\"{color}\"/><text x=\"14\" y=\"20\" font-family=\"sans-serif\" font-size=\"{size}\" text-anchor=\"middle\" fill=\"#fff\">{monogram}</text></svg>"
        )
    }
}
