//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::theme::Theme;
use crate::check::Strictness;

/// Build the support portal of a Microsoft CSP partner from one TOML file and some Markdown.
#[derive(Debug, Parser)]
#[command(name = "supportal", version, arg_required_else_help = true, propagate_version = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Begin a portal: asks on a terminal, or takes options
    Init(Init),
    /// Check the site and write it to SITE/public/
    Build {
        #[command(flatten)]
        common: Common,
        /// Write to this folder instead of SITE/public/
        #[arg(long, short, value_name = "DIR")]
        output: Option<PathBuf>,
    },
    /// Build the site, and build it again whenever one of its files changes
    Watch {
        #[command(flatten)]
        common: Common,
        /// Write to this folder instead of SITE/public/
        #[arg(long, short, value_name = "DIR")]
        output: Option<PathBuf>,
        /// Look at the files twice a second: for shared disks, whose system tells of no change
        #[arg(long)]
        poll: bool,
    },
    /// Show the site in a browser as it would be published, on every change
    Serve(Serve),
    /// Find everything that build would find, and write nothing
    Check {
        #[command(flatten)]
        common: Common,
        /// Write what is certain into your files: misspelt keys, notations of dates, times and numbers
        #[arg(long)]
        fix: bool,
        /// Ask the network whether the links out of the site still lead somewhere; needs the program curl
        #[arg(long)]
        links: bool,
    },
    /// Print the support profile for Partner Center, and what to enter where
    Profile {
        #[command(flatten)]
        common: Common,
        /// Compare with what Partner Center returned: same, changed, missing; - reads standard input
        #[arg(long, value_name = "FILE")]
        diff: Option<PathBuf>,
    },
    /// Say what a check means and what to do; without a code, list all checks
    Explain {
        /// A code, such as CSP-04
        code: Option<String>,
    },
    /// Print the JSON Schema of support.toml, by which editors complete and check it
    Schema,
    /// Print what a shell completes, for example: supportal completions bash
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page of supportal, or write those of all commands
    Man {
        /// Write the pages of all commands into this folder
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
    /// List themes, copy their files to change them, check that they can be read
    #[command(subcommand)]
    Theme(Theme),
}

/// What a new portal takes.
#[derive(Debug, Args)]
pub(super) struct Init {
    /// The folder for the portal; it is made if it does not exist
    #[arg(default_value = ".", value_name = "DIR")]
    pub(super) folder: PathBuf,
    /// The name of your company
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
    /// direct-bill, indirect-reseller or indirect-provider
    #[arg(long, value_name = "ROLE")]
    pub(super) role: Option<String>,
    /// The name of your indirect provider, if you are an indirect reseller
    #[arg(long, value_name = "NAME")]
    pub(super) provider: Option<String>,
    /// The website of your indirect provider
    #[arg(long, value_name = "URL")]
    pub(super) provider_website: Option<String>,
    /// Your country, two letters such as PL
    #[arg(long, value_name = "COUNTRY")]
    pub(super) country: Option<String>,
    /// The languages of the portal, the main one first, such as pl,en
    #[arg(long, value_name = "TAGS")]
    pub(super) lang: Option<String>,
    /// The telephone for customers, such as +48225550123
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    pub(super) telephone: Option<String>,
    /// The e-mail address for customers
    #[arg(long, value_name = "ADDRESS")]
    pub(super) email: Option<String>,
    /// The address where the portal will be, such as https://support.contoso.com/
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// The opening hours, such as "mon-fri 08:00-17:00, sat 09:00-12:00"
    #[arg(long, value_name = "HOURS")]
    pub(super) hours: Option<String>,
}

/// What a preview takes.
#[derive(Debug, Args)]
pub(super) struct Serve {
    #[command(flatten)]
    pub(super) common: Common,
    /// Listen on this port; by default on the first that is free from 1111 up
    #[arg(long, short, value_name = "PORT")]
    pub(super) port: Option<u16>,
    /// Listen on this address instead of 127.0.0.1; 0.0.0.0 lets the whole network in
    #[arg(long, value_name = "ADDRESS")]
    pub(super) host: Option<String>,
    /// Open the browser
    #[arg(long)]
    pub(super) open: bool,
    /// Have the browser go to the page that was edited
    #[arg(long)]
    pub(super) follow: bool,
    /// Look at the files twice a second: for shared disks, whose system tells of no change
    #[arg(long)]
    pub(super) poll: bool,
}

/// What every command that reads a site takes.
#[derive(Debug, Args)]
pub(super) struct Common {
    /// The folder that holds support.toml
    #[arg(default_value = ".", value_name = "SITE")]
    pub(super) site: PathBuf,
    /// Publish under this address instead of site.base_url
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// Build as if it were this instant, such as 2026-12-24T09:00:00Z
    #[arg(long, value_name = "INSTANT")]
    pub(super) now: Option<String>,
    /// Publish drafts too
    #[arg(long)]
    pub(super) drafts: bool,
    /// Treat warnings as errors
    #[arg(long)]
    strict: bool,
    /// Treat placeholders as errors: for the build that customers see
    #[arg(long)]
    pub(super) release: bool,
    /// How problems are told
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: Format,
    /// Show how long each phase takes
    #[arg(long, value_name = "FORMAT", num_args = 0..=1, require_equals = true, default_missing_value = "human")]
    pub(super) timings: Option<TimingsFormat>,
    /// Say nothing unless something is wrong
    #[arg(long, short)]
    pub(super) quiet: bool,
}

impl Common {
    pub(super) fn strictness(&self) -> Strictness {
        if self.strict { Strictness::Warnings } else { Strictness::Errors }
    }
}

/// How problems are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Human,
    /// For programs
    Json,
    /// For code hosts: SARIF 2.1.0
    Sarif,
    /// For GitHub Actions
    Github,
}

/// How times are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TimingsFormat {
    /// For people
    Human,
    /// For programs
    Json,
}
