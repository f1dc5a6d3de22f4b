//! The inputs that fuzzing kept, in `fuzz/corpus`: every property holds for each.

use std::path::Path;

use rayon::prelude::*;

use super::properties;

#[test]
fn every_kept_input_has_its_property() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for (name, holds) in properties::ALL {
        let inputs: Vec<_> = std::fs::read_dir(corpus.join(name)).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert!(!inputs.is_empty(), "{name}: no input");
        inputs.par_iter().for_each(|input| {
            let bytes = std::fs::read(input).unwrap();
            let held = std::panic::catch_unwind(|| holds(&bytes));
            assert!(held.is_ok(), "{} breaks the property `{name}`", input.display());
        });
    }
}

#[test]
fn every_kept_configuration_is_lowered_twice_to_the_same() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/configuration");
    let inputs: Vec<_> = std::fs::read_dir(corpus).unwrap().map(|entry| entry.unwrap().path()).collect();
    inputs.par_iter().for_each(|input| {
        let bytes = std::fs::read(input).unwrap();
        properties::portal::check_twice(&[("support.toml", &bytes)]);
    });
}
