//! What pages state without a script stays true, and says for whom, where and as of when.

use serde_json::Value;

use super::harness::{Built, build, example, repository};

/// A portal of the cases with more in its configuration, and these files.
fn portal(more: &str, files: &[(&str, &str)]) -> Built {
    changed(|base| format!("{base}\n{more}"), files)
}

fn changed(change: impl Fn(String) -> String, files: &[(&str, &str)]) -> Built {
    let text = change(repository("tests/cases/base.toml"));
    let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    let built = build(files.chain([("support.toml".to_owned(), text.into_bytes())]).collect());
    assert!(!built.has_errors(), "{}", built.told());
    built
}

fn data(page: &str, id: &str) -> Value {
    let (_, after) = page.split_once(&format!("id=\"{id}\">")).unwrap();
    serde_json::from_str(after.split("</script>").next().unwrap()).unwrap()
}

fn incident(title: &str, end: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\nkind = \"incident\"\nstatus = \"monitoring\"\nstart = 2026-11-21T08:00:00Z\n{end}\n+++\n\nText.\n"
    )
}

#[test]
fn more_notices_are_not_counted_and_follow_the_clock() {
    let (first, last) =
        (incident("One", "end = 2026-11-24T08:00:00Z"), incident("Three", "end = 2026-11-25T08:00:00Z"));
    let second = first.replace("One", "Two");
    let files = [
        ("content/en/notices/a.md", &*first),
        ("content/en/notices/b.md", &second),
        ("content/en/notices/c.md", &last),
    ];
    let home = portal("", &files).page("/");
    let end = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_second() / 60;
    let (early, late) = (end("2026-11-24T08:00:00Z"), end("2026-11-25T08:00:00Z"));
    // The strip stands as long as any of them, shown or not, goes on.
    assert!(home.contains(&format!("<section class=\"banners\" data-start=\"0\" data-end=\"{late}\"")), "{home}");
    let more = home.split("More notices").next().unwrap().rsplit("<a ").next().unwrap();
    assert!(
        more.contains(&format!("data-end=\"{early}\"")) || more.contains(&format!("data-end=\"{late}\"")),
        "{more}"
    );
}

fn maintenance(title: &str, start: &str, end: &str) -> String {
    format!("+++\ntitle = \"{title}\"\nkind = \"maintenance\"\nstart = {start}\nend = {end}\n+++\n\nText.\n")
}

/// The tags of a page that begin so, and what stands in their elements up to the next.
fn elements<'p>(page: &'p str, tag: &str) -> Vec<(&'p str, &'p str)> {
    page.split(tag).skip(1).map(|element| element.split_once('>').unwrap()).collect()
}

/// Whether an element is shown at a minute, as the script decides it, or at none without a script.
fn stands(attributes: &str, minute: Option<i64>) -> bool {
    let number = |name: &str| attributes.split_once(name)?.1.split('"').next()?.parse::<i64>().ok();
    match (minute, number("data-start=\"")) {
        (Some(minute), Some(start)) => start <= minute && number("data-end=\"").is_none_or(|end| minute < end),
        _ => !attributes.contains(" hidden"),
    }
}

