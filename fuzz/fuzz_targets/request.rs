#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| supportal_fuzz::properties::request::holds(bytes));
