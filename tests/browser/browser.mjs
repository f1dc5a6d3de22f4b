// One browser for a test file, the site it looks at, and a way to walk many pages at once.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { quiet, systemBrowser } from './chromium.mjs';
import { serve } from './server.mjs';
import { readSite } from './site.mjs';

export const phone = { width: 360, height: 640 };
export const desktop = { width: 1280, height: 900 };

export const site = readSite();
export const server = await serve(site.folder);
export const browser = await chromium.launch({ executablePath: systemBrowser(), args: quiet });

after(() => browser.close());

/** The address of a page on this machine. */
export const address = (page) => server.origin + encodeURI(page.path);

/** Visits every item with a few tabs at once; each tab keeps its own context, made with `options`. */
export async function across(items, options, visit) {
  assert.ok(items.length > 0, 'there is nothing to look at');
  const queue = [...items];
  const worker = async () => {
    const context = await browser.newContext(options);
    const tab = await context.newPage();
    const lost = new Promise((_, reject) => { tab.once('crash', () => reject(new Error(`the browser lost ${tab.url()}`))); });
    while (queue.length) await Promise.race([visit(tab, queue.shift()), lost, late(tab)]);
    await context.close();
  };
  await Promise.all(Array.from({ length: Math.min(4, items.length) }, worker));
}

/** Fails after a minute: without it a test would wait for ever for a tab that no longer answers. */
async function late(tab) {
  await delay(60_000, undefined, { ref: false });
  throw new Error(`no answer from ${tab.url()}`);
}

/** Parses every page, runs nothing of it, and collects what `read`, a function of its document, finds. */
export async function readEach(pages, read) {
  const tab = await browser.newPage();
  const found = [];
  for (const page of pages) {
    found.push([page, await tab.evaluate(`(${read})(new DOMParser().parseFromString(${JSON.stringify(page.html)}, 'text/html'))`)]);
  }
  await tab.close();
  return found;
}
