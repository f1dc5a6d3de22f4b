// What a page weighs, compressed as a host does it: gzip, level 9.
//
// A page may weigh its budget and what its author wrote: the elements that hold Markdown (`.prose`, the outermost ones) are
// compressed by themselves and added to the budget. All else, the partner's lists and tables too, has to fit.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readEach, site } from './browser.mjs';
import { assertNone } from './report.mjs';

const budget = { page: 8192, style: 4096, hours: 1024, live: 1331, script: 1536, scriptOf: { contact: 4096, pricing: 4096 } };

const weigh = (bytes) => (bytes.length ? gzipSync(bytes, { level: 9 }).length : 0);
const over = (page, what, weight, limit) => (weight > limit ? [`/${page.path}: ${what} ${weight} of ${limit} B`] : []);

const read = (address) => readFileSync(join(site.folder, new URL(address, site.base).pathname), 'utf8');

const documents = await readEach(site.pages, (document) => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    prose: all('.prose').filter((element) => !element.parentElement.closest('.prose')).map((element) => element.outerHTML).join(''),
    inlineStyle: all('style').map((style) => style.textContent).join(''),
    sheets: all('link[rel=stylesheet]').map((link) => link.getAttribute('href')),
    script: all('script:not([type="application/json"], [type="application/ld+json"])').map((script) => script.text).join(''),
    hours: document.querySelector('#hours')?.text ?? '',
    // The worker keeps pages for times without a network: it runs beside them, and no page waits for it.
    scripts: all('script[src]').map((script) => script.getAttribute('src')).filter((src) => src !== '/offline.js'),
  };
});

test('a page is within its budget', () => {
  assert.ok(documents.some(([, { prose }]) => prose), 'no page holds Markdown in .prose');
  assertNone(documents.flatMap(([page, { prose }]) => over(page, 'page', weigh(page.html), budget.page + (page.kind === 'home' ? 0 : weigh(prose)))));
});

test('styles are within their budget', () => {
  const pagesBy = new Map();
  for (const [page, { inlineStyle, sheets }] of documents) {
    const styles = [inlineStyle, ...sheets.map(read)].join('\n');
    pagesBy.set(styles, [...(pagesBy.get(styles) ?? []), page]);
  }
  assertNone([...pagesBy].flatMap(([styles, [page, ...others]]) =>
    (styles.trim() ? over(page, `styles of this and ${others.length} other pages`, weigh(styles), budget.style) : [`/${page.path}: no styles`])));
});

test('what executes is within its budget', () => {
  assertNone(documents.flatMap(([page, { script, scripts }]) => over(page, 'script', weigh([script, ...scripts.map(read)].join('\n')), budget.scriptOf[page.kind] ?? budget.script)));
});

test('the hours in a page, and the script that follows them, are within their budgets', () => {
  const live = documents.filter(([, { hours }]) => hours);
  assert.ok(live.length, 'no page holds hours');
  assertNone(live.flatMap(([page, { hours, script }]) => [...over(page, 'hours', weigh(hours), budget.hours), ...over(page, 'script', weigh(script), budget.live)]));
});
