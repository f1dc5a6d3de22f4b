// Files that other programs look for under a name of their own, as readers that are not ours understand them.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { Parser } from 'commonmark';
import { XMLParser } from 'fast-xml-parser';
import robotsParser from 'robots-parser';
import { browser } from './browser.mjs';
import { pathOf, portals } from './facts.mjs';
import { assertNone } from './report.mjs';
import { serve } from './server.mjs';

const { apgApi: Grammar, apgLib } = createRequire(import.meta.url)('apg-js');
const xml = new XMLParser({ isArray: (name) => name === 'url' });

/** What RFC 9116 says of a line, with what it takes of RFC 3339, RFC 3986 and RFC 5646. */
const securityTxt = new Grammar(`
file = 1*(line eol)
line = contact / expires / languages / canonical / policy
contact = "Contact:" SP uri
expires = "Expires:" SP date-time
languages = "Preferred-Languages:" SP tag *(", " tag)
canonical = "Canonical:" SP uri
policy = "Policy:" SP uri
eol = [CR] LF
date-time = 4DIGIT "-" 2DIGIT "-" 2DIGIT "T" 2DIGIT ":" 2DIGIT ":" 2DIGIT ["." 1*DIGIT] ("Z" / ("+" / "-") 2DIGIT ":" 2DIGIT)
tag = 2*8ALPHA *("-" 1*8(ALPHA / DIGIT))
uri = ALPHA *(ALPHA / DIGIT / "+" / "-" / ".") ":" 1*(unreserved / escaped / reserved)
unreserved = ALPHA / DIGIT / "-" / "." / "_" / "~"
escaped = "%" 2HEXDIG
reserved = ":" / "/" / "?" / "#" / "[" / "]" / "@" / "!" / "$" / "&" / "'" / "(" / ")" / "*" / "+" / "," / ";" / "="
ALPHA = %x41-5A / %x61-7A
DIGIT = %x30-39
HEXDIG = DIGIT / "A" / "B" / "C" / "D" / "E" / "F"
SP = %x20
CR = %x0D
LF = %x0A
`.replaceAll('\n', '\r\n').trimStart());
securityTxt.generate();
assert.deepEqual(securityTxt.errors, []);
const follows = (text) => new apgLib.parser().parse(securityTxt.toObject(), 0, apgLib.utils.stringToChars(text)).success;

/** The nodes of a Markdown text of one type, as the reference parser finds them. */
function nodes(markdown, type) {
  const walker = new Parser().parse(markdown).walker();
  const found = [];
  for (let event = walker.next(); event; event = walker.next()) if (event.entering && event.node.type === type) found.push(event.node);
  return found;
}

/** The words of a node. */
function words(node) {
  const walker = node.walker();
  let text = '';
  for (let event = walker.next(); event; event = walker.next()) {
    if (event.entering) text += event.node.literal ?? (event.node.type === 'softbreak' ? ' ' : '');
  }
  return text;
}

