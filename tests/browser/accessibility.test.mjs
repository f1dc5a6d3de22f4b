// axe-core finds nothing to complain about, in light and dark, on a phone and on a desktop.

import { test } from 'node:test';
import { violations } from './axe.mjs';
import { across, address, desktop, phone, site } from './browser.mjs';
import { assertNone } from './report.mjs';
import { oneOfEachKind } from './site.mjs';

const looks = ['light', 'dark'].flatMap((colorScheme) => [phone, desktop].map((viewport) => ({ colorScheme, viewport })));

for (const tag of site.languages) {
  test(`every kind of page in ${tag}: light and dark, phone and desktop`, async () => {
    await expectNone(oneOfEachKind(site).filter((page) => page.language === tag), looks);
  });
}

test('every page of the default language', async () => {
  await expectNone(site.pages.filter((page) => page.language === site.languages[0]), [{ colorScheme: 'light', viewport: phone }]);
});

test('every kind of page with all that folds unfolded', async () => {
  await expectNone(oneOfEachKind(site), [{ colorScheme: 'light', viewport: phone }], () => {
    for (const details of document.querySelectorAll('main details')) details.open = true;
  });
});

async function expectNone(pages, looks, prepare = () => {}) {
  const problems = [];
  await across(pages, { bypassCSP: true }, async (tab, page) => {
    await tab.setViewportSize(looks[0].viewport);
    await tab.goto(address(page));
    await tab.evaluate(prepare);
    problems.push(...await violations(tab, page, looks));
  });
  assertNone(problems);
}
