// axe-core finds nothing to complain about, in light and dark, on a phone and on a desktop.

import { test } from 'node:test';
import axe from 'axe-core';
import { across, address, desktop, phone, site } from './browser.mjs';
import { assertNone } from './report.mjs';
import { oneOfEachKind } from './site.mjs';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
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
    await tab.evaluate(axe.source);
    for (const { colorScheme, viewport } of looks) {
      await tab.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await tab.setViewportSize(viewport);
      const { violations } = await tab.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] }), tags);
      for (const { id, nodes } of violations) {
        for (const { target, failureSummary } of nodes) {
          problems.push(`/${page.path} ${colorScheme} ${viewport.width}: ${id} at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`);
        }
      }
    }
  });
  assertNone(problems);
}
