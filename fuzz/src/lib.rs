//! The properties of the tests, for the fuzz targets: one target for each.

#[path = "../../tests/it/properties/mod.rs"]
pub mod properties;
