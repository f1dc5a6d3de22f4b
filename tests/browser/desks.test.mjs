// Where several desks answer, each way in says whether its own one does; the picture of a week marks the hour.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, browser, site } from './browser.mjs';
import { pagesOf } from './site.mjs';

const contact = pagesOf(site, 'contact').find((page) => page.language === 'en');

async function open(instant) {
  const context = await browser.newContext({ timezoneId: 'Europe/Warsaw' });
  const tab = await context.newPage();
  await tab.clock.setFixedTime(new Date(instant));
  await tab.goto(address(contact));
  return tab;
}

// The example's office: Monday to Friday 08:00 to 17:00 in Warsaw; its emergency line always.
for (const [instant, office] of [
  ['2026-11-24T10:00:00Z', 'Open now, until 17:00.'],
  ['2026-11-24T17:00:00Z', 'Closed. Opens Wednesday 25 November, 08:00.'],
  ['2028-01-10T10:00:00Z', ''],
]) {
  test(`${instant}: each way says the state of its own desk`, async () => {
    const tab = await open(instant);
    const said = await tab.locator('[data-desk]').evaluateAll((all) => all.map((place) => [place.dataset.desk, place.textContent, place.hidden]));
    assert.ok(new Set(said.map(([desk]) => desk)).size > 1);
    assert.ok(said.some(([, text]) => text === office), JSON.stringify(said));
    assert.ok(said.every(([, text, hidden]) => hidden === !text));
    if (office) assert.ok(said.some(([, text]) => text === 'Open now.'), 'the emergency line');
    await tab.context().close();
  });
}

test('the picture of a week marks the hour of its own zone', async () => {
  const tab = await open('2026-11-24T11:00:00Z');
  const marks = await tab.locator('.ribbon[data-zone] .mark').evaluateAll((all) => all.map((mark) =>
    [[...mark.closest('.ribbon').querySelectorAll('.week')].indexOf(mark.parentNode), mark.getAttribute('x')]));
  assert.ok(marks.length);
  // Tuesday at noon in Warsaw, in a week that begins on Monday.
  assert.deepEqual(marks[0], [1, '50%']);
  assert.equal(await tab.locator('.ribbon').count() >= marks.length, true);
  await tab.context().close();
});
