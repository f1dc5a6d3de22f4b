//! What holds for any portal that is built in memory.

use std::collections::BTreeMap;
use std::path::{Component, Path};
use std::sync::{Arc, Mutex, OnceLock};

use supportal::check::Strictness;
use supportal::config::{self, Config, Overrides};
use supportal::content::document::Reader;
use supportal::content::{self, Document, Outlines, Readings, Strings};
use supportal::diagnostic::{Diagnostic, Diagnostics, Severity, SourceFile};
use supportal::pipeline::{self, Options};
use supportal::publish::OutPath;
use supportal::render::OutputFile;
use supportal::source::Sources;
use supportal::timing::Timings;

/// The configuration to which a property adds its input.
pub const BASE: &str = include_str!("../../cases/base.toml");

/// Builds a portal, checks what is told, and, when it is free of errors, every file.
pub fn check(files: &[(&str, &[u8])]) {
    let (built, told) = build(files);
    check_told(&told);
    if has_errors(&told) {
        return;
    }
    for (path, bytes) in &built {
        check_path(path);
        super::file::check(path, bytes);
    }
}

/// A portal that is read and lowered twice is the same twice.
pub fn check_twice(files: &[(&str, &[u8])]) {
    let ((one, told), (other, told_again)) = (build(files), build(files));
    let messages = |told: &[Diagnostic]| told.iter().map(|problem| problem.message.clone()).collect::<Vec<_>>();
    assert_eq!(messages(&told), messages(&told_again), "the same portal tells of other problems");
    assert!(one == other, "the same portal, built twice, differs");
}

/// Reads a document of the base portal.
pub fn read(path: &str, bytes: &[u8], diagnostics: &Diagnostics) -> Vec<Arc<Document>> {
    static BASE_PORTAL: OnceLock<(Config, Vec<Strings>)> = OnceLock::new();
    let (config, strings) = BASE_PORTAL.get_or_init(|| {
        let config = base();
        let (data, silent) = (supportal::built_in::sources(), Diagnostics::new());
        let tags = config.portal.languages.iter();
        let strings = tags.map(|(_, tag)| content::strings::read(tag, &data, &Sources::default(), &silent)).collect();
        (config, strings)
    });
    let reader = Reader { config, strings, today: jiff::civil::date(2026, 11, 22) };
    let readings = Readings::new(reader, &Sources::in_memory([(path, bytes)]), &Outlines::default());
    diagnostics.extend(readings.told().cloned());
    readings.documents().cloned().collect()
}

/// The base portal's configuration.
pub fn base() -> Config {
    let source = SourceFile::new("support.toml", BASE);
    config::read(&source, &supportal::built_in::sources(), &Overrides::default(), &Diagnostics::new()).unwrap()
}

/// Whether an error is told.
pub fn has_errors(told: &[Diagnostic]) -> bool {
    told.iter().any(|problem| problem.severity == Severity::Error)
}

/// What a problem tells is complete: a sentence, what to do, a place that exists.
pub fn check_told(told: &[Diagnostic]) {
    for problem in told {
        let about = format!("{} {}", problem.code, problem.message);
        assert!(!problem.message.trim().is_empty(), "{about}");
        assert!(problem.severity != Severity::Error || !problem.hints.is_empty(), "{about}: no hint");
        if let Some(place) = &problem.place {
            assert!(place.source.text().get(place.span.clone()).is_some(), "{about}: {:?} is no place", place.span);
            assert!(!place.human().is_empty(), "{about}");
        }
    }
}

/// A path of the output is one that the writer accepts, and stays in its folder.
pub fn check_path(path: &str) {
    assert!(OutPath::new(path).is_ok(), "{path:?} cannot be written");
    let inside = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    assert!(inside, "{path:?} leaves the output");
}

fn build(files: &[(&str, &[u8])]) -> (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>) {
    let options = Options {
        now: "2026-11-22T10:00:00Z".parse().unwrap(),
        overrides: Overrides::default(),
        drafts: true,
        strictness: Strictness::Errors,
        release: false,
    };
    let sources = Sources::in_memory(files.iter().map(|(path, bytes)| (*path, *bytes)));
    let diagnostics = Diagnostics::new();
    let out = Mutex::new(BTreeMap::new());
    if let Some(prepared) = pipeline::prepare(&sources, &options, &mut Timings::default(), &diagnostics) {
        let keep = |file: OutputFile| {
            out.lock().unwrap().insert(file.path, file.bytes);
            Ok::<(), ()>(())
        };
        prepared.render(&diagnostics, keep).unwrap();
    }
    (out.into_inner().unwrap(), diagnostics.into_sorted())
}
