//! Any bytes as `support.toml`.

/// A portal is built of them, or what is wrong is told.
pub fn holds(bytes: &[u8]) {
    super::portal::check(&[("support.toml", bytes)]);
}