for (const portal of portals) {
  const { name, folder, read, support } = portal;
  const { base_url: base, languages } = support.site;
  const pages = xml.parse(read('sitemap.xml')).urlset.url.map((url) => url.loc);

  test(`${name}: robots.txt keeps nobody from a page, and names the sitemap`, () => {
    const robots = robotsParser(new URL('/robots.txt', base).href, read('robots.txt'));
    assertNone(pages.filter((page) => !robots.isAllowed(page, 'any-robot')));
    assert.deepEqual(robots.getSitemaps(), [`${base}sitemap.xml`]);
  });

  test(`${name}: security.txt follows the grammar of RFC 9116, and says what support.json says`, () => {
    const file = '.well-known/security.txt';
    const { email, telephone, policy } = support.security;
    if (!existsSync(join(folder, file))) {
      assert.ok(!email && !telephone);
      return;
    }
    const text = read(file);
    assert.ok(follows(text), text);
    const fields = text.trimEnd().split(/\r?\n/).map((line) => line.split(/: (.*)/));
    const said = (field) => fields.filter(([known]) => known === field).map(([, value]) => value);
    const contacts = [email && `mailto:${email}`, telephone && `tel:${telephone}`].filter(Boolean);
    assert.deepEqual(said('Contact').map(decodeURIComponent), contacts);
    const [expires, ...more] = said('Expires').map(Date.parse);
    assert.ok(!more.length && expires > Date.parse('2026-11-22') && expires <= Date.parse('2027-11-22'));
    assert.deepEqual(said('Preferred-Languages'), [languages.join(', ')]);
    assert.deepEqual(said('Canonical'), [base + file]);
    assert.deepEqual(said('Policy'), policy ? [policy] : []);
  });

  test(`${name}: llms.txt has a title, a summary, and in its lists the twin of every page of its language`, () => {
    const text = read('llms.txt');
    const [title, summary] = [nodes(text, 'document')[0].firstChild, nodes(text, 'document')[0].firstChild.next];
    assert.ok(title.type === 'heading' && title.level === 1 && words(title) === support.site.title[languages[0]]);
    assert.ok(summary.type === 'block_quote' && words(summary).length > 10);
    assert.deepEqual([...new Set(nodes(text, 'heading').slice(1).map((heading) => heading.level))], [2]);
    const links = nodes(text, 'link').map((link) => link.destination);
    assertNone(links.filter((url) => url.startsWith(base) && !existsSync(join(folder, decodeURI(pathOf(portal, url))))));
    const foreign = languages.slice(1).map((tag) => base + tag + '/');
    const own = pages.filter((page) => !foreign.some((root) => page.startsWith(root)));
    assertNone(own.filter((page) => existsSync(join(folder, decodeURI(pathOf(portal, page)), 'index.md')) && !links.includes(`${page}index.md`)));
  });

  test(`${name}: every twin begins with the heading of its page, and leads nowhere that is not there`, () => {
    const twins = pages.map((page) => decodeURI(pathOf(portal, page))).filter((path) => existsSync(join(folder, path, 'index.md')));
    assert.ok(twins.length > 5);
    assertNone(twins.flatMap((path) => {
      const text = read(`${path}index.md`).replace(/^---\n[^]*?\n---\n/, '');
      const heading = nodes(text, 'heading')[0];
      const title = /<h1[^>]*>(.*?)<\/h1>/s.exec(read(`${path}index.html`))[1].replace(/<[^>]+>/g, '');
      const plain = new Parser().parse(title.replace(/[*_`[\]\\~]/g, '\\$&'));
      const lost = nodes(text, 'link').map((link) => link.destination).filter((url) => url.startsWith(base))
        .map((url) => decodeURI(pathOf(portal, url).split(/[#?]/)[0]))
        .filter((file) => !existsSync(join(folder, file)));
      const other = heading?.level === 1 && words(heading).trim() === words(plain).trim() ? [] : [`"${heading && words(heading)}", not "${words(plain)}"`];
      return [...other, ...lost].map((what) => `${path}index.md: ${what}`);
    }));
  });

  test(`${name}: Chromium reads the manifest without a fault, and finds in it name, start and icons`, async () => {
    const server = await serve(folder, new URL(base).pathname);
    const tab = await browser.newPage();
    await tab.goto(`${server.origin}contact/`);
    const session = await tab.context().newCDPSession(tab);
    const { errors, manifest } = await session.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    assert.equal(manifest.startUrl, server.origin);
    assert.equal(manifest.name, support.site.title[languages[0]]);
    assert.ok(manifest.icons.length);
    await tab.close();
    server.stop();
  });
}

test('what is no security.txt is found', () => {
  const right = 'Contact: mailto:a@b.example\nExpires: 2027-01-01T00:00:00Z\n';
  assert.ok(follows(right));
  for (const wrong of ['', 'Contact: a b\n', right.trimEnd(), right.replace(': ', ':'), `${right}Expires: soon\n`, `${right}Policy: here\n`, `${right}\n<b>\n`]) {
    assert.ok(!follows(wrong), wrong);
  }
});
