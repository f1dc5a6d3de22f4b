// Pages load alone: nothing from elsewhere, nothing that fails, nothing said on the console, no cookie, nothing stored. And they
// keep to the Content-Security-Policy that the site gives its host, and to the one in their own head.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { across, address, browser, phone, server, site } from './browser.mjs';
import { assertNone } from './report.mjs';
import { serve } from './server.mjs';
import { pagesOf } from './site.mjs';

const bare = await serve(site.folder, '/', { headers: false });

// Each page is loaded once at each host, and all that is told of the load is kept.
const hosts = [];
for (const [name, host] of [['by header', server], ['by its own head', bare]]) hosts.push({ name, host, ...await loadAll(host) });

for (const { name, host, problems, violations, withPolicy } of hosts) {
  test(`every page loads without an error, a foreign request or a cookie, its policy told ${name}`, () => {
    assertNone(problems);
    assertNone(host.log.filter((line) => !line.startsWith('200 ')));
  });

  test(`no page breaks the policy ${name}`, () => {
    assert.equal(withPolicy.size, host === server ? site.pages.length : 0, 'pages with a header');
    assertNone(violations);
  });
}

for (const { name, host: { origin } } of hosts) {
  test(`what the policy does not name is stopped ${name}`, async () => {
    const context = await browser.newContext({ viewport: phone });
    const tab = await context.newPage();
    await watch(tab);
    await tab.goto(origin);
    const violations = await tab.evaluate(async () => {
      const add = (tag, properties) => document.head.append(Object.assign(document.createElement(tag), properties));
      add('style', { textContent: 'body{color:red}' });
      add('script', { textContent: 'globalThis.ran = true' });
      add('script', { src: 'https://elsewhere.example/a.js' });
      document.body.insertAdjacentHTML('beforeend', '<p style="color:red"><img src="https://elsewhere.example/a.png"><iframe src="/"></iframe>');
      await new Promise((later) => { setTimeout(later, 300); });
      return [globalThis.ran ?? false, ...globalThis.violations];
    });
    const [ran, ...stopped] = violations;
    assert.equal(ran, false);
    for (const directive of ['style-src-elem', 'style-src-attr', 'script-src-elem', 'img-src', 'frame-src']) {
      assert.ok(stopped.some((violation) => violation.startsWith(directive)), `${directive}: ${stopped}`);
    }
    await context.close();
  });
}

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

/** Loads every page at a host: what is wrong with the load, what the policies stopped, and which pages came with one as a header. */
async function loadAll(host) {
  const [problems, violations, withPolicy] = [[], [], new Set()];
  await across(site.pages, { viewport: phone }, async (tab, page) => {
    const report = (problem) => problems.push(`/${page.path}: ${problem}`);
    const listeners = {
      console: (message) => ['error', 'warning'].includes(message.type()) && report(`console: ${message.text()}`),
      pageerror: (error) => report(`script: ${error.message}`),
      request: (request) => new URL(request.url()).origin !== host.host && report(`asks ${request.url()}`),
      requestfailed: (request) => report(`failed: ${request.url()}`),
      response: (response) => response.status() !== 200 && report(`${response.status()} ${response.url()}`),
    };
    for (const [event, listener] of Object.entries(listeners)) tab.on(event, listener);
    if (tab.url() === 'about:blank') await watch(tab);
    const response = await tab.goto(host.origin + encodeURI(page.path), { waitUntil: 'networkidle' });
    if ('content-security-policy' in response.headers()) withPolicy.add(page);
    violations.push(...(await tab.evaluate(() => globalThis.violations)).map((violation) => `/${page.path}: ${violation}`));
    for (const cookie of await tab.context().cookies()) report(`cookie ${cookie.name}`);
    const kept = await tab.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean));
    for (const key of kept) report(`keeps ${key}`);
    await tab.context().clearCookies();
    await tab.evaluate(() => { localStorage.clear(); sessionStorage.clear(); });
    for (const [event, listener] of Object.entries(listeners)) tab.off(event, listener);
  });
  return { problems, violations, withPolicy };
}

/** Keeps in each page of the tab what its policies stop. */
async function watch(tab) {
  await tab.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      globalThis.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
}
