// Times, weekdays and months that the browser writes are spelled as those that the program wrote beside them. The browser
// has its own edition of CLDR: every difference stands here with its reason.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readEach } from './browser.mjs';
import { assertNone } from './report.mjs';
import { build, languages, pathOf } from './tongues.mjs';

const countries = ['PL', 'AT', 'CH', 'EG', 'FI', 'IN', 'IR', 'MX', 'US'];
function portalOf(country) {
  const special = Array.from({ length: 12 }, (_, i) => `{ date = 2027-${String(i + 1).padStart(2, '0')}-${10 + i}, open = ["10:00-13:00"] }`);
  return build('spelling', country, (toml) => toml
    .replace('weekly = { mon-fri = ["07:30-15:30"] }', 'weekly = { mon = ["08:05-12:00"], tue = ["09:30-17:30"], wed = ["00:15-23:45"] }')
    .replace('public_holidays = ["PL"]', `public_holidays = []\nspecial = [${special.join(', ')}]`));
}

/** What differs, and why: languages, countries or none for all, what the browser writes, what the program wrote. */
const differences = [
  // CLDR has names for parts of the day; browsers know morning and afternoon only.
  ['zh', 'US', '上午12:15', '凌晨12:15'],
  ['zh', 'US', '下午12:00', '中午12:00'],
  ['zh', 'US', '下午11:45', '晚上11:45'],
];

/** Chromium writes no Sinhala: it takes the language of the reader instead. */
const unknown = ['si'];

/** What the browser writes, and the text of the page in which it should stand: times of a week, and dates with their weekdays.
 *  All of it stands in the page as the program wrote it, so nothing of the page has to run. */
const read = (document) => {
  const { lang, clock } = JSON.parse(document.getElementById('hours').textContent);
  const write = (instant, options) => new Date(instant).toLocaleString(lang, { timeZone: 'UTC', ...options });
  const rows = [...document.querySelectorAll('.days tbody td')].map((cell) => cell.textContent).join(', ');
  const times = ['08:05', '12:00', '09:30', '17:30', '00:15', '23:45'].map((time) => [write(`2027-01-01T${time}Z`, clock), rows]);
  const dates = [...document.querySelectorAll('.dates time')].flatMap((time) =>
    write(time.dateTime, { weekday: 'long', day: 'numeric', month: 'long' }).split(/[\s,،]+/).map((word) => [word, time.textContent]));
  return [...times, ...dates];
};

// Browsers write plain spaces where CLDR has narrow ones, and no marks that keep directions apart.
const plain = (text) => text.replaceAll(/\s/g, ' ').replaceAll(/[\u200e\u200f\u2066-\u2069]/g, '');
const used = new Set();

for (const country of countries) {
  test(`times and dates of a partner in ${country}`, async () => {
    const folder = portalOf(country);
    const problems = [];
    const pages = languages.filter((tag) => !unknown.includes(tag))
      .map((language) => ({ language, html: readFileSync(join(folder, pathOf(language, 'contact/index.html')), 'utf8') }));
    for (const [{ language }, pairs] of await readEach(pages, read)) {
      const known = differences.filter(([tags, places]) => tags.split(' ').includes(language) && (!places || places.split(' ').includes(country)));
      for (const [said, text] of pairs.map((pair) => pair.map(plain))) {
        if (text.includes(said)) continue;
        const reason = known.find(([, , theirs, ours]) => said.includes(theirs) && text.includes(said.replace(theirs, ours)));
        if (reason) used.add(reason);
        else problems.push(`${language}: "${said}" is not in "${text}"`);
      }
    }
    assertNone(problems);
  });
}

test('no difference is listed that is none', () => {
  assert.deepEqual(differences.filter((one) => !used.has(one)), []);
});
