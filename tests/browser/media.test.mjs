// Forced colours and paper: nothing is told by colour alone, and a printed page holds the numbers.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { across, address, phone, site } from './browser.mjs';
import { assertNone } from './report.mjs';
import { pagesOf, target } from './site.mjs';

const folder = join(target, 'screenshots');
mkdirSync(folder, { recursive: true });
const picture = (page, look) => join(folder, `${page.kind}-${page.language}-${look}.png`);
const pages = [...pagesOf(site, 'home'), ...pagesOf(site, 'contact')];

test('forced colours: cards and buttons keep an edge, decoration goes, focus is seen', async () => {
  const problems = [];
  await across([...pages, ...pagesOf(site, 'pricing')], { viewport: phone, forcedColors: 'active' }, async (tab, page) => {
    await tab.goto(address(page));
    const found = await tab.evaluate(() => {
      const edge = (element) => {
        const { borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(element);
        return (borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1) || outlineStyle !== 'none';
      };
      const seen = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
      const plain = seen('.card, .btn').filter((element) => !edge(element));
      const decoration = seen('.motif');
      return { count: seen('.card, .btn').length, problems: [...plain.map((element) => `no edge: ${element.cloneNode(false).outerHTML}`), ...decoration.map(() => 'the motif is still there')] };
    });
    assert.ok(found.count > 0, `/${page.path} has neither cards nor buttons`);
    problems.push(...found.problems.map((problem) => `/${page.path}: ${problem}`));
    await tab.keyboard.press('Tab');
    const outline = await tab.evaluate(() => getComputedStyle(document.activeElement).outline);
    if (/\bnone\b|\b0px\b/.test(outline)) problems.push(`/${page.path}: focus is not seen: ${outline}`);
    await tab.screenshot({ path: picture(page, 'forced-colours'), fullPage: true });
  });
  assertNone(problems);
});

test('paper: the title and both numbers, black on white, without band and menus', async () => {
  const problems = [];
  await across(pages, { viewport: { width: 794, height: 1123 } }, async (tab, page) => {
    const report = (problem) => problems.push(`/${page.path}: ${problem}`);
    await tab.goto(address(page));
    const numbers = await tab.locator('main a[href^="tel:"]').evaluateAll((all) => all.map((link) => link.getAttribute('href').replace(/\D/g, '')));
    if (new Set(numbers).size < 2) report('fewer than two numbers');
    await tab.emulateMedia({ media: 'print', colorScheme: 'light' });
    const digits = (await tab.locator('body').innerText()).replace(/\D/g, '');
    for (const number of new Set(numbers)) if (!digits.includes(number)) report(`${number} is not printed`);
    if (!await tab.locator('h1').first().isVisible()) report('the h1 is not printed');
    for (const element of await tab.locator('nav:visible, .motif:visible, .skip:visible').all()) {
      report(`printed: ${await element.evaluate((element) => element.cloneNode(false).outerHTML)}`);
    }
    const coloured = await tab.evaluate(() => [...document.querySelectorAll('body, body *:not(svg *)')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { color, backgroundColor, backgroundImage } = getComputedStyle(element);
        const white = /^rgba\(\d+, \d+, \d+, 0\)$|^rgb\(255, 255, 255\)$/;
        return color !== 'rgb(0, 0, 0)' || !white.test(backgroundColor) || backgroundImage !== 'none';
      })
      .map((element) => element.cloneNode(false).outerHTML));
    coloured.slice(0, 5).forEach((markup) => report(`not black on white: ${markup}`));
    await tab.screenshot({ path: picture(page, 'print'), fullPage: true });
    const pdf = (await tab.pdf({ format: 'A4' })).toString('latin1');
    const sheets = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    if (sheets < 1 || sheets > 6) report(`prints on ${sheets} sheets`);
  });
  assertNone(problems);
});
