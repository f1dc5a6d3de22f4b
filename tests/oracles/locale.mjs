// Writes tests/data/locale.json, what ICU says in each language, for the tests to compare with:
//   node tests/oracles/locale.mjs > tests/data/locale.json
//   node tests/oracles/locale.mjs fr-CA sv > elsewhere.json     # other languages, to look around
// A key names a method of `Locale` and its arguments; each language has the expected texts in the order of the keys.
// `en@PL` is English as it is written for a country: dates and times only, the first keys.
const LANGUAGES = [
  "pl", "de", "en", "en-GB", "en-AU", "fr", "fr-CA", "cs", "sk", "uk", "ru", "bg", "nl", "sv", "da", "nb", "fi", "es", "it", "pt",
  "pt-BR", "ro", "hu", "el", "et", "lv", "lt", "tr", "ar", "he", "ja", "ko", "zh-Hans", "de-AT", "de-CH",
  "fr-CH", "it-CH", "en-IN", "fa",
];
const ABROAD = ["en@PL", "en@DE", "en@IE", "en@SE", "de@PL", "uk@PL", "fr@CH", "es@MX", "pl@DE"];
const MONTHS = ["01-01", "02-02", "04-21", "05-03", "06-04", "07-15", "08-22", "09-30", "10-05", "11-11"].map((day) => `2027-${day}`);
const DAYS = ["2026-12-28", "2027-03-01"];
const MONDAY = Date.UTC(2024, 0, 1);
const NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const TIMES = ["00:00", "08:00", "12:30", "17:30", "23:05"];
const COUNTS = ["0", "1", "2", "3", "5", "11", "12", "21", "22", "100", "101", "1000000", "0.5", "1.5", "2.25"];
const NUMBERS = ["0", "7.5", "1234.5", "12345.25", "-1234567", "0.125", "1234567890.05"];
const LISTS = [["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]];
const AMOUNTS = ["39.00", "1234.50", "12345.5", "-7", "0.125", "1000000", "0", "987654321.05"];
const CURRENCIES = ["PLN", "EUR", "USD", "GBP", "CHF", "CZK", "HUF", "UAH", "SEK", "ISK", "JPY", "KWD"];
const TAGS = ["pl", "de", "en", "en-GB", "fr", "cs", "nl", "ar", "he", "ja", "hu", "uk", "pt-BR", "zh-Hans", "csb"];
const REGIONS = ["PL", "DE", "GB", "US", "CH", "UA", "IL", "SA", "001"];

const utc = (options) => ({ timeZone: "UTC", ...options });
const day = (iso) => new Date(`${iso}T00:00Z`);
const at = (time) => new Date(`2026-01-05T${time}Z`);
const fraction = (amount) => (amount.split(".")[1] ?? "").length;

function* dates(tag) {
  const style = (options) => new Intl.DateTimeFormat(tag, utc(options));
  for (const iso of DAYS) {
    yield [`date ${iso}`, style({ dateStyle: "long" }).format(day(iso))];
    yield [`date_with_weekday ${iso}`, style({ dateStyle: "full" }).format(day(iso))];
    yield [`day_month ${iso}`, style({ day: "numeric", month: "long" }).format(day(iso))];
  }
  for (const iso of MONTHS) {
    yield [`date ${iso}`, style({ dateStyle: "long" }).format(day(iso))];
    yield [`day_month ${iso}`, style({ day: "numeric", month: "long" }).format(day(iso))];
  }
  const both = style({ dateStyle: "long", timeStyle: "short" });
  yield ["date_time 2026-12-28T08:05", both.format(new Date("2026-12-28T08:05Z"))];
  for (const [index, name] of NAMES.entries()) {
    const date = new Date(MONDAY + index * 86_400_000);
    yield [`weekday ${name}`, style({ weekday: "long" }).format(date)];
    yield [`weekday_short ${name}`, style({ weekday: "short" }).format(date)];
  }
  yield ["first_day_of_week", NAMES[new Intl.Locale(tag).weekInfo.firstDay - 1]];
}

function* times(tag) {
  const style = new Intl.DateTimeFormat(tag, utc({ timeStyle: "short" }));
  const range = new Intl.DateTimeFormat(tag, utc({ hour: "numeric", minute: "2-digit" }));
  for (const time of TIMES) yield [`time ${time}`, style.format(at(time))];
  yield ["time_range 08:00 17:30", range.formatRange(at("08:00"), at("17:30"))];
  yield ["time_range 10:15 22:45", range.formatRange(at("10:15"), at("22:45"))];
  const hours = range.resolvedOptions().hour12 ? {} : { hourCycle: "h24" };
  const end = new Intl.DateTimeFormat(tag, utc({ hour: "numeric", minute: "2-digit", ...hours }));
  yield ["midnight_end", end.format(at("00:00"))];
}

function* numbers(tag) {
  const rules = new Intl.PluralRules(tag);
  for (const count of COUNTS) yield [`plural ${count}`, rules.select(Number(count))];
  // z, o, t, f, m, x: zero, one, two, few, many, other.
  const letter = (count) => rules.select(count)[0].replace("o", rules.select(count) === "other" ? "x" : "o");
  yield ["plurals 0 200", Array.from({ length: 201 }, (_, count) => letter(count)).join("")];
  const order = ["zero", "one", "two", "few", "many", "other"];
  const has = rules.resolvedOptions().pluralCategories;
  yield ["plural_categories", order.filter((name) => has.includes(name)).join(" ")];
  for (const number of NUMBERS) {
    yield [`number ${number}`, new Intl.NumberFormat(tag, { maximumFractionDigits: 9 }).format(number)];
  }
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 2 });
  for (const number of ["23", "19", "8.5"]) yield [`percent ${number}`, percent.format(Number(number) / 100)];
  for (const list of LISTS) {
    yield [`and ${list.join(" ")}`, new Intl.ListFormat(tag, { type: "conjunction" }).format(list)];
    yield [`or ${list.join(" ")}`, new Intl.ListFormat(tag, { type: "disjunction" }).format(list)];
  }
}