#[test]
fn between_two_notices_nothing_has_a_heading_and_the_list_says_that_there_is_none() {
    let minute = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_second() / 60;
    let times = [
        ("2026-12-05T22:00:00Z", "2026-12-06T02:00:00Z"),
        ("2026-12-06T01:00:00Z", "2026-12-08T02:00:00Z"),
        ("2026-12-20T22:00:00Z", "2026-12-21T02:00:00Z"),
        ("2027-01-10T22:00:00Z", "2027-01-11T02:00:00Z"),
        ("2026-11-22T06:00:00Z", "2026-11-22T20:00:00Z"),
    ];
    for count in 0..=times.len() {
        let notices = times.iter().take(count).enumerate();
        let notices: Vec<(String, String)> = notices
            .map(|(number, (start, end))| {
                (format!("content/en/notices/{number}.md"), maintenance(&format!("Work {number}"), start, end))
            })
            .collect();
        let files: Vec<(&str, &str)> = notices.iter().map(|(path, text)| (&**path, &**text)).collect();
        let built = portal("", &files);
        let (home, index) = (built.page("/"), built.page("/notices/"));
        let edges = times.iter().flat_map(|(start, end)| [minute(start), minute(end)]);
        let days = (0..60).map(|day| minute("2026-11-22T00:00:00Z") + day * 1440);
        let instants = edges.flat_map(|edge| [edge - 1, edge, edge + 1]).chain(days);
        for instant in instants.map(Some).chain([None]) {
            let current =
                index.split("<h2 class=\"vh\">Current</h2>").nth(1).unwrap().split("</section>").next().unwrap();
            let notices = elements(current, "<li class=\"card sheet\"").into_iter();
            let on = notices.filter(|(attributes, _)| stands(attributes, instant)).count();
            let none = elements(current, "<div class=\"card row\"").into_iter();
            let none = none.filter(|(attributes, _)| stands(attributes, instant)).count();
            assert_eq!(
                none,
                usize::from(on == 0),
                "{count} notices at {instant:?}: {on} of them stand there: {current}"
            );
            let mut strips = 0;
            for section in home.split("<section class=\"banners\"").skip(1) {
                let section = section.split("</section>").next().unwrap();
                let shown = stands(section.split('>').next().unwrap(), instant);
                let inside = elements(section, "<a class=\"card").into_iter();
                let inside = inside.filter(|(attributes, _)| stands(attributes, instant)).count();
                assert_eq!(shown, inside > 0, "{count} notices at {instant:?}: {section}");
                strips += usize::from(shown);
            }
            assert_eq!(strips, usize::from(on > 0), "{count} notices at {instant:?}");
        }
    }
}

#[test]
fn an_incident_that_has_ended_is_not_being_watched() {
    let over = incident("Over", "end = 2026-11-21T12:00:00Z");
    let going = incident("Going", "end = 2026-11-23T08:00:00Z");
    let built = portal("", &[("content/en/notices/over.md", &over), ("content/en/notices/going.md", &going)]);
    let index = built.page("/notices/");
    let card =
        |title: &str| index.split("<li class=\"card sheet\"").find(|card| card.contains(title)).unwrap().to_owned();
    assert!(card(">Over<").contains("Ended") && !card(">Over<").contains("Watching the repair"), "{}", card(">Over<"));
    let going = card(">Going<");
    assert!(going.contains("Watching the repair") && going.contains(" hidden>"), "{going}");
    let twin = built.page("/notices/over/index.md");
    assert!(twin.contains("Ended") && !twin.contains("Watching"), "{twin}");
}

/// The day of the build is one of UTC: what runs on it anywhere is neither planned nor past.
#[test]
fn what_runs_on_the_day_of_the_build_is_current_in_any_zone() {
    let notice = |zone: &str, start: &str, end: &str| {
        format!(
            "+++\ntitle = \"Works\"\nkind = \"maintenance\"\nstatus = \"scheduled\"\ntime_zone = \"{zone}\"\n\
             start = {start}\nend = {end}\n+++\n\nWords.\n"
        )
    };
    let is_current = |zone: &str, start: &str, end: &str| {
        let notice = notice(zone, start, end);
        let built = portal("", &[("content/en/notices/works.md", &notice)]);
        let banner = built.page("/").split("<a class=\"card tile banner").skip(1).any(|banner| {
            let (attributes, words) = banner.split_once('>').unwrap();
            words.contains("Works") && !attributes.contains(" hidden")
        });
        (banner, built.page("/notices/index.md").contains("Time window over"))
    };
    // The evening of 21 November in Los Angeles, the early hours of 23 November in Auckland.
    let evening = is_current("America/Los_Angeles", "2026-11-21T15:00:00", "2026-11-21T23:00:00");
    let morning = is_current("Pacific/Auckland", "2026-11-23T00:30:00", "2026-11-23T02:30:00");
    assert_eq!((evening, morning), ((true, false), (true, false)));
    let over = is_current("America/Los_Angeles", "2026-11-21T10:00:00", "2026-11-21T16:00:00");
    let tomorrow = is_current("Europe/Warsaw", "2026-11-23T01:00:00", "2026-11-23T02:00:00");
    assert_eq!((over, tomorrow), ((false, true), (false, false)));
}

