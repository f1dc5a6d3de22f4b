//! A request to its answer. Nothing but the request and what is shown decides it.

use std::sync::Arc;

use hyper::header::{
    ALLOW, CACHE_CONTROL, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION,
};
use hyper::header::{TRANSFER_ENCODING, X_CONTENT_TYPE_OPTIONS};
use hyper::http::request::Parts;
use hyper::{Method, Response, StatusCode};
use tokio::sync::watch;

use super::build::{Build, Found, content_type};
use super::door::Refusal;
use super::{Body, Door, Edition, page, problems};

/// What lies below it is the preview's own: no file of a site can have this name.
const OWN: &str = "/.supportal/";

const HTML: &str = "text/html; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";

/// What the preview's own answers may load and run.
const OWN_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; \
                          form-action 'none'; frame-ancestors 'none'";

/// Answers one request.
pub fn answer(request: &Parts, door: &Door, editions: &watch::Receiver<Arc<Edition>>) -> Response<Body> {
    let host = match door.admit(request).and_then(|host| is_plain(request).map(|()| host)) {
        Ok(host) => host,
        Err((status, why)) => return refuse(status, why),
    };
    let edition = Arc::clone(&editions.borrow());
    let path = request.uri.path();
    match path.strip_prefix(OWN) {
        Some("events") => own(StatusCode::OK, "text/event-stream", Body::news(editions)),
        Some("reload.js") => own(StatusCode::OK, "text/javascript; charset=utf-8", Body::whole(page::SCRIPT)),
        Some("problems.css") => own(StatusCode::OK, "text/css; charset=utf-8", Body::whole(problems::STYLE)),
        Some("problems") => in_place_of_a_page(StatusCode::OK, &edition),
        Some(_) => own(StatusCode::NOT_FOUND, PLAIN, Body::whole("There is no such file.\n")),
        None => match &edition.build {
            Some(build) => of_site(request, build, &edition, &format!("http://{host}{OWN}reload.js")),
            None => in_place_of_a_page(StatusCode::SERVICE_UNAVAILABLE, &edition),
        },
    }
}

/// Only what asks for a file and carries nothing is answered.
fn is_plain(request: &Parts) -> Result<(), Refusal> {
    if request.method != Method::GET && request.method != Method::HEAD {
        return Err((StatusCode::METHOD_NOT_ALLOWED, "A preview can only be read."));
    }
    let is_empty = request.headers.get_all(CONTENT_LENGTH).iter().all(|length| length == "0");
    if !is_empty || request.headers.contains_key(TRANSFER_ENCODING) {
        return Err((StatusCode::BAD_REQUEST, "Who reads sends nothing."));
    }
    Ok(())
}

fn refuse(status: StatusCode, why: &'static str) -> Response<Body> {
    let mut response = own(status, PLAIN, Body::whole(format!("{why}\n")));
    let headers = response.headers_mut();
    // What else comes on this connection may be the rest of what was refused.
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    if status == StatusCode::METHOD_NOT_ALLOWED {
        headers.insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    response
}

/// An answer of the preview itself.
fn own(status: StatusCode, kind: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let fixed = [
        (CONTENT_TYPE, kind),
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (HeaderName::from_static("content-security-policy"), OWN_POLICY),
        (HeaderName::from_static("referrer-policy"), "same-origin"),
    ];
    response.headers_mut().extend(fixed.map(|(name, value)| (name, HeaderValue::from_static(value))));
    response
}

/// The problems; or that there are none, or that the first build is on its way.
fn in_place_of_a_page(status: StatusCode, edition: &Edition) -> Response<Body> {
    let html = edition.problems.clone().unwrap_or_else(|| problems::page(&[], edition.build.is_some()));
    own(status, HTML, Body::whole(page::with_script(html.as_bytes(), edition)))
}

/// What a host would answer.
fn of_site(request: &Parts, build: &Build, edition: &Edition, script: &str) -> Response<Body> {
    let (status, file) = match build.find(request.uri.path()) {
        Found::File(path, bytes) => (StatusCode::OK, Some((path, bytes))),
        Found::Missing(page) => (StatusCode::NOT_FOUND, page),
        Found::Moved(to) => return moved(request, build, &to, script),
    };
    let (kind, body) = match file {
        Some((path, bytes)) if path.ends_with(".html") => {
            (content_type(path), Body::whole(page::with_script(&bytes, edition)))
        }
        Some((path, bytes)) => (content_type(path), Body::whole(bytes)),
        None => (PLAIN.to_owned(), Body::whole("There is no such page.\n")),
    };
    with_headers(status, build, script, [(CONTENT_TYPE, kind)], body)
}

fn moved(request: &Parts, build: &Build, to: &str, script: &str) -> Response<Body> {
    let query = request.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let to = format!("{to}{query}");
    with_headers(StatusCode::MOVED_PERMANENTLY, build, script, [(LOCATION, to)], Body::whole(""))
}

/// The headers are those of the host files, but for how long an answer may be kept: a preview shows nothing stale.
fn with_headers(
    status: StatusCode,
    build: &Build,
    script: &str,
    more: [(HeaderName, String); 1],
    body: Body,
) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let of_host = build.rules().headers(script).filter_map(|(name, value)| Some((name.parse().ok()?, value)));
    for (name, value) in of_host.chain(more) {
        // A value that no header can hold is none that a host could send.
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().append::<HeaderName>(name, value);
        }
    }
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
