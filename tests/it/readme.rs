//! What the README promises.

use super::harness::{build, repository};

#[test]
fn the_configuration_in_the_readme_gives_a_whole_site_in_at_most_40_lines() {
    let readme = repository("README.md");
    let toml = readme
        .split("```toml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .expect("the README shows a support.toml");
    assert!(toml.lines().count() <= 40, "{} lines", toml.lines().count());
    let built = build(vec![("support.toml".to_owned(), toml.as_bytes().to_vec())]);
    assert!(!built.has_errors(), "{}", built.told());
    assert!(built.page("/pricing/").contains("</html>"));
}

#[test]
fn the_readme_is_short_and_names_both_commands() {
    let readme = repository("README.md");
    assert!(readme.lines().count() <= 150);
    assert!(readme.contains("cargo run --release -- build example-site") && readme.contains("tests/run"));
}
