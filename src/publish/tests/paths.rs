use crate::publish::path::{OutPath, OutPathProblem, fold};
use crate::publish::plan::check_clashes;

#[test]
fn ordinary_paths_are_taken_as_they_are() {
    for path in
        ["index.html", ".nojekyll", ".well-known/security.txt", "ar/مساعدة/index.html", "a b/c-d_e~(1).txt", "console"]
    {
        assert_eq!(OutPath::new(path).unwrap().as_str(), path);
    }
}

#[test]
fn no_path_leaves_the_folder_or_fails_on_some_system() {
    use OutPathProblem::*;
    let long = "a".repeat(256);
    for (path, problem) in [
        ("", Empty),
        ("/etc/passwd", Empty),
        ("a//b", Empty),
        ("a/", Empty),
        (".", Dots),
        ("a/../b", Dots),
        ("..", Dots),
        ("a\\b", Character('\\')),
        ("C:/x", Character(':')),
        ("index.html:stream", Character(':')),
        ("a\0b", Character('\0')),
        ("a\nb", Character('\n')),
        ("a\u{85}b", Character('\u{85}')),
        ("...", Ending('.')),
        ("a./b", Ending('.')),
        ("a ", Ending(' ')),
        ("con", Device),
        ("a/NUL.txt", Device),
        ("com1.tar.gz", Device),
        ("lpt²", Device),
        ("aux .html", Device),
        ("conin$", Device),
        (long.as_str(), TooLong),
        (".supportal", Reserved),
        ("a/.Supportal", Reserved),
        (".supportal-0123456789abcdef", Reserved),
    ] {
        assert_eq!(OutPath::new(path), Err(problem), "{path:?}");
        assert!(!problem.to_string().is_empty());
    }
    assert!(OutPath::new("a".repeat(255)).is_ok());
    assert!(OutPath::new(".supportals").is_ok());
    assert!(OutPath::new("com10/comma/lpt.txt").is_ok());
}

#[test]
fn what_windows_cannot_hold_is_known_everywhere_and_refused_there() {
    for (path, c) in [("what?", '?'), ("a*", '*'), ("a|b", '|'), ("<a>", '<'), ("\"a\"", '"')] {
        match OutPath::new(path) {
            Ok(path) if !cfg!(windows) => assert_eq!(path.foreign_to_windows(), Some(c)),
            refused => assert_eq!(refused, Err(OutPathProblem::Character(c))),
        }
    }
    assert_eq!(OutPath::new("a b'%#&é👍.txt").unwrap().foreign_to_windows(), None);
}

#[test]
fn folding_takes_together_what_a_file_system_may() {
    assert_eq!(fold("README.md"), fold("readme.MD"));
    assert_eq!(fold("Zażółć"), fold("ZAŻÓŁĆ"));
    assert_eq!(fold("caf\u{e9}"), fold("CAFE\u{301}"));
    assert_eq!(fold("ΟΔΟΣ"), fold("οδος"));
    assert_ne!(fold("a"), fold("b"));
}

#[test]
fn paths_that_cannot_stand_side_by_side_are_told() {
    let told = |paths: &[&str]| check_clashes(paths.iter().copied()).map_or_else(|clashes| clashes.len(), |()| 0);
    assert_eq!(told(&["a/b", "a/c", "a-b", "a.html", "b"]), 0);
    assert_eq!(told(&["a", "a"]), 1, "one path twice");
    assert_eq!(told(&["Logo.png", "logo.PNG"]), 1, "one name but for case");
    assert_eq!(told(&["caf\u{e9}", "cafe\u{301}"]), 1, "one name but for composition");
    assert_eq!(told(&["a", "a-b", "a.b", "a/x"]), 1, "a file and a folder");
    assert_eq!(told(&["A/x", "a/y", "a/z"]), 1, "one folder in two spellings");
    assert_eq!(told(&["x/A/1", "x/b", "x/a"]), 1, "a folder and a file in two spellings");
}
