//! `supportal profile`: what stands in Partner Center, and where else customers see the same contact.

use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

use serde_json::{Value, json};

use super::args::Common;
use super::{Exit, begin, say};
use crate::diagnostic::{Diagnostics, reason};
use crate::export::profile::{Field, Profile, State};
use crate::model::partner::Cloud;
use crate::model::{LanguageId, Portal};
use crate::pipeline;
use crate::site::Address;

/// The most that is read of what Partner Center returned.
const LONGEST: u64 = 1 << 20;

/// Prints the profile, or compares it with the answer of Partner Center in the file `live`.
pub(super) fn run(common: &Common, live: Option<&Path>) -> Exit {
    let (report, options) = match begin(common) {
        Ok(ready) => ready,
        Err(exit) => return exit,
    };
    let diagnostics = Diagnostics::new();
    let Some(config) = pipeline::facts(&common.site, &options, &diagnostics) else {
        let failed = super::failure(&options, &diagnostics);
        report.diagnostics(&diagnostics.into_sorted());
        return report.end(failed.unwrap_or(Exit::SiteHasErrors));
    };
    let profile = Profile::of(&config.portal);
    match live {
        None => report.end(show(&profile, &config.portal, common.quiet)),
        Some(file) => report.end(compare(&profile, file, common.quiet)),
    }
}

fn show(profile: &Profile, portal: &Portal, quiet: bool) -> Exit {
    if !quiet {
        say::aside(places(profile, portal));
    }
    match serde_json::to_string_pretty(profile) {
        Ok(body) => say::answer(body).err().unwrap_or(Exit::Done),
        Err(_) => Exit::CannotReadOrWrite,
    }
}

/// What to enter where.
fn places(profile: &Profile, portal: &Portal) -> String {
    let (email, telephone, website) = (profile.email(), profile.telephone(), profile.website());
    let name = portal.partner_of_record.name.default_text();
    let locked_out = Address::folder(portal, LanguageId::DEFAULT, ["cannot-sign-in"]).absolute(portal);
    let privacy = Address::folder(portal, LanguageId::DEFAULT, ["privacy"]).absolute(portal);
    let center = if portal.partner.clouds.contains(&Cloud::Global) {
        "https://partner.microsoft.com/dashboard"
    } else {
        "https://partner.partnercenter.microsoftonline.cn/"
    };
    format!(
        "Your account, {center}
  Settings > Account settings > Organization profile > Legal info > Reseller > Customer support profile
    Support email        {email}
    Support telephone    {telephone}
    Support website      {website}
  or in PowerShell, with the module PartnerCenter:
    Set-PartnerSupportProfile -SupportEmail '{email}' -SupportPhoneNumber '{telephone}' -SupportWebsite '{website}'
  or by the API: PUT /v1/profiles/supportprofile with the JSON that this command prints

Each customer's Microsoft 365 admin center
  Settings > Org settings > Organization profile > Help desk information
    Title                {name}
    Phone                {telephone}
    Email                {email}
    URL                  {website}

Each customer's Microsoft Entra admin center
  Password reset > Customization > Custom helpdesk email or URL
    URL                  {locked_out}

Each customer's Microsoft Intune admin center
  Tenant administration > Customization > Support information
    Contact name         {name}
    Phone number         {telephone}
    Email address        {email}
    Website name         {name}
    Website URL          {website}
    Privacy statement    {privacy}
"
    )
}

fn compare(profile: &Profile, file: &Path, quiet: bool) -> Exit {
    let text = match read(file) {
        Ok(bytes) => as_text(&bytes),
        Err(problem) => {
            say::aside(format_args!("error: cannot read {}: {}", file.display(), reason(&problem)));
            return Exit::CannotReadOrWrite;
        }
    };
    let live = serde_json::from_str::<Value>(&text).ok();
    let Some(fields) = live.and_then(|live| profile.compare(&live)) else {
        say::aside(format_args!(
            "error: {} is not what Partner Center returned\n  save the answer of GET /v1/profiles/support, or of Get-PartnerSupportProfile | ConvertTo-Json",
            file.display()
        ));
        return Exit::WrongUsage;
    };
    let drift = fields.iter().any(|field| field.state != State::Same);
    if !quiet || drift {
        fields.iter().for_each(|field| say::aside(line(field)));
    }
    let exit = if drift { Exit::SiteHasErrors } else { Exit::Done };
    say::answer(json!({ "version": 1, "drift": drift, "fields": fields })).err().unwrap_or(exit)
}

/// The start of a file, longer than any profile, for a wrong file may be long; `-` is what another command hands over.
/// A pipe that nobody writes to would be waited for without an end, and so it must be handed over too.
fn read(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        io::stdin().lock().take(LONGEST).read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    let found = std::fs::metadata(file)?;
    if found.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if !found.is_file() {
        return Err(io::Error::other(
            "it is no ordinary file; give `-` for --diff, and hand it over as standard input",
        ));
    }
    std::fs::File::open(file)?.take(LONGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What PowerShell saves: UTF-8 with a byte order mark or without, and UTF-16 where `>` of Windows wrote it.
fn as_text(bytes: &[u8]) -> String {
    let units = |of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.as_chunks().0.iter().skip(1).map(|pair| of(*pair)).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xFF, 0xFE, ..] => units(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => units(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').to_owned(),
    }
}

fn line(field: &Field) -> String {
    let Field { field: name, state, site, live } = field;
    match (state, live) {
        (State::Same, _) => format!("same     {name}: {site}"),
        (State::Changed, Some(live)) => format!("changed  {name}: {live} in Partner Center, {site} here"),
        _ => format!("missing  {name}: nothing in Partner Center, {site} here"),
    }
}
