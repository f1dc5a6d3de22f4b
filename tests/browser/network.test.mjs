// Pages load alone: nothing from elsewhere, nothing that fails, nothing said on the console, no cookie, nothing stored.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { across, address, browser, phone, server, site } from './browser.mjs';
import { assertNone } from './report.mjs';
import { pagesOf } from './site.mjs';

test('every page loads without an error, a foreign request or a cookie', async () => {
  const problems = [];
  await across(site.pages, { viewport: phone }, async (tab, page) => {
    const report = (problem) => problems.push(`/${page.path}: ${problem}`);
    const listeners = {
      console: (message) => ['error', 'warning'].includes(message.type()) && report(`console: ${message.text()}`),
      pageerror: (error) => report(`script: ${error.message}`),
      request: (request) => new URL(request.url()).origin !== server.host && report(`asks ${request.url()}`),
      requestfailed: (request) => report(`failed: ${request.url()}`),
      response: (response) => response.status() !== 200 && report(`${response.status()} ${response.url()}`),
    };
    for (const [event, listener] of Object.entries(listeners)) tab.on(event, listener);
    await tab.goto(address(page), { waitUntil: 'networkidle' });
    for (const cookie of await tab.context().cookies()) report(`cookie ${cookie.name}`);
    const kept = await tab.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean));
    for (const key of kept) report(`keeps ${key}`);
    await tab.context().clearCookies();
    await tab.evaluate(() => { localStorage.clear(); sessionStorage.clear(); });
    for (const [event, listener] of Object.entries(listeners)) tab.off(event, listener);
  });
  assertNone(problems);
  assertNone(server.log.filter((line) => !line.startsWith('200 ')));
});

test('the home page is one request', async () => {
  await across(pagesOf(site, 'home'), { viewport: phone }, async (tab, page) => {
    const asked = [];
    const listener = (request) => asked.push(request.url());
    tab.on('request', listener);
    await tab.goto(address(page), { waitUntil: 'networkidle' });
    tab.off('request', listener);
    assert.deepEqual(asked, [address(page)]);
  });
});

test('an unknown address answers 404 with a page that helps', async () => {
  const context = await browser.newContext({ viewport: phone });
  const tab = await context.newPage();
  const response = await tab.goto(`${server.origin}no/such/page/`);
  assert.equal(response.status(), 404);
  const links = await tab.locator('main a[href]').evaluateAll((all) => all.map((link) => link.href));
  assert.ok(links.some((link) => link.startsWith(server.origin) || link.startsWith('tel:')), 'the page offers a way on');
  for (const link of links.filter((link) => link.startsWith(server.host))) {
    assert.equal((await fetch(link)).status, 200, link);
  }
  await context.close();
});
