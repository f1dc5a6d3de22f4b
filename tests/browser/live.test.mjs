// "Open now" is right at every instant, for every visitor, and never says more than it knows.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { address, browser, phone, site } from './browser.mjs';
import { pagesOf } from './site.mjs';

const home = Object.fromEntries(pagesOf(site, 'home').map((page) => [page.language, page]));
const Warsaw = 'Europe/Warsaw';

// The example's office: Monday to Friday 08:00 to 17:00 in Warsaw, Polish holidays, 31 December until 13:00; its emergency line always.
const instants = [
  ['an ordinary day', '2026-11-24T10:00:00Z', Warsaw, 'open', 'Open now, until 17:00.'],
  ['a minute before it opens', '2026-11-24T06:59:00Z', Warsaw, 'emergency', 'Office closed, emergency line open. Opens Tuesday 24 November, 08:00.'],
  ['the minute in which it opens', '2026-11-24T07:00:00Z', Warsaw, 'open', 'Open now, until 17:00.'],
  ['the minute in which it closes', '2026-11-24T16:00:00Z', Warsaw, 'emergency', 'Office closed, emergency line open. Opens Wednesday 25 November, 08:00.'],
  ['midnight', '2026-11-24T23:00:00Z', Warsaw, 'emergency', 'Office closed, emergency line open. Opens Wednesday 25 November, 08:00.'],
  ['Christmas Eve, seen in New York', '2026-12-24T12:00:00Z', 'America/New_York', 'emergency', /Christmas Eve\), emergency line open\. Opens Monday 28 December, 08:00 \(your time 02:00\)\.$/],
  ['a short day, seen in Kathmandu', '2026-12-31T11:59:00Z', 'Asia/Kathmandu', 'open', 'Open now, until 13:00 (your time 17:45).'],
  ['the day on which clocks go forward', '2027-03-28T12:00:00Z', Warsaw, 'emergency', 'Office closed, emergency line open. Opens Tuesday 30 March, 08:00.'],
  ['after clocks went forward', '2027-03-30T06:00:00Z', 'Pacific/Auckland', 'open', 'Open now, until 17:00 (your time Wed 04:00).'],
  ['after clocks went back', '2027-11-02T07:00:00Z', Warsaw, 'open', 'Open now, until 17:00.'],
  ['past the horizon', '2028-01-10T10:00:00Z', Warsaw, undefined, ''],
  ['before the build, by a clock that is wrong', '2026-11-01T10:00:00Z', Warsaw, undefined, ''],
];

for (const [name, instant, timezoneId, state, text] of instants) {
  test(name, async () => {
    const { line, card, tab } = await open('en', instant, { timezoneId });
    const shown = (await line.textContent()).replaceAll(/\s+/g, ' ');
    if (text instanceof RegExp) assert.match(shown, text);
    else assert.equal(shown, text);
    assert.equal(await line.isVisible(), text !== '');
    assert.equal(await card.getAttribute('data-state') || undefined, state);
    await tab.context().close();
  });
}

test('every language says it in its own words', async () => {
  const expected = { pl: 'Otwarte do 17:00.', de: 'Jetzt geöffnet, bis 17:00 Uhr.' };
  for (const [language, text] of Object.entries(expected)) {
    const { line, tab } = await open(language, '2026-11-24T10:00:00Z', { timezoneId: Warsaw });
    assert.equal(await line.textContent(), text);
    await tab.context().close();
  }
});

test('it changes by itself: the sentence at once, the buttons not under a finger or a focus', async () => {
  const { line, card, tab } = await open('en', '2026-11-24T15:59:30Z', { timezoneId: Warsaw });
  await card.locator('a').first().focus();
  await tab.clock.runFor(40_000);
  assert.match(await line.textContent(), /^Office closed/, 'a number that was tapped keeps the focus for hours');
  assert.equal(await card.getAttribute('data-state'), 'open', 'the card has the focus');
  await card.locator('a').first().evaluate((link) => link.blur());
  await tab.mouse.move(0, 0);
  await tab.clock.runFor(5_000);
  assert.equal(await card.getAttribute('data-state'), 'emergency');
  assert.equal(await line.getAttribute('role'), 'status');
  await tab.context().close();
});

test('what the browser translated stands until there is something new to say', async () => {
  const { line, tab } = await open('en', '2026-11-24T15:58:30Z', { timezoneId: Warsaw });
  await line.evaluate((element) => { element.textContent = 'Ouvert, jusqu’à 17 h.'; });
  await tab.clock.runFor(60_000);
  assert.match(await line.textContent(), /^Ouvert/);
  await tab.clock.runFor(60_000);
  assert.match(await line.textContent(), /^Office closed/);
  await tab.context().close();
});

test('a holiday is named on every page but home, which names the next', async () => {
  const contact = pagesOf(site, 'notices').find((page) => page.language === 'en');
  const { line, tab } = await open('en', '2027-01-06T12:00:00Z', { timezoneId: Warsaw }, contact);
  assert.equal(await line.textContent(), 'Office closed (Epiphany), emergency line open. Opens Thursday 7 January, 08:00.');
  await tab.context().close();
});

// The maintenance of the example: from 5 December 22:00 to 6 December 02:00 in Warsaw.
const course = [
  ['in November', '2026-11-24T10:00:00Z', ['Planned'], 'Planned', false],
  ['in the morning of its day', '2026-12-05T08:00:00Z', ['Current'], 'Planned', true],
  ['while it goes on', '2026-12-05T22:30:00Z', ['Current'], 'Going on', true],
  ['in the minute in which it ends', '2026-12-06T01:00:00Z', ['Past'], 'Time window over', false],
];

for (const [name, instant, sections, stage, stands] of course) {
  test(`maintenance ${name}`, async () => {
    const notices = pagesOf(site, 'notices').find((page) => page.language === 'en');
    const { tab } = await open('en', instant, { timezoneId: Warsaw }, notices);
    const cards = tab.locator('li:visible', { hasText: 'Mail gateway moves' });
    assert.equal(await cards.count(), 1);
    const section = tab.locator('section', { has: cards });
    assert.deepEqual([await section.locator('h2').textContent()], sections);
    assert.deepEqual(await cards.locator('.tag:visible').allTextContents(), [stage]);
    await tab.goto(address(home.en));
    assert.equal(await tab.locator('.banner:visible', { hasText: 'Mail gateway moves' }).isVisible(), stands);
    await tab.context().close();
  });
}

test('without a script nothing is claimed, and every number stands there', async () => {
  const { line, card, tab } = await open('en', '2026-11-24T10:00:00Z', { javaScriptEnabled: false });
  assert.equal(await line.textContent(), '');
  assert.ok(await card.locator('a[href^="tel:"]').count() >= 2);
  await tab.context().close();
});

test('the scripts of the theme are made from their sources', () => {
  const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8').trim();
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const options = /terser \S+ (.*) -o/.exec(JSON.parse(read('package.json')).scripts.minify)[1].split(' ');
  for (const script of ['live', 'promises']) {
    const source = `../../themes/standard/${script}`;
    const made = execFileSync('node', ['node_modules/terser/bin/terser', `${source}.js`, ...options], { cwd: folder, encoding: 'utf8' });
    assert.equal(read(`${source}.min.js`), made.trim(), 'run npm run minify');
  }
});

async function open(language, instant, options, page = home[language]) {
  const context = await browser.newContext({ viewport: phone, ...options });
  const tab = await context.newPage();
  await tab.clock.install({ time: new Date(instant) });
  await tab.goto(address(page));
  const card = tab.locator('section:has(> [data-live])').first();
  return { tab, card, line: card.locator('[data-live]') };
}
