// What the form says that work costs is what the program wrote in the table below it, whatever the browser thinks of the
// language: its digits, separators and signs of currencies are those of its own edition of CLDR.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser } from './browser.mjs';
import { assertNone } from './report.mjs';
import { serve } from './server.mjs';
import { build, languages, now, pathOf } from './tongues.mjs';

const currencies = { PLN: 2, EUR: 2, GBP: 2, USD: 2, CHF: 2, JPY: 0, HUF: 2, INR: 2, KWD: 3, ISK: 0, EGP: 2, RSD: 2 };

/** Amounts an hour that make whole sums and fractions, of three, four, five and ten digits. */
const hourly = (digits) => [['0.5', '3703.5', '12345.75', '999999999.25'], ['2', '3704', '37035', '999999999']][digits ? 0 : 1];

function portalOf(country) {
  const rates = Object.entries(currencies).flatMap(([currency, digits]) => hourly(digits).map((amount, i) =>
    `[[rates]]\nid = "${currency.toLowerCase()}-${i}"\nname = "${currency} ${i}"\namount = [{ amount = "${amount}", currency = "${currency}" }]\nper = "hour"\n`));
  const tax = '[pricing]\ncurrency = "EUR"\ntax = { name = "VAT", rate = "23" }\n';
  return build('estimates', country, (toml) => [toml, tax, ...rates].join('\n'));
}

// Austria, Switzerland and Egypt write numbers otherwise than others of their languages.
for (const country of ['AT', 'CH', 'EG']) {
  test(`the form costs what the table says, in every language and currency, of a partner in ${country}`, async () => {
    const server = await serve(portalOf(country));
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.clock.setFixedTime(new Date(now));
    const problems = [];
    for (const language of languages) {
      await tab.goto(server.origin + pathOf(language, 'pricing/'));
      const compared = await tab.evaluate(() => {
        const [form, table] = ['form', 'table'].map((name) => document.querySelector(`#estimate ${name}`));
        const lengths = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent);
        return [...table.tBodies[0].rows].flatMap((row, rate) => [20, 60, 120].map((minutes, i) => {
          form.elements.rate.value = rate;
          form.elements.minutes.value = minutes;
          form.elements.minutes.dispatchEvent(new Event('input', { bubbles: true }));
          return [form.querySelector('output').value, row.cells[i + 1].textContent, lengths[i]];
        }));
      });
      assert.equal(compared.length, Object.keys(currencies).length * 4 * 3);
      // The marks that keep directions apart stand in sentences, not in cells.
      const bare = (text) => text.replaceAll(/[\u2066-\u2069]/g, '');
      for (const [said, charge, length] of compared) {
        if (![charge, length].every((part) => bare(said).includes(bare(part)))) problems.push(`${language}: "${said}" is not "${length}", "${charge}"`);
      }
    }
    await context.close();
    server.stop();
    assertNone(problems);
  });
}
