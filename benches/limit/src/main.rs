//! What any generator of such pages has to do, and nothing else: read, parse front matter and Markdown, write each page
//! as HTML and as Markdown. No template, no list, no check. `benches/run` compares supportal with it.
//!
//! `limit SITE OUTPUT` reads the Markdown files of `SITE/content/en`.

use std::error::Error;
use std::fs;
use std::path::Path;

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use serde::Deserialize;
use walkdir::WalkDir;

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

#[derive(Deserialize)]
struct FrontMatter {
    title: String,
    #[serde(default)]
    description: String,
    #[serde(default)]
    tags: Vec<String>,
}

fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(site), Some(output)) = (arguments.next(), arguments.next()) else {
        return Err("usage: limit SITE OUTPUT".into());
    };
    let content = Path::new(&site).join("content/en");
    let files = WalkDir::new(&content).into_iter().collect::<std::result::Result<Vec<_>, _>>()?;
    files
        .par_iter()
        .filter(|file| file.path().extension().is_some_and(|ending| ending == "md"))
        .try_for_each(|file| page(file.path(), &content, Path::new(&output)))
}

/// Writes the page of a file into a folder of its own.
fn page(file: &Path, content: &Path, output: &Path) -> Result<()> {
    let text = fs::read_to_string(file)?;
    let (head, body) = split(&text).ok_or("no front matter")?;
    let front_matter: FrontMatter = toml::from_str(head)?;
    let folder = output.join(file.strip_prefix(content)?).with_extension("");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("index.html"), html_page(&front_matter, body))?;
    fs::write(folder.join("index.md"), twin(&front_matter, body))?;
    Ok(())
}

/// The front matter and the text behind it.
fn split(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix("+++\n")?.split_once("+++\n")
}

fn html_page(front_matter: &FrontMatter, body: &str) -> String {
    let FrontMatter { title, description, tags } = front_matter;
    let mut page = String::with_capacity(body.len() * 2 + HEAD.len() + HEADER.len() + FOOTER.len());
    page.extend([HEAD, "<title>", title, "</title>\n<meta name=\"description\" content=\"", description, "\">\n"]);
    page.extend([HEADER, "<h1>", title, "</h1></header>\n<main><p class=\"intro\">", description, "</p><p>"]);
    tags.iter().for_each(|tag| page.extend(["<span class=\"kind\">", tag, "</span>"]));
    page.push_str("</p>\n");
    html::push_html(&mut page, Parser::new_ext(body, Options::ENABLE_TABLES));
    page.push_str(FOOTER);
    page
}

fn twin(front_matter: &FrontMatter, body: &str) -> String {
    ["# ", &front_matter.title, "\n\n", &front_matter.description, "\n\n", body].concat()
}

/// About as many bytes as the pages of the generators have around their text.
const HEAD: &str = r##"<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="theme-color" content="#0b3a6e" media="(prefers-color-scheme:light)">
<meta name="theme-color" content="#002147" media="(prefers-color-scheme:dark)">
<link rel="alternate" type="text/markdown" href="index.md">
<link rel="alternate" type="application/atom+xml" href="/notices.atom">
<link rel="stylesheet" href="/site.css">
"##;

const HEADER: &str = r##"</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header class="band"><div class="bar"><a class="brand" href="/"><span class="chip" aria-hidden="true">C</span>Contoso</a>
<nav class="menu" aria-label="Main menu"><ul><li><a href="/">Get help</a></li><li><a href="/contact/">Contact</a></li>
<li><a href="/pricing/">Support and prices</a></li><li><a href="/articles/">Guides</a></li>
<li><a href="/notices/">Status</a></li></ul></nav></div>
<nav class="crumbs" aria-label="You are here"><ol><li><a href="/">Get help</a></li>
<li><a href="/articles/">Guides</a></li></ol></nav>
"##;

const FOOTER: &str = r##"</main>
<aside aria-labelledby="stuck"><section class="card now"><h2 id="stuck">Still stuck?</h2>
<a class="btn big main" href="tel:+442079460123"><span>Call <bdi>+44 20 7946 0123</bdi></span></a>
<p class="fine"><b>Mon to Fri, 08:00 to 17:30</b> · free, or on request</p></section></aside>
<footer class="foot"><nav aria-label="More about us"><ul class="grid">
<li><a href="/support-types/">What we help with</a></li>
<li><a href="/cannot-sign-in/">I cannot sign in</a></li><li><a href="/articles/">Guides</a></li>
<li><a href="/partner-of-record/">Why Microsoft sends you to us</a></li>
<li><a href="/delegated-access/">Our administrator rights</a></li>
<li><a href="/legal/">About the publisher</a></li><li><a href="/privacy/">Privacy</a></li>
<li><a href="/accessibility/">Accessibility</a></li></ul></nav><p>Contoso</p></footer>
</body>
</html>
"##;
