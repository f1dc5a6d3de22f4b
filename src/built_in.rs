//! The texts, data and themes that are built into the program.

use include_dir::{Dir, include_dir};

use crate::source::Sources;

static CONTENT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");
static THEMES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// All built-in files, by the paths at which a site's own files replace them.
pub fn sources() -> Sources {
    let mut files = Vec::new();
    collect(&CONTENT, "content/", &mut files);
    collect(&THEMES, "themes/", &mut files);
    Sources::embedded(files)
}

fn collect(folder: &'static Dir<'static>, prefix: &str, files: &mut Vec<(String, &'static [u8])>) {
    for file in folder.files() {
        // Paths in the program have the separator of the system that built it.
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.push((format!("{prefix}{path}"), file.contents()));
    }
    for inner in folder.dirs() {
        collect(inner, prefix, files);
    }
}
