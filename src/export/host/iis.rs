//! `web.config`, which Internet Information Services reads. It uses no module that has to be installed.

use std::fmt::Write;

use super::{ASSETS, ASSETS_SECONDS, PAGES_SECONDS, Redirect, Rules, TYPES};
use crate::export::xml;

/// The largest file that the host reads: 250 KB, with room for what its owner adds.
pub(super) const LARGEST: usize = 240 * 1024;

/// The configuration. Redirects that would make it too large are left out: their pages redirect by themselves.
pub(super) fn config(rules: &Rules) -> String {
    let mut xml = settings(rules);
    let end = "</configuration>\n";
    for redirect in &rules.redirects {
        let location = location(redirect);
        if xml.len() + location.len() + end.len() > LARGEST {
            break;
        }
        xml.push_str(&location);
    }
    xml + end
}

/// What holds for all files, and the beginning of the file.
fn settings(rules: &Rules) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n<system.webServer>\n<staticContent>\n",
    );
    let mut put = |line: std::fmt::Arguments<'_>| {
        // Writing to a string cannot fail.
        let _ = writeln!(xml, "{line}");
    };
    for (extension, kind) in TYPES {
        put(format_args!("<remove fileExtension=\"{extension}\"/>"));
        put(format_args!("<mimeMap fileExtension=\"{extension}\" mimeType=\"{kind}\"/>"));
    }
    put(format_args!("{}\n</staticContent>", cache(PAGES_SECONDS, "public")));
    put(format_args!("<httpProtocol>\n<customHeaders>"));
    for (name, value) in &rules.headers {
        put(format_args!("<remove name=\"{name}\"/>"));
        put(format_args!("<add name=\"{name}\" value=\"{}\"/>", xml::escape(value)));
    }
    put(format_args!("</customHeaders>\n</httpProtocol>"));
    put(format_args!("<httpErrors errorMode=\"Custom\">\n<remove statusCode=\"404\"/>"));
    put(format_args!("<error statusCode=\"404\" path=\"{}404.html\" responseMode=\"ExecuteURL\"/>", rules.base));
    put(format_args!("</httpErrors>\n</system.webServer>"));
    put(format_args!("<location path=\"{}\">\n<system.webServer>\n<staticContent>", ASSETS.trim_end_matches('/')));
    put(format_args!(
        "{}\n</staticContent>\n</system.webServer>\n</location>",
        cache(ASSETS_SECONDS, "public, immutable")
    ));
    xml
}

fn location(Redirect { folder, to, .. }: &Redirect) -> String {
    let (folder, to) = (xml::escape(folder.trim_end_matches('/')), xml::escape(to));
    format!(
        "<location path=\"{folder}\">\n<system.webServer>\n\
        <httpRedirect enabled=\"true\" destination=\"{to}\" exactDestination=\"true\" httpResponseStatus=\"Permanent\"/>\n\
        </system.webServer>\n</location>\n"
    )
}

fn cache(seconds: u32, more: &str) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let time = format!("{days}.{:02}:{:02}:{:02}", rest / 3600, rest / 60 % 60, rest % 60);
    format!("<clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"{time}\" cacheControlCustom=\"{more}\"/>")
}
