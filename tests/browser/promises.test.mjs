// The browser says by when promises are due and what work costs as the program does, on the same table of cases.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { address, browser, desktop, site } from './browser.mjs';
import { assertNone } from './report.mjs';
import { serve } from './server.mjs';
import { pagesOf, target } from './site.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const table = JSON.parse(readFileSync(join(root, 'tests/data/promises.json'), 'utf8'));

/** A portal with the desks of the table and a severity for each, so that its pages carry their times. */
function portalOfDesks() {
  const folder = join(target, 'promises');
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'tests/sites/minimal/support.toml'), join(folder, 'support.toml'));
  const desks = [...table.hours.matchAll(/^\[hours\.(\w+)\]/gm)].map(([, desk]) => desk);
  const severity = (desk) => `[[severities]]\nid = "${desk}"\nname = "${desk}"\n`
    + `targets = [{ first_response = "1h", resolution = "1 business day", clock = "${desk}" }]\n`;
  const toml = readFileSync(join(folder, 'support.toml'), 'utf8');
  writeFileSync(join(folder, 'support.toml'), `${toml}\n${table.hours}\n${desks.map(severity).join('\n')}`);
  execFileSync(join(root, 'target/release/supportal'), ['build', folder, '--output', join(folder, 'public'), '--quiet', '--now', table.build]);
  return { folder: join(folder, 'public'), desks };
}

test('promises are due when a count of minutes says', async () => {
  const { folder, desks } = portalOfDesks();
  const server = await serve(folder);
  const context = await browser.newContext({ timezoneId: 'Pacific/Auckland' });
  const problems = [];
  const tab = await context.newPage();
  await tab.clock.setFixedTime(new Date(table.build));
  await tab.goto(`${server.origin}pricing/`);
  const places = Object.fromEntries(await tab.locator('[id^=severity-]').evaluateAll((cards) =>
    cards.map((card) => [card.id.slice(9), card.querySelector('[data-due]').dataset.due.split(' ')[2]])));
  assert.deepEqual(Object.keys(places), desks);
  // The script reads the clock when it runs, so it runs again for each report in the page that is there.
  for (const report of new Set(table.cases.map(([instant]) => instant))) {
    await tab.clock.setFixedTime(new Date(report));
    const cases = table.cases.filter(([instant]) => instant === report);
    const rules = cases.map(([, kind, count, desk]) => [kind, count, ...(desk ? [places[desk]] : [])].join(' '));
    const found = await tab.evaluate(async (asked) => {
      const times = asked.map((rule) => Object.assign(document.createElement('small'), { hidden: true }));
      times.forEach((time, i) => { time.dataset.due = asked[i]; });
      document.querySelector('main').append(...times);
      const again = document.createElement('script');
      again.src = document.querySelector('script[src]').src;
      await new Promise((loaded) => { again.onload = loaded; document.body.append(again); });
      const due = times.map((time) => (time.hidden ? null : time.firstChild.dateTime));
      for (const element of [again, ...times]) element.remove();
      return due;
    }, rules);
    cases.forEach((one, i) => {
      const due = found[i] && `${found[i].slice(0, 16)}Z`;
      if (due !== one[4]) problems.push(`${JSON.stringify(one)}: ${due}`);
    });
  }
  await context.close();
  assertNone(problems);
});

for (const page of pagesOf(site, 'pricing')) {
  test(`/${page.path}: the form costs what the table says, and without a script there is only the table`, async () => {
    const context = await browser.newContext({ viewport: desktop, timezoneId: 'Europe/Warsaw' });
    const tab = await context.newPage();
    await tab.clock.install({ time: new Date('2026-11-29T10:00:00Z') });
    await tab.goto(address(page));
    const rows = await tab.locator('#estimate tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    // The example: work by the hour inside and outside, work on call.
    const asked = [[0, 'inside'], [0, 'outside'], [1, 'now']];
    for (const [i, [rate, when]] of asked.entries()) {
      await tab.locator('[name=rate]').selectOption(String(rate));
      if (rate === 0) await tab.locator('[name=when]').selectOption(when);
      else assert.ok(await tab.locator('[name=when]').isHidden(), 'it costs the same at all times');
      for (const [j, minutes] of [20, 60, 120].entries()) {
        await tab.locator('[name=minutes]').fill(String(minutes));
        const said = await tab.locator('output').textContent();
        const plain = (text) => text.replaceAll(/\s+/g, ' ');
        assert.ok(plain(said).includes(plain(rows[i][j + 1])), `${said} is not ${rows[i][j + 1]}`);
      }
    }
    // 29 November is a Sunday.
    await tab.locator('[name=rate]').selectOption('0');
    await tab.locator('[name=when]').selectOption('now');
    const sunday = await tab.locator('output').textContent();
    await tab.locator('[name=when]').selectOption('outside');
    assert.equal(await tab.locator('output').textContent(), sunday);
    await tab.locator('[name=minutes]').fill('');
    assert.equal(await tab.locator('output').textContent(), '');
    await context.close();

    const still = await browser.newContext({ javaScriptEnabled: false });
    const silent = await still.newPage();
    await silent.goto(address(page));
    assert.ok(await silent.locator('#estimate table').isVisible());
    assert.ok(await silent.locator('#estimate form').isHidden());
    await still.close();
  });
}

for (const page of pagesOf(site, 'contact')) {
  test(`/${page.path}: a way with a promised reply says by when it comes`, async () => {
    const context = await browser.newContext({ viewport: desktop, timezoneId: 'Europe/Warsaw' });
    const tab = await context.newPage();
    // A Friday, an hour before the office closes: of two hours, one is left for Monday from 8.
    await tab.clock.setFixedTime(new Date('2026-11-27T15:00:00Z'));
    await tab.goto(address(page));
    const replies = await tab.locator('.method [data-due] time').evaluateAll((all) => all.map((time) => time.dateTime));
    assert.deepEqual(replies, ['2026-11-30T08:00:00.000Z', '2026-11-30T08:00:00.000Z']);
    await context.close();
  });
}
