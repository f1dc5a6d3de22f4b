// Partners unlike the example are as good: axe-core, links, and nothing to scroll to sideways.

import { join } from 'node:path';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { beyond } from './beyond.mjs';
import { across, desktop, phone, readEach } from './browser.mjs';
import { broken, pointers } from './links.mjs';
import { assertNone } from './report.mjs';
import { serve } from './server.mjs';
import { oneOfEachKind, readSite, target } from './site.mjs';

const looks = [{ colorScheme: 'light', viewport: phone }, { colorScheme: 'dark', viewport: desktop }];
// 200 % zoom at 360 px leaves 180.
const widths = [360, 180];

for (const name of ['minimal', 'reseller', 'provider', 'hostile']) {
  const site = readSite(join(target, 'partners', name));
  const server = await serve(site.folder, site.base.pathname);

  test(`${name}: one page of each kind in each language`, async () => {
    const problems = [];
    await across(oneOfEachKind(site), { viewport: phone, bypassCSP: true }, async (tab, page) => {
      await tab.goto(server.origin + encodeURI(page.path));
      for (const width of widths) {
        await tab.setViewportSize({ width, height: 640 });
        problems.push(...(await tab.evaluate(beyond)).map((problem) => `/${page.path}: ${problem}`));
      }
      problems.push(...await violations(tab, page, looks));
    });
    assertNone(problems);
  });

  test(`${name}: every link and picture answers`, async () => {
    assertNone((await broken(site, server, await readEach(site.pages, pointers))).problems);
  });
}