#[test]
fn lists_that_depend_on_the_date_say_of_which_date_they_are() {
    let built = portal("", &[]);
    for page in ["/notices/", "/contact/", "/pricing/", "/notices/index.md", "/contact/index.md"] {
        assert!(built.page(page).contains("As of 22 November 2026."), "{page}");
    }
    assert!(!built.page("/").contains("As of") && !built.page("/legal/").contains("As of"));
}

const RATE: &str = "[pricing]\ncurrency = \"EUR\"\ntax = { name = \"VAT\", rate = \"20\", included = false }\n\
    [[rates]]\nid = \"hour\"\nname = \"Work\"\namount = \"100.00\"\nper = \"hour\"\nincrement = \"15m\"\nminimum = \"15m\"\n";

#[test]
fn a_length_is_said_in_the_unit_in_which_it_was_written() {
    for (written, said) in [("30d", "Valid for 30 days"), ("72h", "Valid for 72 hours"), ("P12M", "Valid for 1 year")] {
        let page = portal(&format!("{RATE}expires_after = \"{written}\"\n"), &[]).page("/pricing/");
        assert!(page.contains(said), "{written}: {page}");
    }
}

#[test]
fn hours_of_which_a_part_never_closes_have_no_outside() {
    let hours = "[hours.night]\nname = \"Night\"\nweekly = \"always\"\n[hours.both]\nname = \"Both\"\nany_of = [\"office\", \"night\"]\n";
    let extra = |desk: &str| format!("{hours}{RATE}out_of_hours = {{ hours = \"{desk}\", multiplier = \"2\" }}\n");
    assert!(portal(&extra("office"), &[]).page("/pricing/").contains("outside our hours"));
    let page = portal(&extra("both"), &[]).page("/pricing/");
    let form = page.split("id=\"estimate\"").nth(1).unwrap();
    assert!(!page.contains("outside these hours") && !form.contains("outside our hours</th>"), "{page}");
    assert_eq!(data(&page, "promises")["rates"][0]["extra"], false);
}

#[test]
fn a_closure_of_combined_hours_has_the_reason_of_each_part() {
    let day = |reason: &str| format!("special = [{{ date = 2026-12-29, open = [], reason = \"{reason}\" }}]\n");
    let berlin = "[hours.berlin]\nname = \"Berlin\"\ntime_zone = \"Europe/Berlin\"\nweekly = { mon-fri = [\"08:00-17:00\"] }\npublic_holidays = []\n";
    let both = "[hours.both]\nname = \"Both\"\nany_of = [\"office\", \"berlin\"]\n";
    let built = changed(
        |base| {
            let base =
                base.replace("public_holidays = [\"PL\"]\n", &format!("public_holidays = []\n{}", day("stocktaking")));
            let base = base.replace(
                "telephone = \"+442079460123\"\nhours = \"office\"",
                "telephone = \"+442079460123\"\nhours = \"both\"",
            );
            format!("{base}\n{berlin}{}{both}", day("a move"))
        },
        &[],
    );
    let reasons = data(&built.page("/contact/"), "hours")["reasons"].clone();
    assert!(reasons.as_object().unwrap().values().any(|why| why == " (stocktaking and a move)"), "{reasons}");
}

const SECOND: &str = "[hours.chicago]\nname = \"Chicago desk\"\ntime_zone = \"America/Chicago\"\nweekly = { mon-fri = [\"08:00-17:00\"] }\n\
    public_holidays = []\n[[contact_methods]]\nid = \"us\"\nkind = \"phone\"\ntelephone = \"+12065550123\"\nhours = \"chicago\"\n";

