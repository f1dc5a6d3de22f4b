// The preview in a browser: what is saved is soon shown, what the reader did stays, errors come and go, and the policy of the
// site holds.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { chromium } from 'playwright-core';
import { quiet, systemBrowser } from './chromium.mjs';
import { patience, preview } from './preview.mjs';
import { readSite } from './site.mjs';

const browser = await chromium.launch({ executablePath: systemBrowser(), args: quiet });
after(() => browser.close());

const phone = { width: 360, height: 640 };
const article = 'content/en/articles/files/restore-a-file.md';
const plan = 'For everyone who has a subscription with us.';

/** The style of the built-in theme, with headings of this colour. */
const styled = (color) => `${readFileSync(new URL('../../themes/standard/standard.css', import.meta.url), 'utf8')}\n@layer site { h1 { color: ${color} } }\n`;

/** A tab that counts how often it loaded a page, and collects what the policies stopped. */
async function open(address, options = {}, own = undefined) {
  const tab = await (own ?? await browser.newContext({ viewport: phone, ...options })).newPage();
  tab.setDefaultTimeout(patience);
  await tab.addInitScript(() => {
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', (event) => globalThis.violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
    sessionStorage.setItem('loads', Number(sessionStorage.getItem('loads') ?? 0) + 1);
  });
  await tab.goto(address);
  return tab;
}

const loads = (tab) => tab.evaluate(() => Number(sessionStorage.getItem('loads')));
const until = (tab, condition, value) => tab.waitForFunction(condition, value, { polling: 5, timeout: patience });
const says = (tab, text) => until(tab, (text) => document.body?.innerText.includes(text), text);
const color = (tab, value) => until(tab, (value) => getComputedStyle(document.querySelector('h1')).color === value, value);
const problems = (tab) => tab.locator('supportal-problems dialog');

test('a page that changed is loaded anew, where it was read and as it was filled in; others stay as they are', async () => {
  const site = await preview();
  const tab = await open(`${site.origin}en/pricing/`);
  const other = await open(`${site.origin}en/contact/`, {}, tab.context());
  await tab.bringToFront();
  await tab.locator('[name=minutes]').fill('95');
  await tab.locator('[name=rate]').selectOption({ index: 1 });
  await tab.locator('summary').first().click();
  const before = await tab.evaluate(() => {
    document.querySelector('[name=minutes]').focus();
    scrollTo({ top: 700, behavior: 'instant' });
    return [scrollY, document.querySelector('[data-estimate]').innerText, [...document.querySelectorAll('details')].map((fold) => fold.open)];
  });
  assert.equal(before[0], 700);
  site.edit('support.toml', (toml) => toml.replace(plan, plan.replace('who has', 'who got')));
  await says(tab, 'everyone who got');
  await until(tab, () => scrollY === 700);
  assert.deepEqual(await tab.evaluate(() => [
    scrollY, document.querySelector('[data-estimate]').innerText, [...document.querySelectorAll('details')].map((fold) => fold.open),
  ]), before);
  assert.equal(await tab.locator('[name=minutes]').inputValue(), '95');
  assert.equal(await tab.evaluate(() => document.activeElement.name), 'minutes');
  assert.deepEqual([await loads(tab), await loads(other)], [2, 1]);
  assert.deepEqual(await tab.evaluate(() => globalThis.violations), []);
});

test('new styles are exchanged in the page as it stands', async () => {
  const site = await preview([], (site) => {
    site.save('themes/standard/standard.css', styled('rgb(1, 2, 3)'));
  });
  // The home page holds its style in itself, and its policy names it.
  for (const page of ['en/', 'en/contact/']) {
    const tab = await open(site.origin + page);
    await color(tab, 'rgb(1, 2, 3)');
    await tab.evaluate(() => scrollTo({ top: 300, behavior: 'instant' }));
    for (const number of [4, 5]) {
      site.save('themes/standard/standard.css', styled(`rgb(${number}, 2, 3)`));
      await color(tab, `rgb(${number}, 2, 3)`);
    }
    assert.equal(await loads(tab), 1, page);
    assert.equal(await tab.evaluate(() => scrollY), 300);
    assert.deepEqual(await tab.evaluate(() => globalThis.violations), []);
    site.save('themes/standard/standard.css', styled('rgb(1, 2, 3)'));
    await color(tab, 'rgb(1, 2, 3)');
    await tab.reload();
    await color(tab, 'rgb(1, 2, 3)');
    await tab.context().close();
  }
});

