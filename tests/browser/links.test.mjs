// Everything a page points at within the portal is there: at the root of a host, and below a path of one.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { browser, readEach } from './browser.mjs';
import { broken, pointers } from './links.mjs';
import { assertNone } from './report.mjs';
import { serve } from './server.mjs';
import { readSite, sites } from './site.mjs';

const portals = [];
for (const [name, folder] of Object.entries(sites)) {
  const site = readSite(folder);
  const server = await serve(folder, site.base.pathname);
  portals.push({ name, site, server, documents: await readEach(site.pages, pointers) });
}

for (const { name, site, server, documents } of portals) {
  const published = (page) => site.base.href + encodeURI(page.path);

  test(`${name}: every link and picture answers, and every anchor is there`, async () => {
    const { asked, problems } = await broken(site, server, documents);
    assert.ok(asked >= documents.length, `only ${asked} addresses were asked`);
    assertNone(problems);
  });

  test(`${name}: pages in several languages name each other`, () => {
    const byAddress = new Map(documents.map(([page, read]) => [published(page), { page, ...read }]));
    const problems = [];
    let pairs = 0;
    for (const [own, { page, canonical, alternates }] of byAddress) {
      const report = (problem) => problems.push(`/${page.path}: ${problem}`);
      if (!page.indexable) continue;
      if (canonical !== own) report(`canonical is ${canonical}`);
      if (alternates.length === 0) continue;
      if (!alternates.some(([tag, href]) => tag === page.language && href === own)) report('does not name itself');
      if (!alternates.some(([tag]) => tag === 'x-default')) report('names no x-default');
      for (const [tag, href] of alternates) {
        const other = byAddress.get(href);
        pairs += 1;
        if (!other) report(`${tag} leads to no page: ${href}`);
        else if (tag !== 'x-default' && other.page.language !== tag) report(`${tag} leads to ${other.page.language}`);
        else if (JSON.stringify(other.alternates) !== JSON.stringify(alternates)) report(`${tag} does not name the same pages`);
      }
    }
    assert.ok(pairs > 0, 'no page has alternates');
    assertNone(problems);
  });

  test(`${name}: the sitemap lists exactly the pages to find, with their languages`, async () => {
    const listed = await readSitemap(join(site.folder, 'sitemap.xml'));
    const expected = documents.filter(([page]) => page.indexable).map(([page, { alternates }]) => [published(page), alternates]);
    const lines = (entries) => entries.map(([loc, alternates]) => `${loc} ${alternates.filter(([tag]) => tag !== 'x-default').map(String).sort().join(' ')}`);
    const [there, wanted] = [lines(listed), lines(expected)];
    assert.equal(new Set(there).size, there.length, 'an address is listed twice');
    assertNone([
      ...wanted.filter((line) => !there.includes(line)).map((line) => `not listed: ${line}`),
      ...there.filter((line) => !wanted.includes(line)).map((line) => `listed: ${line}`),
    ]);
  });
}

async function readSitemap(file) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const listed = await tab.evaluate((xml) => {
    const sitemap = new DOMParser().parseFromString(xml, 'application/xml');
    if (sitemap.querySelector('parsererror')) throw new Error(sitemap.querySelector('parsererror').textContent);
    return [...sitemap.querySelectorAll('urlset > url')].map((url) => [
      url.querySelector('loc').textContent,
      [...url.getElementsByTagNameNS('http://www.w3.org/1999/xhtml', 'link')].map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]),
    ]);
  }, readFileSync(file, 'utf8'));
  await context.close();
  return listed;
}
