//! Overrides and themes of a site: one component, one block, a theme of its own; and the commands for them.

use super::harness::{Built, Folder, build, errors, example, repository, run, site};

/// The files of the example with the theme `harbour`.
fn harbour() -> Vec<(String, Vec<u8>)> {
    let mut files = example();
    for (path, bytes) in &mut files {
        if path == "support.toml" {
            let text = String::from_utf8(bytes.clone()).unwrap();
            *bytes = text.replacen("[site]\n", "[site]\ntheme = \"harbour\"\n", 1).into_bytes();
        }
    }
    let theme = site("tests/themes/harbour").into_iter();
    files.extend(theme.map(|(path, bytes)| (format!("themes/harbour/{path}"), bytes)));
    files
}

fn style(built: &Built, theme: &str) -> String {
    let is_style = |path: &str| path.starts_with(&format!("assets/{theme}.")) && path.ends_with(".css");
    let (_, css) = built.files.iter().find(|(path, _)| is_style(path)).unwrap();
    String::from_utf8(css.clone()).unwrap()
}

#[test]
fn the_five_lines_of_the_documentation_replace_one_component() {
    let page = repository("docs/themes.md");
    let code = page.split("```jinja\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert!(code.lines().count() <= 5, "{code}");
    let path = page.split("Save this as `").nth(1).and_then(|rest| rest.split('`').next()).unwrap();
    let mut files = example();
    files.push((path.to_owned(), code.as_bytes().to_vec()));
    let (own, before) = (build(files), build(example()));
    assert!(!own.has_errors(), "{}", own.told());
    assert_ne!(own.page("/"), before.page("/"));
    assert_eq!(style(&own, "standard"), style(&before, "standard"));
}

#[test]
fn every_other_example_of_the_documentation_builds() {
    let page = repository("docs/themes.md");
    let fences: Vec<&str> = page.split("```jinja\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(fences.len() > 2);
    for code in fences {
        let mut files = example();
        let name = if code.contains("extends") { "templates/home.html" } else { "templates/components/own.html" };
        files.push((name.to_owned(), code.as_bytes().to_vec()));
        let built = build(files);
        assert!(!built.has_errors(), "{code}\n{}", built.told());
    }
}

/// A component of the partner's, even one that nobody calls, ends what is made ready for all articles. The pages are the
/// same; only a component that shows what differs from page to page shows it on each.
#[test]
fn articles_are_the_same_whether_their_frame_was_ready_or_not() {
    for mut files in [example(), site("tests/sites/provider"), site("tests/sites/hostile")] {
        let ready = build(files.clone());
        files.push((
            "templates/components/own.html".to_owned(),
            b"{% component unused() %}{% endcomponent unused %}".to_vec(),
        ));
        let rendered = build(files);
        assert!(ready.files.keys().any(|path| path.contains("articles/")) && !ready.has_errors(), "{}", ready.told());
        for (path, bytes) in &ready.files {
            assert!(rendered.files.get(path) == Some(bytes), "{path}");
        }
    }
    let mut files = example();
    let own = "{% component publisher(shell: map) %}<p>{{ shell.canonical }}</p>{% endcomponent publisher %}";
    files.push(("templates/components/own.html".to_owned(), own.as_bytes().to_vec()));
    let built = build(files);
    let articles = built.files.iter().filter(|(path, _)| path.contains("articles/") && path.ends_with("index.html"));
    let says = |(path, html): (&String, &Vec<u8>)| {
        let address = path.trim_end_matches("index.html");
        let own = format!("<p>https://wsparcie.chmurnik.example/{address}</p>");
        assert!(String::from_utf8_lossy(html).contains(&own), "{path}");
    };
    assert!(articles.map(says).count() > 10);
}

#[test]
fn a_theme_changes_tokens_one_block_and_one_component_and_nothing_else() {
    let (own, standard) = (build(harbour()), build(example()));
    assert!(!own.has_errors(), "{}", own.told());
    assert!(own.page("/en/").contains("<p class=\"card tide\">"), "its block");
    assert!(own.page("/en/notices/").contains("<b class=\"flag "), "its component");
    assert!(!own.page("/en/notices/").contains("<span class=\"tag "), "in place of that of standard");
    let (css, before) = (style(&own, "harbour"), style(&standard, "standard"));
    assert!(css.starts_with(&before), "the style of standard comes first");
    assert!(css.contains("@layer theme{:root{--r2:0;--r3:0;"), "its tokens");
    assert!(css.contains(".flag :is(b,i){"), "a space that joins selectors stays, in @media too");
    let without = |html: String| html.replace("assets/harbour.", "assets/standard.");
    let hash =
        |html: &str| html.split("/assets/standard.").nth(1).and_then(|rest| rest.split('.').next()).unwrap().to_owned();
    let (mine, theirs) = (without(own.page("/en/articles/")), standard.page("/en/articles/"));
    // The policy names the style of the home page by its hash.
    let policy =
        |html: &str| html.split("style-src").nth(1).and_then(|rest| rest.split(';').next()).unwrap().to_owned();
    let same = |html: String| html.replace(&hash(&html), "").replace(&policy(&html), "");
    assert_eq!(same(mine), same(theirs), "a page without either stays the same");
}

/// Writes files into a new folder.
fn on_disk(name: &str, files: &[(String, Vec<u8>)]) -> Folder {
    let folder = Folder::new(name);
    for (path, bytes) in files {
        let path = folder.0.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

#[test]
fn theme_check_passes_a_theme_that_can_be_read_and_writes_nothing() {
    let folder = on_disk("theme-check", &harbour());
    let output = run(&["theme", "check", "--now", "2026-11-22T10:00:00Z"], &folder.0);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert!(errors(&output).contains("pairs of colours; the faintest is --"), "{}", errors(&output));
    assert!(!folder.0.join("public").exists());
}

#[test]
fn theme_check_tells_what_cannot_be_read_with_its_place_and_renders_what_the_site_lacks() {
    let mut files = harbour();
    files.retain(|(path, _)| !path.contains("/notices/"));
    for (path, bytes) in &mut files {
        if path.ends_with("harbour.css") {
            *bytes = String::from_utf8(bytes.clone()).unwrap().replace("#3d4a57", "#999").into_bytes();
        }
    }
    let broken = "{% extends \"standard/notice.html\" %}{% block main %}{{ page.itm }}{% endblock %}";
    files.push(("templates/notice.html".to_owned(), broken.as_bytes().to_vec()));
    let folder = on_disk("theme-faint", &files);
    let output = run(&["theme", "check", "--now", "2026-11-22T10:00:00Z"], &folder.0);
    let told = errors(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("error[TPL-04]: in light mode --muted on --surface has a contrast of"), "{told}");
    assert!(told.contains("themes/harbour/harbour.css:3:"), "{told}");
    assert!(told.contains("there is no field `itm` in `page`") && told.contains("did you mean `item`?"), "{told}");
}

#[test]
fn theme_list_names_the_built_in_theme_and_those_of_the_site() {
    let folder = on_disk("theme-list", &harbour());
    let output = run(&["theme", "list"], &folder.0);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("* harbour   themes/harbour/, extends standard  Harbour: The standard theme with"), "{told}");
    assert!(told.contains("\n  standard  built in  Standard: The lit window"), "{told}");
    assert_eq!(run(&["theme", "list"], &folder.0.join("nowhere")).status.code(), Some(3));
}

#[test]
fn theme_eject_copies_single_files_and_whole_themes_and_never_overwrites() {
    let folder = Folder::site("theme-eject");
    let eject = |arguments: &[&str]| {
        let mut all = vec!["theme", "eject"];
        all.extend_from_slice(arguments);
        all.push("--site");
        run(&all, &folder.0)
    };
    let output = eject(&["standard", "templates/home.html", "components/icon.html", "home.css"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    for (copy, original) in [
        ("templates/home.html", "themes/standard/templates/home.html"),
        ("templates/components/icon.html", "themes/standard/components/icon.html"),
        ("themes/standard/home.css", "themes/standard/home.css"),
    ] {
        assert_eq!(std::fs::read_to_string(folder.0.join(copy)).unwrap(), repository(original));
    }
    let built = run(&["check"], &folder.0);
    assert_eq!(built.status.code(), Some(0), "{}", errors(&built));

    std::fs::write(folder.0.join("templates/home.html"), "mine").unwrap();
    let output = eject(&["standard", "templates/home.html", "templates/contact.html"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("these exist already: templates/home.html"), "{}", errors(&output));
    assert!(!folder.0.join("templates/contact.html").exists(), "nothing is written");
    assert_eq!(std::fs::read_to_string(folder.0.join("templates/home.html")).unwrap(), "mine");

    let output = eject(&["standard", "components/icn.html"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("did you mean components/icon.html?"), "{}", errors(&output));
    assert_eq!(eject(&["elsewhere"]).status.code(), Some(2));
}

#[test]
fn theme_eject_without_a_path_copies_the_whole_theme() {
    let folder = Folder::site("theme-eject-all");
    let output = run(&["theme", "eject", "--site"], &folder.0);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert!(folder.0.join("themes/standard/components/icon.html").is_file());
    assert!(folder.0.join("themes/standard/theme.toml").is_file());
    let built = run(&["check"], &folder.0);
    assert_eq!(built.status.code(), Some(0), "{}", errors(&built));
}
