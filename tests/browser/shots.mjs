// `npm run shots`: pictures of the kinds of page that people judge, into target/screenshots.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { quiet, systemBrowser } from './chromium.mjs';
import { serve } from './server.mjs';
import { oneOfEachKind, readSite, target } from './site.mjs';

const kinds = ['home', 'contact', 'pricing', 'support-types', 'self-service', 'cannot-sign-in', 'article', 'notice', 'notices', 'partner-of-record', '404'];
const sizes = { phone: { width: 360, height: 640 }, desktop: { width: 1280, height: 900 } };

const folder = join(target, 'screenshots');
mkdirSync(folder, { recursive: true });
const site = readSite();
const server = await serve(site.folder);
const browser = await chromium.launch({ executablePath: systemBrowser(), args: quiet });
const pages = oneOfEachKind(site).filter((page) => kinds.includes(page.kind));

await Promise.all(Object.entries(sizes).map(async ([size, viewport]) => {
  const tab = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  for (const page of pages) {
    await tab.goto(server.origin + encodeURI(page.path));
    for (const colorScheme of ['light', 'dark']) {
      await tab.emulateMedia({ colorScheme });
      const name = `${page.kind}-${page.language}-${size}-${colorScheme}`;
      await tab.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
      if (size === 'phone') await tab.screenshot({ path: join(folder, `${name}-fold.png`) });
    }
  }
}));
await browser.close();
console.log(`${pages.length} pages in ${folder}`);
