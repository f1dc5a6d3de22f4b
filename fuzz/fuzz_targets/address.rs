#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| supportal_fuzz::properties::address::holds(bytes));
