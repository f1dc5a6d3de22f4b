//! Any request to the preview: its target in the first line, its headers in those after it.

use std::sync::{Arc, OnceLock};

use supportal::check::Strictness;
use supportal::config::Overrides;
use supportal::diagnostic::Diagnostics;
use supportal::pipeline::{Builder, Options};
use supportal::serve::{self, Body, Build, Door, Edition, Found};
use supportal::timing::Timings;
use tokio::sync::watch;

use super::portal::{self, BASE};

const PAGE: &str = "+++\ntitle = \"Hello\"\naliases = [\"/old/address/\"]\n+++\n\nA text.\n";

/// A preview that nobody can reach, for it listens no more.
struct Preview {
    door: Door,
    shown: watch::Receiver<Arc<Edition>>,
}

/// A request gets a built file or none, whatever its path; and only if it names this address and no other.
pub fn holds(bytes: &[u8]) {
    let text = super::text(bytes);
    let (target, lines) = text.split_once('\n').unwrap_or((&text, ""));
    check_path(target);
    let preview = preview();
    let own = preview.door.origin().replace("http://", "");
    let hosts = lines.lines().filter(|line| line.to_lowercase().starts_with("host:")).count();
    for host in [Some(own.as_str()), None] {
        if let Some(request) = request(&target.replace("HOST", &own), &lines.replace("HOST", &own), host) {
            let answer = serve::answer(&request, &preview.door, &preview.shown);
            check(target, &answer, hosts + usize::from(host.is_some()));
        }
    }
}

/// What is found is a file of the output, and found again under its own path.
fn check_path(target: &str) {
    match built().find(target) {
        Found::File(path, bytes) => {
            portal::check_path(path);
            assert_eq!(built().find(&format!("/{path}")), Found::File(path, bytes), "{target:?}");
        }
        Found::Missing(page) => assert!(page.is_none_or(|(path, _)| path.ends_with("404.html")), "{target:?}"),
        Found::Moved(to) => assert!(to.starts_with('/') && !to.starts_with("//"), "{target:?} leads to {to}"),
    }
}

fn check(target: &str, answer: &hyper::Response<Body>, hosts: usize) {
    let status = answer.status().as_u16();
    assert!(matches!(status, 200 | 301 | 400 | 403 | 404 | 421), "{target:?}: {status}");
    assert!(hosts == 1 || status == 400, "{target:?}: {status} for {hosts} hosts");
    for name in ["content-security-policy", "x-content-type-options", "cache-control"] {
        assert_eq!(answer.headers().get_all(name).iter().count(), 1, "{target:?}: {name}");
    }
    assert!(!answer.headers().keys().any(|name| name.as_str().starts_with("access-control")), "{target:?}");
    if let Some(to) = answer.headers().get("location") {
        assert!(to.as_bytes().starts_with(b"/") && !to.as_bytes().starts_with(b"//"), "{target:?} leads to {to:?}");
    }
    let body = String::from_utf8_lossy(answer.body().bytes()).into_owned();
    assert!(!body.contains("partner_of_record.email"), "{target:?} shows a source");
}

/// The request, if it is one: what the parser of the server refuses is no request.
fn request(target: &str, lines: &str, host: Option<&str>) -> Option<hyper::http::request::Parts> {
    let mut request = hyper::Request::builder().uri(target);
    for (name, value) in
        host.map(|host| ("host", host)).into_iter().chain(lines.lines().filter_map(|line| line.split_once(':')))
    {
        request = request.header(name, value.trim());
    }
    request.body(()).ok().map(|request| request.into_parts().0)
}

fn built() -> &'static Build {
    static BUILD: OnceLock<Build> = OnceLock::new();
    BUILD.get_or_init(build)
}

fn preview() -> &'static Preview {
    static PREVIEW: OnceLock<Preview> = OnceLock::new();
    PREVIEW.get_or_init(|| {
        let (_, door) = Door::open(None, Some(0)).unwrap();
        let edition = Edition::begin().showing(build(), None);
        Preview { door, shown: watch::channel(Arc::new(edition)).1 }
    })
}

fn build() -> Build {
    static NUMBER: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let root = std::env::temp_dir().join(format!("supportal-request-{}-{number}", std::process::id()));
    std::fs::create_dir_all(root.join("content/en/pages")).unwrap();
    std::fs::write(root.join("support.toml"), format!("# partner_of_record.email\n{BASE}")).unwrap();
    std::fs::write(root.join("content/en/pages/hello.md"), PAGE).unwrap();
    let options = Options {
        now: "2026-11-22T10:00:00Z".parse().unwrap(),
        overrides: Overrides::default(),
        drafts: false,
        strictness: Strictness::Errors,
        release: false,
    };
    let (mut builder, mut timings) = (Builder::new(&root), Timings::default());
    let build = Build::make(&mut builder, None, &options, None, &mut timings, &Diagnostics::new()).unwrap();
    std::fs::remove_dir_all(&root).unwrap();
    build
}
