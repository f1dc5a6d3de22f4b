use super::*;
use jiff::civil::date;
use std::collections::BTreeMap;

fn rule(name: &str, when: When) -> Rule {
    Rule { when, from: None, until: None, except: Vec::new(), weekdays: Vec::new(), names: names(name), observed: None }
}

fn names(name: &str) -> Arc<Names> {
    Arc::new(Names::new("en", BTreeMap::from([("en".to_owned(), name.to_owned())])))
}

fn observed(name: &str, (month, day): (i8, i8), shift: Shift, moves: bool) -> Rule {
    let observed = Observed { shift, moves, names: names(&format!("{name} (substitute day)")) };
    Rule { observed: Some(observed), ..rule(name, When::Fixed { month, day }) }
}

fn listed(rules: &[Rule], year: i16) -> Vec<(Date, String)> {
    let calendar = Calendar::new("XX", "Nowhere", date(2026, 11, 22), rules.to_vec());
    calendar.holidays(year).iter().map(|day| (day.date, day.name("en").0.to_owned())).collect()
}

fn days(rules: &[Rule], year: i16) -> Vec<Date> {
    listed(rules, year).into_iter().map(|(date, _)| date).collect()
}

#[test]
fn knows_easter() {
    let western = rule("Easter", When::Easter { offset: 0, church: Church::Western });
    let orthodox = rule("Easter", When::Easter { offset: 0, church: Church::Orthodox });
    for (year, west, east) in [
        (1954, (4, 18), (4, 25)),
        (2000, (4, 23), (4, 30)),
        (2008, (3, 23), (4, 27)),
        (2024, (3, 31), (5, 5)),
        (2025, (4, 20), (4, 20)),
        (2026, (4, 5), (4, 12)),
        (2027, (3, 28), (5, 2)),
        (2038, (4, 25), (4, 25)),
        (2076, (4, 19), (4, 26)),
    ] {
        assert_eq!(days(std::slice::from_ref(&western), year), [date(year, west.0, west.1)]);
        assert_eq!(days(std::slice::from_ref(&orthodox), year), [date(year, east.0, east.1)]);
    }
}

#[test]
fn finds_weekdays() {
    let nth = |month, weekday, nth| rule("x", When::NthWeekday { month, weekday, nth });
    assert_eq!(days(&[nth(1, Weekday::Monday, 3)], 2026), [date(2026, 1, 19)]);
    assert_eq!(days(&[nth(5, Weekday::Monday, -1)], 2026), [date(2026, 5, 25)]);
    assert!(days(&[nth(2, Weekday::Monday, 5)], 2026).is_empty());
    let after = When::WeekdayOnOrAfter { month: 6, day: 20, weekday: Weekday::Saturday };
    assert_eq!(days(&[rule("x", after)], 2026), [date(2026, 6, 20)]);
    let before = When::WeekdayOnOrBefore { month: 5, day: 24, weekday: Weekday::Monday };
    assert_eq!(days(&[rule("x", before.clone())], 2027), [date(2027, 5, 24)]);
    assert_eq!(days(&[rule("x", before)], 2026), [date(2026, 5, 18)]);
}

#[test]
fn keeps_years_and_weekdays() {
    let mut eve = rule("Christmas Eve", When::Fixed { month: 12, day: 24 });
    (eve.from, eve.until, eve.except) = (Some(2025), Some(2028), vec![2027]);
    let kept: Vec<i16> = (2024..2031).filter(|year| !days(std::slice::from_ref(&eve), *year).is_empty()).collect();
    assert_eq!(kept, [2025, 2026, 2028]);
    let berchtold = Rule { weekdays: vec![Weekday::Monday], ..rule("x", When::Fixed { month: 1, day: 2 }) };
    assert_eq!(days(std::slice::from_ref(&berchtold), 2023), [date(2023, 1, 2)]);
    assert!(days(&[berchtold], 2024).is_empty());
    assert!(days(&[rule("x", When::Fixed { month: 2, day: 29 })], 2026).is_empty());
}

#[test]
fn gives_the_next_free_weekday() {
    let next = Shift::NextWeekday;
    let rules = [observed("Christmas Day", (12, 25), next, false), observed("Boxing Day", (12, 26), next, false)];
    // Friday and Saturday; Saturday and Sunday; Sunday and Monday.
    assert_eq!(days(&rules, 2026), [date(2026, 12, 25), date(2026, 12, 26), date(2026, 12, 28)]);
    assert_eq!(days(&rules, 2027), [25, 26, 27, 28].map(|day| date(2027, 12, day)));
    assert_eq!(
        listed(&rules, 2033)[2],
        (date(2033, 12, 27), "Christmas Day (substitute day)".to_owned()),
        "Boxing Day keeps its Monday"
    );
}

#[test]
fn moves_and_observes() {
    let king = observed("King's Day", (4, 27), Shift::PreviousDayIfSunday, true);
    assert_eq!(listed(std::slice::from_ref(&king), 2025), [(date(2025, 4, 26), "King's Day".to_owned())]);
    assert_eq!(days(&[king], 2026), [date(2026, 4, 27)]);
    let new_year = [observed("New Year's Day", (1, 1), Shift::NearestWeekday, false)];
    assert_eq!(days(&new_year, 2027), [date(2027, 1, 1), date(2027, 12, 31)]);
    assert_eq!(days(&new_year, 2028), [date(2028, 1, 1)]);
    let canada = [observed("Canada Day", (7, 1), Shift::NextWeekdayIfSunday, false)];
    assert_eq!(days(&canada, 2028), [date(2028, 7, 1)]);
    assert_eq!(days(&canada, 2029), [date(2029, 7, 1), date(2029, 7, 2)]);
}

#[test]
fn lists_a_day_once() {
    let ascension = rule("Ascension Day", When::Easter { offset: 39, church: Church::Western });
    let europe = rule("Europe Day", When::Fixed { month: 5, day: 9 });
    let rules = [ascension.clone(), europe, ascension];
    assert_eq!(listed(&rules, 2024), [(date(2024, 5, 9), "Ascension Day / Europe Day".to_owned())]);
    assert_eq!(days(&rules, 2025), [date(2025, 5, 9), date(2025, 5, 29)]);
}

#[test]
fn survives_every_year_and_nonsense() {
    let rules = [
        rule("x", When::Easter { offset: i16::MAX, church: Church::Western }),
        rule("x", When::Easter { offset: i16::MIN, church: Church::Orthodox }),
        rule("x", When::NthWeekday { month: 13, weekday: Weekday::Monday, nth: 0 }),
        rule("x", When::NthWeekday { month: 2, weekday: Weekday::Monday, nth: -128 }),
        rule("x", When::WeekdayOnOrAfter { month: 12, day: 31, weekday: Weekday::Monday }),
        rule("x", When::WeekdayOnOrBefore { month: 1, day: 1, weekday: Weekday::Monday }),
        rule("x", When::Fixed { month: -1, day: 99 }),
        observed("x", (12, 31), Shift::NextWeekday, true),
        observed("x", (1, 1), Shift::NearestWeekday, false),
    ];
    for year in (i16::MIN..i16::MAX).step_by(7).chain([-9999, 9999, i16::MAX]) {
        days(&rules, year);
    }
}