test('files that keep their names are seen to change too', async () => {
  const site = await preview([], (site) => {
    site.save('templates/base.html', '{% extends "standard/base.html" %}{% block head_end %}<link rel="stylesheet" href="/own%20style.css">{% endblock %}');
    site.save('static/own style.css', 'h1 { color: rgb(1, 2, 3) !important }');
  });
  const tab = await open(`${site.origin}en/contact/`);
  await color(tab, 'rgb(1, 2, 3)');
  for (const number of [4, 5]) {
    site.save('static/own style.css', `h1 { color: rgb(${number}, 2, 3) !important }`);
    await color(tab, `rgb(${number}, 2, 3)`);
  }
  assert.equal(await loads(tab), 1);
  site.save('static/unused.css', 'h1 { color: red }');
  site.edit(article, (text) => `${text}\nOne more.\n`);
  site.save('static/own style.css', 'h1 { color: rgb(6, 2, 3) !important }');
  await color(tab, 'rgb(6, 2, 3)');
  assert.equal(await loads(tab), 1);
});

test('errors stand over the last good page, and go with the next good build', async () => {
  const site = await preview();
  const tab = await open(`${site.origin}en/pricing/`);
  await tab.locator('[name=minutes]').fill('95');
  await tab.evaluate(() => scrollTo({ top: 500, behavior: 'instant' }));
  const toml = site.read('support.toml');
  site.save('support.toml', toml.replace('Europe/Warsaw', '<b>CET</b>'));
  await problems(tab).waitFor();
  const text = await problems(tab).innerText();
  assert.match(text, /HRS-01/);
  assert.match(text, /support\.toml:\d+:\d+/);
  assert.match(text, /<b>CET<\/b>/, 'what stands in a source is text');
  await site.tells(/error\[HRS-01\]/);
  assert.equal(await problems(tab).locator('link, style, script, b').count(), 0);
  assert.equal(await problems(tab).evaluate((dialog) => getComputedStyle(dialog.querySelector('h1')).fontWeight), '650', 'it has its style');
  await tab.getByRole('button', { name: 'Show the last good page' }).click();
  assert.equal(await problems(tab).isVisible(), false);
  assert.equal(await tab.locator('h1').first().isVisible(), true);
  // Another page is the last good one too, and tells of the errors.
  const other = await open(`${site.origin}en/contact/`, {}, tab.context());
  await problems(other).waitFor();
  await other.keyboard.press('Escape');
  assert.equal(await problems(other).isVisible(), false);
  await other.getByRole('button', { name: /has .* error/ }).click();
  assert.equal(await problems(other).isVisible(), true);
  await tab.bringToFront();
  site.save('support.toml', toml);
  await tab.locator('supportal-problems').waitFor({ state: 'detached' });
  await other.locator('supportal-problems').waitFor({ state: 'detached' });
  assert.equal(await tab.locator('[name=minutes]').inputValue(), '95');
  assert.equal(await tab.evaluate(() => scrollY), 500);
  assert.deepEqual([await loads(tab), await loads(other)], [1, 1], 'the pages are as they were');
  for (const page of [tab, other]) assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
});

test('a site that is broken from the start shows its errors, with and without scripts, until it is whole', async () => {
  let toml;
  const site = await preview([], (site) => {
    toml = site.read('support.toml');
    site.save('support.toml', toml.replace('Europe/Warsaw', 'CET'));
  });
  const bare = await open(`${site.origin}en/contact/`, { javaScriptEnabled: false });
  assert.match(await bare.locator('main').innerText(), /The site has an error[^]*HRS-01/);
  const tab = await open(`${site.origin}en/contact/`);
  assert.match(await tab.locator('main').innerText(), /There is no good build yet[^]*HRS-01/);
  site.save('support.toml', toml.replace('country = "PL"', 'country = "XX"'));
  await until(tab, () => !document.body.innerText.includes('HRS-01') && document.body.innerText.includes('XX'));
  site.save('support.toml', toml);
  await tab.locator('main#main').waitFor();
  assert.equal(await tab.locator('supportal-problems').count(), 0);
});

test('a page appears at its address when it is written, and is not found when it is gone', async () => {
  const site = await preview();
  const tab = await open(`${site.origin}en/soon/`);
  assert.equal(await tab.locator('h1').innerText(), 'We cannot find this page');
  site.save('content/en/pages/soon.md', '+++\ntitle = "Here it is"\n+++\n\nA text.\n');
  await says(tab, 'Here it is');
  site.remove('content/en/pages/soon.md');
  await says(tab, 'We cannot find this page');
});

