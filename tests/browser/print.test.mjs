// The sheet to print is one page of A4 at every partner, in every language, and its codes lead where the data says.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { beyond } from './beyond.mjs';
import { browser, desktop, phone } from './browser.mjs';
import { portals } from './facts.mjs';
import { assertNone } from './report.mjs';
import { serve } from './server.mjs';
import { pagesOf, readSite } from './site.mjs';

for (const { name, folder, support } of portals) {
  const site = readSite(folder);
  const server = await serve(folder, site.base.pathname);
  const sheets = pagesOf(site, 'print');
  const open = async (options) => {
    const context = await browser.newContext(options);
    return Promise.all(sheets.map(async (page) => {
      const tab = await context.newPage();
      await tab.goto(server.origin + encodeURI(page.path));
      return [tab, page];
    }));
  };
  let opened;
  /** Each sheet in a window of this size: loaded for the first test, set for each, and closed after the last. A medium of null is the one that is asked for. */
  const visit = async (viewport, media, look) => {
    opened ??= await open();
    for (const [tab, page] of opened) {
      await tab.setViewportSize(viewport);
      await tab.emulateMedia({ media });
      await look(tab, page);
    }
  };

  test(`${name}: each language has a sheet that prints on one page of A4`, async () => {
    assert.equal(sheets.length, site.languages.length);
    await visit(desktop, null, async (tab, page) => {
      const pdf = (await tab.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
      assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1, `/${page.path}: pages`);
      const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf);
      assert.deepEqual([Math.round(width), Math.round(height)], [595, 842], `/${page.path}: A4`);
    });
  });

  test(`${name}: on paper the numbers and the codes are whole`, async () => {
    // The room of a page of A4 within its margins, in CSS pixels.
    await visit({ width: 703, height: 1032 }, 'print', async (tab, page) => {
      const sheet = await tab.evaluate(() => {
        const box = (element) => element.getBoundingClientRect();
        const all = [...document.querySelectorAll('h1, .number, .number a, .code, .end')];
        return { bottom: box(document.querySelector('.sheet')).bottom, parts: all.map((part) => ({ name: part.outerHTML.slice(0, 60), bottom: box(part).bottom, over: part.scrollWidth - part.clientWidth })) };
      });
      assert.ok(sheet.bottom <= 1032, `/${page.path}: ${sheet.bottom}`);
      assert.ok(sheet.parts.length >= 5, `/${page.path}: ${sheet.parts.length} parts`);
      assertNone(sheet.parts.filter((part) => part.bottom > sheet.bottom + 1 || part.over > 1).map((part) => `/${page.path}: ${JSON.stringify(part)}`));
    });
  });

  test(`${name}: a camera reads the codes`, async () => {
    const base = support.site.base_url;
    const languages = support.site.languages;
    const sharp = await open({ viewport: desktop, deviceScaleFactor: 3 });
    for (const [tab, page] of sharp) {
      const path = page.language === languages[0] ? '' : `${page.language.toLowerCase()}/`;
      const read = [];
      for (const code of await tab.locator('.code svg').all()) {
        assert.match(await code.getAttribute('aria-label'), /\p{L}/u);
        const { data, width, height } = PNG.sync.read(await code.screenshot());
        read.push(jsQR(new Uint8ClampedArray(data), width, height)?.data);
      }
      const phones = support.contact_methods.filter((method) => method.kind === 'phone').map((method) => method.href);
      const urgent = support.contact_methods.filter((method) => method.kind === 'phone' && method.emergency).map((method) => method.href);
      const [contact, ...rest] = read;
      assert.equal(contact, `${base}${path}contact/`);
      assert.equal(rest.at(-1), `${base}contact.vcf`);
      if (phones.length) assert.equal(rest[0], (urgent.length ? urgent : phones)[0]);
      assert.equal(read.length, phones.length ? 3 : 2);
      const beside = await tab.locator('.code a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      assert.deepEqual(beside, read);
    }
    await sharp[0][0].context().close();
  });

  test(`${name}: it can be read on a telephone, and leads back`, async () => {
    await visit(phone, null, async (tab, page) => {
      assertNone((await tab.evaluate(beyond)).map((part) => `/${page.path}: ${part}`));
      const back = await tab.locator('.screen nav > a').first().getAttribute('href');
      assert.match(back, /\/contact\/$/);
      assert.equal((await fetch(server.host + back)).status, 200);
    });
    await opened[0][0].context().close();
  });
}

test('the contact page leads to the sheet, which search engines leave out', async () => {
  const [{ folder }] = portals;
  const site = readSite(folder);
  for (const contact of pagesOf(site, 'contact')) assert.match(contact.html, /href="[^"]*\/print\/"/);
  for (const sheet of pagesOf(site, 'print')) assert.equal(sheet.indexable, false);
});
