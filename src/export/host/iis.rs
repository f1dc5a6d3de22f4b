//! `web.config`, which Internet Information Services reads. It uses no module that has to be installed.

use std::fmt::Write;

use super::{ASSETS, ASSETS_SECONDS, PAGES_SECONDS, Redirect, Rules, TYPES};
use crate::export::xml;

/// The configuration.
pub(super) fn config(rules: &Rules) -> String {
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
    for Redirect { folder, to, .. } in &rules.redirects {
        let folder = folder.trim_end_matches('/');
        put(format_args!("<location path=\"{}\">\n<system.webServer>", xml::escape(folder)));
        put(format_args!(
            "<httpRedirect enabled=\"true\" destination=\"{}\" exactDestination=\"true\" httpResponseStatus=\"Permanent\"/>",
            xml::escape(to)
        ));
        put(format_args!("</system.webServer>\n</location>"));
    }
    put(format_args!("</configuration>"));
    xml
}

fn cache(seconds: u32, more: &str) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let time = format!("{days}.{:02}:{:02}:{:02}", rest / 3600, rest / 60 % 60, rest % 60);
    format!("<clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"{time}\" cacheControlCustom=\"{more}\"/>")
}