test('with --follow the browser goes to the page that was edited', async () => {
  const site = await preview(['--follow', '--base-url', 'https://help.example/portal/']);
  assert.match(site.origin, /\/portal\/$/);
  const tab = await open(`${site.origin}en/contact/`);
  site.edit(article, (text) => `${text}\nThe last sentence.\n`);
  await tab.waitForURL(`${site.origin}en/articles/files/restore-a-file/`);
  await says(tab, 'The last sentence.');
  await tab.goto(`${site.origin}en/contact/`);
  await tab.locator('h1').waitFor();
  site.edit('support.toml', (toml) => toml.replace(plan, 'Changed.'));
  site.edit(article, (text) => `${text}\nAnother one.\n`);
  await tab.waitForURL(`${site.origin}en/articles/files/restore-a-file/`);
});

test('more tabs than a browser opens connections are all told, and without shared workers too', async () => {
  const site = await preview();
  const context = await browser.newContext({ viewport: phone });
  const page = `${site.origin}en/articles/files/restore-a-file/`;
  const tabs = await Promise.all(Array.from({ length: 9 }, () => open(page, {}, context)));
  const alone = await browser.newContext({ viewport: phone });
  await alone.addInitScript(() => { delete globalThis.SharedWorker; });
  tabs.push(await open(page, {}, alone));
  for (const sentence of ['One more sentence.', 'And another.']) {
    site.edit(article, (text) => `${text}\n${sentence}\n`);
    await Promise.all(tabs.map((tab) => says(tab, sentence)));
  }
});

test('when the preview is started again, its pages are those of the new one', async () => {
  const site = await preview();
  const tab = await open(`${site.origin}en/articles/files/restore-a-file/`);
  await site.again(() => site.edit(article, (text) => `${text}\nWritten meanwhile.\n`));
  await says(tab, 'Written meanwhile.');
});

test('no page breaks the policy, and what the policy does not name is still stopped', async () => {
  const site = await preview();
  const tab = await open(site.origin);
  for (const page of readSite().pages) {
    const response = await tab.goto(site.origin + encodeURI(page.path), { waitUntil: 'load' });
    assert.match(response.headers()['content-security-policy'], /^default-src 'none'/);
    assert.deepEqual(await tab.evaluate(() => globalThis.violations), [], page.path);
    assert.equal(await tab.locator('script[data-page]').count(), 0);
  }
  await tab.evaluate(async () => {
    document.head.append(Object.assign(document.createElement('script'), { textContent: 'globalThis.ran = true' }));
    document.body.insertAdjacentHTML('beforeend', '<p style="color:red">');
    await fetch('/').catch(() => {});
  });
  await until(tab, () => ['script-src-elem', 'style-src-attr', 'connect-src'].every((kind) => globalThis.violations.some((violation) => violation.startsWith(kind))));
  assert.equal(await tab.evaluate(() => globalThis.ran), undefined);
});

test('a theme without any script is shown anew too', async () => {
  const site = await preview([], (site) => {
    site.edit('support.toml', (toml) => toml.replace('[site]', '[site]\noffline = false'));
    for (const script of ['live', 'promises']) site.save(`themes/standard/${script}.min.js`, '');
  });
  const tab = await open(`${site.origin}en/articles/files/restore-a-file/`);
  assert.doesNotMatch((await tab.goto(tab.url())).headers()['content-security-policy'], /script-src [^;]*'self'/);
  site.edit(article, (text) => `${text}\nAnother sentence.\n`);
  await says(tab, 'Another sentence.');
  assert.deepEqual(await tab.evaluate(() => globalThis.violations), []);
});

test('what an earlier worker kept is removed, so that nothing stale is shown', async () => {
  const site = await preview();
  const tab = await open(`${site.origin}en/contact/`);
  await until(tab, async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
  assert.deepEqual(await tab.evaluate(() => caches.keys()), []);
});

test('from save to screen', async (context) => {
  const site = await preview();
  const tab = await open(`${site.origin}en/articles/files/restore-a-file/`);
  const times = [];
  for (let round = 0; round < 12; round += 1) {
    const begin = performance.now();
    site.edit(article, (text) => `${text}\nRound ${round}.\n`);
    await says(tab, `Round ${round}.`);
    times.push(Math.round(performance.now() - begin));
  }
  // Told and not judged: a busy machine takes its time.
  context.diagnostic(`milliseconds: ${times.join(' ')}`);
});
