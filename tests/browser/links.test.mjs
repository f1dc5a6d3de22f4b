// Everything a page points at within the portal is there: at the root of a host, and below a path of one.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { browser, readEach } from './browser.mjs';
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
  const local = (link) => link.replace(site.base.origin, server.host);
  const published = (page) => site.base.href + encodeURI(page.path);
  const idsAt = new Map(documents.map(([page, { ids }]) => [new URL(local(published(page))).pathname, ids]));

  test(`${name}: every link and picture answers, and every anchor is there`, async () => {
    const answers = new Map();
    const problems = [];
    for (const [page, { links }] of documents) {
      for (const [markup, link] of links) {
        const url = URL.canParse(link, published(page)) ? new URL(local(new URL(link, published(page)).href)) : undefined;
        const report = (problem) => problems.push(`/${page.path}: ${problem}: ${markup}`);
        if (!url) report('no address');
        else if (url.protocol === 'tel:') /^tel:\+?[\d-]+(;[\w.=+-]+)*$/.test(link) || report('no telephone number');
        else if (url.protocol === 'mailto:') /^mailto:[^@\s]+@[^@\s?]+(\?\S*)?$/.test(link) || report('no e-mail address');
        else if (url.origin === server.host) {
          const asked = url.origin + url.pathname;
          if (!answers.has(asked)) answers.set(asked, (await fetch(asked, { redirect: 'manual' })).status);
          if (answers.get(asked) !== 200) report(`answers ${answers.get(asked)}`);
          if (url.href.endsWith('#')) report('leads nowhere');
          else if (url.hash && !idsAt.get(url.pathname)?.includes(decodeURIComponent(url.hash.slice(1)))) report('no such anchor');
        } else if (!/^(https?|sms):|^data:image\//.test(url.href)) report('an address of an unknown kind');
      }
    }
    assert.ok(answers.size >= documents.length, `only ${answers.size} addresses were asked`);
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

/** In a page: what it points at, its ids, and the languages that it names. */
function pointers(document) {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const markup = (element) => element.cloneNode(false).outerHTML;
  const links = ['href', 'src', 'action', 'poster', 'data'].flatMap((name) =>
    all(`[${name}]`).map((element) => [markup(element), element.getAttribute(name)]));
  const pictures = all('[srcset]').flatMap((element) =>
    element.srcset.split(/,\s+/).map((candidate) => [markup(element), candidate.trim().split(/\s/)[0]]));
  return {
    links: [...links, ...pictures],
    ids: all('[id]').map((element) => element.id),
    canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href'),
    alternates: all('link[rel=alternate][hreflang]').map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]),
  };
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
