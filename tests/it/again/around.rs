//! Edits of what stands beside the documents: words, templates, files, the configuration, the clock.

use std::fs;

use super::edits::Editor;

impl Editor {
    /// Words, a text, a template, a style or a file to copy: new, other, or gone.
    pub(super) fn set_file(&mut self) {
        let number = self.next();
        let (path, text) = match self.dice.below(5) {
            0 => ("content/en/strings.toml", format!("menu_help = \"Help {number}\"\n")),
            1 => ("content/pl/texts/not-found/lost.md", format!("+++\ntitle = \"{number}\"\n+++\n\nTu {number}.\n")),
            2 => (
                "templates/article.html",
                format!(
                    "<!doctype html>\n<html lang=\"{{{{ shell.lang }}}}\"><title>{number}</title>{{{{ page.heading }}}}{{{{ page.html | safe }}}}</html>\n"
                ),
            ),
            3 => ("static/terms.txt", format!("Terms {number}\n")),
            _ => ("static/other.txt", format!("{number}\n")),
        };
        let file = self.site.join(path);
        if file.exists() && self.dice.below(3) == 0 {
            fs::remove_file(file).unwrap();
            self.history.push(format!("remove {path}"));
        } else {
            self.put(path, &text, "write");
        }
    }

    /// A line of the configuration that says something else.
    pub(super) fn configure(&mut self) {
        let path = self.site.join("support.toml");
        let (config, number) = (fs::read_to_string(&path).unwrap(), self.next());
        let line = |begin: &str| config.lines().find(|line| line.starts_with(begin)).unwrap().to_owned();
        let new = match self.dice.below(4) {
            0 => config.replacen(&line("name = "), &format!("name = \"Partner {number}\""), 1),
            1 => config.replacen("\"08:00-17:00\"", "\"09:00-18:00\"", 1),
            2 => config.replacen(&line("country = "), "country = \"IE\"", 1),
            _ => config.replacen("https://support.contoso.com/", &format!("https://support.contoso.com/{number}/"), 1),
        };
        fs::write(path, new).unwrap();
        self.history.push("configure".to_owned());
    }

    /// An image beside a document that shows it.
    pub(super) fn picture(&mut self) {
        let width = 10 + self.dice.below(5);
        let Some(path) = self.pick() else { return };
        let image = format!("{}/picture.svg", path.rsplit_once('/').unwrap().0);
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"9\"/>\n");
        self.put(&image, &svg, "draw");
        let document = self.documents.get_mut(&path).unwrap();
        document.body.retain(|line| !line.starts_with("!["));
        document.body.push("![A picture](picture.svg)".to_owned());
        self.write(&path, "show a picture in");
    }

    /// The clock and the options of the next build.
    pub(super) fn pass_time(&mut self) {
        match self.dice.below(4) {
            0 => self.drafts = !self.drafts,
            1 => self.base_url = self.base_url.is_none().then(|| "https://elsewhere.contoso.com/help/".to_owned()),
            2 => self.day += 1,
            _ => self.day += 40,
        }
        self.history.push(format!("day {}, drafts {}, at {:?}", self.day, self.drafts, self.base_url));
    }
}
