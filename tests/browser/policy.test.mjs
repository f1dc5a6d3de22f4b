// Every page keeps to the Content-Security-Policy that the site gives its host, and to the one in its own head.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { across, address, browser, phone, server, site } from './browser.mjs';
import { assertNone } from './report.mjs';
import { serve } from './server.mjs';

const bare = await serve(site.folder, '/', { headers: false });

for (const [name, origin] of [['by header', server.origin], ['by its own head', bare.origin]]) {
  test(`no page breaks the policy ${name}`, async () => {
    const problems = [];
    await across(site.pages, { viewport: phone }, async (tab, page) => {
      await watch(tab);
      const response = await tab.goto(address(page).replace(server.origin, origin), { waitUntil: 'networkidle' });
      assert.equal('content-security-policy' in response.headers(), origin === server.origin);
      for (const violation of await tab.evaluate(() => globalThis.violations)) problems.push(`/${page.path}: ${violation}`);
    });
    assertNone(problems);
  });

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

async function watch(tab) {
  await tab.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      globalThis.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
}
