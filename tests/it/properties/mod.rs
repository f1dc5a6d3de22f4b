//! What holds for any input, told as functions of bytes: each panics where its property fails. The tests run them over
//! kept inputs and random ones; the targets in `fuzz/` let a fuzzer look for inputs that break them.

pub mod address;
pub mod configuration;
pub mod file;
pub mod front_matter;
pub mod hours;
pub mod html;
pub mod markdown;
pub mod money;
mod page;
pub mod portal;
pub mod request;

/// A property of any bytes.
pub type Property = fn(&[u8]);

/// The properties, under the names of their fuzz targets.
pub const ALL: [(&str, Property); 7] = [
    ("address", address::holds),
    ("configuration", configuration::holds),
    ("front_matter", front_matter::holds),
    ("hours", hours::holds),
    ("markdown", markdown::holds),
    ("money", money::holds),
    ("request", request::holds),
];

/// Bytes as text, as far as they are any.
fn text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// A text as a string of TOML.
pub fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04X}", u32::from(c)),
        c => c.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}
