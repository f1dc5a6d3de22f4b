// The pages with the telephone numbers stay readable when the network is down, and nothing stays where a partner wants that.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { browser, phone } from './browser.mjs';
import { serve } from './server.mjs';
import { filesOf, sites, target } from './site.mjs';

// The reseller says `offline = false`.
const unkept = join(target, 'partners/reseller');

const copies = [];
after(() => copies.forEach((folder) => rmSync(folder, { recursive: true })));

/** A visitor who opens `path` of a site and waits until the browser keeps what it is to keep. */
async function visit(folder, below, path) {
  const server = await serve(folder, below);
  const context = await browser.newContext({ viewport: phone });
  const tab = await context.newPage();
  await tab.goto(server.origin + path);
  await tab.evaluate(() => navigator.serviceWorker.ready);
  return { server, context, tab };
}

const workers = (tab) => tab.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname));
const numbers = (tab) => tab.locator('main a[href^="tel:"]').count();

for (const [name, folder, below] of [['root', sites.root, '/'], ['below', sites.below, '/portal/']]) {
  test(`${name}: without a network the numbers are there, in their look, and every address leads to them`, async () => {
    const { server, context, tab } = await visit(folder, below, 'en/contact/');
    assert.deepEqual(await workers(tab), [below]);
    await tab.goto(`${server.origin}en/contact/`);
    const [count, color] = [await numbers(tab), await backdrop(tab)];
    assert.ok(count > 1);
    server.stop();
    for (const [path, expected] of [['en/contact/', 'en/contact/'], ['en/pricing/', 'en/contact/'], ['de/articles/', 'de/contact/'], ['no-such/', 'contact/'], ['en/', 'en/'], ['', '']]) {
      await tab.goto(server.origin + path);
      assert.equal(tab.url(), server.origin + expected, path);
      assert.ok(await numbers(tab) > 1, `${path}: no number`);
      assert.equal(await backdrop(tab), color, `${path} has lost its look`);
    }
    await context.close();
  });
}

test('who saw home alone finds the numbers without a network too', async () => {
  for (const [folder, below, home] of [[sites.root, '/', ''], [sites.below, '/portal/', 'de/']]) {
    const { server, context, tab } = await visit(folder, below, home);
    assert.deepEqual(await workers(tab), [below]);
    server.stop();
    await tab.goto(`${server.origin}${home}contact/`);
    assert.ok(await numbers(tab) > 1);
    await context.close();
  }
});

test('what the network says comes first, and new facts replace what was kept', async () => {
  const folder = copy();
  const { server, context, tab } = await visit(folder, '/', 'en/contact/');
  await tab.goto(`${server.origin}en/contact/`);
  const page = join(folder, 'en/contact/index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replaceAll(/<h1>[^<]*/g, '<h1>Moved'));
  await tab.goto(`${server.origin}en/contact/`);
  assert.equal(await tab.locator('h1').textContent(), 'Moved', 'the network comes first');
  server.stop();
  await tab.goto(`${server.origin}en/contact/`);
  assert.equal(await tab.locator('h1').textContent(), 'Moved', 'what was seen last is kept');
  await context.close();
});

test('a network that never answers is waited for only a moment', async () => {
  const { server, context, tab } = await visit(sites.root, '/', 'en/contact/');
  await tab.goto(`${server.origin}en/contact/`);
  server.hang();
  await tab.goto(`${server.origin}en/contact/`, { waitUntil: 'domcontentloaded' });
  assert.ok(await numbers(tab) > 1);
  await context.close();
  server.stop();
});

test('where nothing is to be kept, the worker goes and takes what it kept', async () => {
  const pages = filesOf(unkept).filter((file) => file.endsWith('.html')).map((file) => readFileSync(join(unkept, file), 'utf8'));
  assert.ok(pages.length > 5 && !pages.some((html) => html.includes('offline.js')));
  const folder = copy();
  const { server, context, tab } = await visit(folder, '/', 'en/contact/');
  assert.ok((await tab.evaluate(() => caches.keys())).length);
  cpSync(join(unkept, 'offline.js'), join(folder, 'offline.js'));
  await tab.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  // A promise is always true to `waitForFunction`, so that what it comes to is asked here.
  const left = () => tab.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]);
  const end = Date.now() + 10_000;
  while ((await left()).some(Boolean) && Date.now() < end) await new Promise((later) => { setTimeout(later, 50); });
  assert.deepEqual(await left(), [0, 0], 'workers and kept copies');
  await tab.goto(`${server.origin}en/contact/`);
  assert.deepEqual(await workers(tab), []);
  await context.close();
  server.stop();
});

function copy() {
  const folder = mkdtempSync(join(tmpdir(), 'supportal-'));
  copies.push(folder);
  cpSync(sites.root, folder, { recursive: true });
  return folder;
}

const backdrop = (tab) => tab.locator('header.band').evaluate((band) => getComputedStyle(band).backgroundImage);