function* money(tag) {
  for (const currency of CURRENCIES) {
    const options = { style: "currency", currency };
    const usual = new Intl.NumberFormat(tag, options).resolvedOptions().maximumFractionDigits;
    const exact = (digits) =>
      new Intl.NumberFormat(tag, { ...options, minimumFractionDigits: digits, maximumFractionDigits: digits });
    for (const amount of AMOUNTS) {
      const key = `${amount} ${currency}`;
      const whole = Number.isInteger(Number(amount));
      const digits = whole ? usual : Math.max(usual, fraction(amount));
      yield [`money ${key}`, exact(digits).format(amount)];
      if (whole && usual) yield [`money_trimmed ${key}`, exact(0).format(amount)];
    }
  }
}

function* names(tag) {
  const languages = new Intl.DisplayNames([tag], { type: "language" });
  const regions = new Intl.DisplayNames([tag], { type: "region" });
  const own = languages.of(tag);
  yield ["own_name", own[0].toLocaleUpperCase(tag) + own.slice(1)];
  for (const other of TAGS) yield [`language_name ${other}`, languages.of(other)];
  for (const region of REGIONS) yield [`region_name ${region}`, regions.of(region)];
  yield ["direction", new Intl.Locale(tag).textInfo.direction];
}

const asked = process.argv.slice(2);
const facts = (tag, parts) => parts.flatMap((part) => [...part(tag)]);
const every = [dates, times, numbers, money, names];
const rows = (asked.length ? asked : LANGUAGES).map((tag) => [tag, facts(tag, every)]);
if (!asked.length) rows.push(...ABROAD.map((tag) => [tag, facts(tag.replace("@", "-"), [dates, times])]));
const keys = rows[0][1].map(([key]) => key);
for (const [tag, row] of rows) if (row.some(([key], index) => key !== keys[index])) throw new Error(`${tag} has other keys`);
const lines = rows.map(([tag, row]) => `${JSON.stringify(tag)}:${JSON.stringify(row.map(([, text]) => text))}`);
console.log(`{"cldr":"${process.versions.cldr}","keys":${JSON.stringify(keys)},"languages":{\n${lines.join(",\n")}\n}}`);
