// axe-core finds nothing to complain about, in light and dark, on a phone and on a desktop.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { across, address, desktop, phone, site } from './browser.mjs';
import { assertNone } from './report.mjs';
import { oneOfEachKind } from './site.mjs';

const kinds = oneOfEachKind(site);
const [fallback] = site.languages;
const looks = [phone, desktop].flatMap((viewport) => ['light', 'dark'].map((colorScheme) => ({ colorScheme, viewport })));
const [first] = looks;

// Each page is loaded once: as it is, then unfolded where anything folds.
const found = new Map();
await across(site.pages.filter((page) => kinds.includes(page) || page.language === fallback), { bypassCSP: true }, async (tab, page) => {
  await tab.setViewportSize(first.viewport);
  await tab.goto(address(page));
  const folded = await violations(tab, page, kinds.includes(page) ? looks : [first]);
  const unfolded = kinds.includes(page) && await tab.evaluate(unfold) ? await violations(tab, page, [first]) : undefined;
  found.set(page, { folded, unfolded });
});
const problemsOf = (pages, state) => pages.flatMap((page) => found.get(page)[state] ?? []);

for (const tag of site.languages) {
  test(`every kind of page in ${tag}: light and dark, phone and desktop`, () => {
    assertNone(problemsOf(kinds.filter((page) => page.language === tag), 'folded'));
  });
}

test('every page of the default language', () => {
  assertNone(problemsOf(site.pages.filter((page) => page.language === fallback), 'folded'));
});

test('every kind of page with all that folds unfolded', () => {
  assert.ok(kinds.filter((page) => found.get(page).unfolded).length >= site.languages.length, 'hardly a page folds');
  assertNone(problemsOf(kinds, 'unfolded'));
});

/** In the page: opens all that folds, and says whether anything did. */
function unfold() {
  const folds = [...document.querySelectorAll('main details:not([open])')];
  for (const details of folds) details.open = true;
  return folds.length > 0;
}
