//! What a theme gives to all pages: the files that they load, what they say of them, and what they may run.

use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::OutputFile;
use crate::compose::common::{self, Common, Scripts};
use crate::export::{self, Facts, ThemeFacts};
use crate::site::Site;
use crate::theme::Theme;
use crate::view::Shared;
use crate::view::shell::{Logo, Style};
use crate::wording::Wording;

/// What stands in the head of several pages.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) style: Shared<Style>,
    /// The Content-Security-Policy.
    pub(super) policy: Shared<String>,
}

/// The heads of all pages.
#[derive(Debug)]
pub(super) struct Heads {
    pub(super) home: Head,
    pub(super) print: Head,
    /// That of all other pages.
    pub(super) other: Head,
}

/// The files of a theme, by paths that change with their content, so that hosts and browsers may keep them for ever.
#[derive(Debug)]
pub(super) struct ThemeFiles<'a> {
    site: &'a Site,
    theme: &'a Theme,
    style: String,
    /// That of the script of promises, where the theme has one.
    promises: Option<String>,
}

impl<'a> ThemeFiles<'a> {
    pub(super) fn new(site: &'a Site, theme: &'a Theme) -> Self {
        let path = |content: &str, ending: &str| {
            let hash = rapidhash::v3::rapidhash_v3(content.as_bytes());
            format!("assets/{}.{hash:016x}.{ending}", site.portal().brand.theme)
        };
        let promises = (!theme.script_promises.is_empty()).then(|| path(&theme.script_promises, "js"));
        Self { site, theme, style: path(&theme.css, "css"), promises }
    }

    /// Their paths in the output folder.
    pub(super) fn paths(&self) -> impl Iterator<Item = &String> {
        [&self.style].into_iter().chain(&self.promises)
    }

    /// Each of them.
    pub(super) fn each(&self) -> impl Iterator<Item = OutputFile> {
        self.paths().zip([&self.theme.css, &self.theme.script_promises]).map(|(path, content)| {
            // The paths and the contents stand in the same order.
            OutputFile { path: path.clone(), bytes: content.clone().into_bytes() }
        })
    }

    /// What all pages of each language share.
    pub(super) fn common(&self, today: Date, logo: Option<Logo>) -> Arc<[Common]> {
        let (site, palette) = (self.site, &self.theme.palette);
        let promises = self.promises.as_ref().map(|path| self.href(path));
        let assets = common::ThemeAssets {
            logo,
            colors: (palette.light.brand.to_string(), palette.dark.brand.to_string()),
            scripts: Scripts { live: &self.theme.script, promises: promises.as_deref() },
        };
        let languages: Vec<_> = site.portal().languages.ids().collect();
        let of = |language| common::of(&Wording { site, language, today }, &assets);
        languages.into_par_iter().map(of).collect::<Vec<_>>().into()
    }

    /// What machines are told.
    pub(super) fn facts(&self, today: Date, logo: Option<&Logo>) -> Facts<'a> {
        let pictures = logo.into_iter().flat_map(|logo| [&logo.src, &logo.src_dark]);
        // A small picture stands in the page itself.
        let pictures = pictures.filter(|src| src.starts_with('/')).cloned();
        let files: Vec<String> = self.paths().map(|path| self.href(path)).chain(pictures).collect();
        let scripts = self.inline_scripts();
        let told = ThemeFacts {
            color: &self.theme.palette.light.brand.to_string(),
            inline_styles: &[&self.theme.home_css, &self.theme.print_css],
            inline_scripts: scripts.as_deref(),
            files: &files,
        };
        Facts::new(self.site, today, told)
    }

    /// The heads of all pages. The home page carries its styles, so that one request shows it, and so does the sheet to
    /// print, which shares none.
    pub(super) fn heads(&self) -> Heads {
        let (home, print) = (&self.theme.home_css, &self.theme.print_css);
        // A hash is 50 bytes that nothing compresses, and home has none to give for the style of another page.
        let policy = |inline: &str| export::page_policy(&[inline], self.inline_scripts().as_deref());
        let head = |inline: &str, href: String, policy: &String| {
            let style = Style { inline: inline.to_owned(), href };
            Head { style: Shared::new(&style), policy: Shared::new(policy) }
        };
        let of_home = policy(home);
        Heads {
            home: head(home, String::new(), &of_home),
            print: head(print, String::new(), &policy(print)),
            other: head("", self.href(&self.style), &of_home),
        }
    }

    /// The scripts that stand in pages themselves; none where no page runs one.
    fn inline_scripts(&self) -> Option<Vec<&str>> {
        let script = self.theme.script.as_str();
        let runs_one = !script.is_empty() || self.promises.is_some() || self.site.portal().offline;
        runs_one.then(|| Some(script).filter(|script| !script.is_empty()).into_iter().collect())
    }

    fn href(&self, path: &str) -> String {
        format!("{}{path}", self.site.portal().base_url.path())
    }
}
