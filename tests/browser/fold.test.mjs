// On a phone the home page answers its four questions before anyone scrolls: open? how to call? what does it cost? what can I do?

import { test } from 'node:test';
import { across, address, phone, site } from './browser.mjs';
import { assertNone } from './report.mjs';
import { pagesOf } from './site.mjs';

const fold = 540;

test(`the Now card of the home page ends above ${fold} px, with a notice and without`, async () => {
  const problems = [];
  await across(pagesOf(site, 'home'), { viewport: phone }, async (tab, page) => {
    await tab.goto(address(page));
    const bottom = () => tab.locator('section:has(> [data-live])').first().evaluate((card) => Math.round(card.getBoundingClientRect().bottom + scrollY));
    const heard = await tab.locator('.banner:visible').count();
    if (heard === 0) problems.push(`/${page.path}: shows no current notice`);
    const withNotice = await bottom();
    await tab.locator('.banners').evaluateAll((all) => all.forEach((banners) => banners.remove()));
    const without = await bottom();
    if (withNotice > fold) problems.push(`/${page.path}: ends at ${withNotice} px with a notice`);
    if (without > fold) problems.push(`/${page.path}: ends at ${without} px without a notice`);
  });
  assertNone(problems);
});

test('the Now card of the home page answers the four questions', async () => {
  const problems = [];
  await across(pagesOf(site, 'home'), { viewport: phone }, async (tab, page) => {
    await tab.goto(address(page));
    const card = tab.locator('section:has(> [data-live])').first();
    const seen = await card.innerText();
    const links = await card.locator('a:visible').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    if (!/\d\d:\d\d/.test(seen)) problems.push(`/${page.path}: no hours`);
    if (links.filter((link) => link.startsWith('tel:')).length < 2) problems.push(`/${page.path}: not both numbers`);
    if (!/(zł|PLN)/.test(seen)) problems.push(`/${page.path}: no price`);
    if (!links.some((link) => link.endsWith('/cannot-sign-in/'))) problems.push(`/${page.path}: no way to “I cannot sign in”`);
  });
  assertNone(problems);
});