#[test]
fn a_number_of_one_desk_among_several_says_whose_hours_these_are() {
    let built = portal(SECOND, &[]);
    let contact = built.page("/contact/");
    assert!(
        contact.contains(
            ">Chicago desk: Monday to Friday, 08:00 to 17:00, Chicago time</a><small data-desk=\"1\" hidden>"
        ),
        "{contact}"
    );
    assert!(built.page("/").contains("<b>Mon to Fri, 08:00 to 17:00, Chicago time"), "{}", built.page("/"));
    let desks = data(&contact, "promises")["desks"].clone();
    assert_eq!((&desks[1]["zone"], &desks[0]["zone"]), (&"America/Chicago".into(), &Value::Null));
    assert!(desks.as_array().unwrap().iter().all(|desk| desk["open"].as_array().unwrap().len() > 400));
    assert!(!portal("", &[]).page("/contact/").contains("data-desk"), "one desk: the line above says it");
}

#[test]
fn a_number_is_given_as_it_is_dialled_in_its_own_country() {
    let built = portal(SECOND, &[]);
    let contact = built.page("/contact/");
    for number in ["020 7946 0123 (United Kingdom)", "(206) 555-0123 (United States)"] {
        assert!(contact.contains(number), "{number}: {contact}");
    }
    let support: Value = serde_json::from_str(&built.page("support.json")).unwrap();
    assert_eq!(support["contact_methods"][0]["telephone_national"], "020 7946 0123");
    assert!(!built.page("/").contains("020 7946"));
}

#[test]
fn numbers_and_names_are_not_for_the_translation_of_browsers() {
    let built = build(example());
    for page in ["/en/contact/", "/en/pricing/", "/en/articles/", "/en/print/", "/en/partner-of-record/"] {
        let html = built.page(page);
        for part in html.split("<bdi").skip(1) {
            let (attributes, text) = part.split_once('>').unwrap();
            let is_number = text.starts_with("+48") || text.starts_with("Chmurnik<");
            assert!(!is_number || attributes.contains("translate=\"no\""), "{page}: {attributes}>{}", &text[..20]);
        }
    }
}

#[test]
fn a_contact_point_is_for_what_is_asked_there() {
    let more = "[[contact_methods]]\nid = \"bills\"\nkind = \"email\"\nemail = \"bills@contoso.example\"\n\
        [[contact_methods]]\nid = \"sos\"\nkind = \"phone\"\ntelephone = \"+442079460124\"\nemergency = true\n\
        [[contact_methods]]\nid = \"post\"\nkind = \"email\"\nemail = \"info@contoso.example\"\n";
    let built = changed(
        |base| {
            format!("{}\n{more}", base.replacen("contact_methods = [\"phone\"]", "contact_methods = [\"bills\"]", 1))
        },
        &[],
    );
    let html = built.page("/contact/");
    let (_, after) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    let graph: Value = serde_json::from_str(after.split("</script>").next().unwrap()).unwrap();
    let points = graph["@graph"][0]["contactPoint"].as_array().unwrap();
    let kinds: Vec<&Value> = points.iter().map(|point| &point["contactType"]).collect();
    let phone = serde_json::json!(["customer service", "sales", "technical support"]);
    assert_eq!(kinds, [&phone, &"billing support".into(), &"emergency".into(), &"customer service".into()]);
}

#[test]
fn the_script_writes_times_in_the_calendar_and_with_the_marks_of_the_page() {
    let cases = [
        ("GB", "en", "en-GB"),
        ("FI", "en", "en-FI"),
        ("DK", "en", "en-DK"),
        ("US", "en", "en-US"),
        ("PL", "de", "de"),
        ("IR", "de", "de"),
        ("AF", "en", "en-AF-u-ca-gregory"),
    ];
    for (country, language, expected) in cases {
        let change = |base: String| {
            let base = base.replace("country = \"GB\"", &format!("country = \"{country}\""));
            base.replace("languages = [\"en\"]", &format!("languages = [\"{language}\"]"))
        };
        let live = data(&changed(change, &[]).page("/contact/"), "hours");
        assert_eq!(live["lang"], expected, "{language} in {country}");
    }
}
