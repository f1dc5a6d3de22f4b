//! A page on its way to a browser: it begins with the script that loads it anew when it changed.

use rapidhash::v3::rapidhash_v3;

use super::Edition;

/// The script of the preview.
pub(super) const SCRIPT: &str = include_str!("reload.js");

/// The page with the script as the first of its head: a policy in the page itself binds only what comes after it, and
/// those of published pages allow no requests. The script takes its element away before anything else is read.
pub(super) fn with_script(html: &[u8], edition: &Edition) -> Vec<u8> {
    let script = format!(
        "<script src=\"/.supportal/reload.js\" data-run=\"{}\" data-number=\"{}\" data-page=\"{:016x}\" data-frame=\"{:016x}\"></script>",
        edition.run,
        edition.number,
        rapidhash_v3(html),
        frame(html)
    );
    let at = end_of_tag(html, b"<head", 0).or_else(|| end_of_tag(html, b"<!doctype", 0)).unwrap_or(0);
    let mut page = Vec::with_capacity(html.len() + script.len());
    page.extend_from_slice(&html[..at]);
    page.extend_from_slice(script.as_bytes());
    page.extend_from_slice(&html[at..]);
    page
}

/// The hash of a page without its styles, and without its policy, which names them: where it stays the same, new styles
/// are enough.
fn frame(html: &[u8]) -> u64 {
    let mut rest = Vec::with_capacity(html.len());
    let (mut kept, mut seen) = (0, 0);
    while let Some(start) = find(html, b"<", seen) {
        seen = start + 1;
        if let Some(end) = end_of_style(html, start) {
            rest.extend_from_slice(&html[kept..start]);
            (kept, seen) = (end, end);
        }
    }
    rest.extend_from_slice(&html[kept..]);
    rapidhash_v3(&rest)
}

/// The end of the style that begins at `start`, if one does: an element, a link to a style sheet, or the policy.
fn end_of_style(html: &[u8], start: usize) -> Option<usize> {
    let names = |name: &[u8]| html[start..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
    if names(b"<style") {
        return end_of_tag(html, b"</style", start);
    }
    let wanted: &[u8] = match () {
        () if names(b"<link") => b"stylesheet",
        () if names(b"<meta") => b"content-security-policy",
        () => return None,
    };
    let end = end_of_tag(html, b"<", start)?;
    find(&html[..end], wanted, start).map(|_| end)
}

/// The place after the `>` of the first tag that begins with `name`, from `from` on.
fn end_of_tag(html: &[u8], name: &[u8], from: usize) -> Option<usize> {
    find(html, name, from).and_then(|start| find(html, b">", start)).map(|end| end + 1)
}

/// The first place of `wanted`, in any case of its letters, from `from` on.
fn find(html: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let rest = html.get(from..)?;
    rest.windows(wanted.len()).position(|window| window.eq_ignore_ascii_case(wanted)).map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> String {
        let edition = Edition::begin();
        String::from_utf8_lossy(&with_script(html.as_bytes(), &edition)).into_owned()
    }

    #[test]
    fn the_script_comes_first() {
        for (html, before) in [
            ("<!doctype html>\n<html><head>\n<meta charset=utf-8>", "<!doctype html>\n<html><head>"),
            ("<!DOCTYPE html><p>No head", "<!DOCTYPE html>"),
            ("<p>Nothing at all", ""),
            ("<head", ""),
            ("", ""),
        ] {
            let shown = shown(html);
            let rest = shown.strip_prefix(before).and_then(|rest| rest.strip_prefix("<script src="));
            assert!(rest.is_some_and(|rest| rest.ends_with(&html[before.len()..])), "{shown}");
        }
    }

    #[test]
    fn only_new_styles_leave_the_frame_as_it_was() {
        let page = |style: &str, text: &str| {
            let html = format!(
                "<head><meta http-equiv=\"Content-Security-Policy\" content=\"{style}\"><meta name=a content=b>\
                 <style>{style}</style><link rel=\"stylesheet\" href=\"{style}\"><link rel=icon href=c></head>{text}"
            );
            frame(html.as_bytes())
        };
        assert_eq!(page("one", "text"), page("another", "text"));
        assert_ne!(page("one", "text"), page("one", "texts"));
        for broken in ["<style>a", "<link stylesheet", "<meta", "<", "<style", "</style>"] {
            assert_ne!(frame(broken.as_bytes()), frame(format!("{broken}<p>a").as_bytes()), "{broken}");
        }
    }
}
