// What hosts are told, as their own parsers understand it: every host is told the same headers and redirects.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseAllHeaders } from '@netlify/headers-parser';
import { parseAllRedirects } from '@netlify/redirect-parser';
import { XMLParser } from 'fast-xml-parser';
import { portals } from './facts.mjs';
import { filesOf } from './site.mjs';

const xml = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', isArray: (name) => ['add', 'rule', 'mimeMap', 'location'].includes(name) });

/** The paths of an address and of everything below it, as hosts write them, as a pattern. */
const pattern = (path) => new RegExp(`^${path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);

for (const { name, folder, read, support } of portals) {
  const base = new URL(support.site.base_url).pathname;
  const files = filesOf(folder).map((file) => base + file);
  const azure = JSON.parse(read('staticwebapp.config.json'));
  const iis = xml.parse(read('web.config')).configuration;
  const netlify = await parseAllHeaders({ headersFiles: [join(folder, '_headers')], minimal: true });
  const { redirects, errors } = await parseAllRedirects({ redirectsFiles: [join(folder, '_redirects')], minimal: true });

  test(`${name}: Netlify's parser takes every line of _headers, and each is about files that are there`, () => {
    assert.deepEqual(netlify.errors, []);
    const begun = read('_headers').split('\n').filter((line) => /^\S/.test(line));
    assert.ok(begun.length > 5);
    assert.equal(netlify.headers.length, begun.length);
    const about = netlify.headers.map((rule) => rule.for);
    assert.deepEqual(about.filter((path) => !files.some((file) => pattern(path).test(file))), []);
    assert.equal(new Set(about).size, about.length);
  });

  test(`${name}: Netlify, Azure and IIS are told the same headers for every page`, () => {
    const everywhere = netlify.headers.find((rule) => rule.for === `${base}*`).values;
    assert.match(everywhere['Content-Security-Policy'], /^default-src 'none'; /);
    const { 'Cache-Control': kept, ...global } = azure.globalHeaders;
    assert.match(kept, /^public, max-age=\d+$/);
    assert.deepEqual(global, everywhere);
    const sent = iis['system.webServer'].httpProtocol.customHeaders.add;
    assert.deepEqual(Object.fromEntries(sent.map((header) => [header.name, header.value])), everywhere);
  });

  test(`${name}: Netlify, Azure and IIS are told the same types of files`, () => {
    const told = iis['system.webServer'].staticContent.mimeMap.map((type) => [type.fileExtension, type.mimeType]);
    assert.deepEqual(Object.fromEntries(told), azure.mimeTypes);
    for (const { for: path, values } of netlify.headers.filter((rule) => rule.values['Content-Type'])) {
      assert.equal(values['Content-Type'], azure.mimeTypes[/\.\w+$/.exec(path)[0]], path);
    }
  });

  test(`${name}: Netlify's parser takes every line of _redirects, and each leads to a page`, () => {
    assert.deepEqual(errors, []);
    for (const { from, to, status } of redirects) {
      assert.ok(existsSync(join(folder, to.slice(base.length), to.endsWith('/') ? 'index.html' : '')), `${from} leads to ${to}`);
      assert.ok(status === (from.endsWith('*') ? 404 : 301), `${from}: ${status}`);
    }
    const stubs = filesOf(folder).filter((file) => file.endsWith('/index.html')).flatMap((file) => {
      const to = /http-equiv="?refresh"? content="0; url=([^"]+)"/.exec(readFileSync(join(folder, file), 'utf8'))?.[1];
      return to ? [`${base}${file.slice(0, -'index.html'.length)} ${to}`] : [];
    });
    const moved = redirects.filter(({ from, status }) => status === 301 && from.endsWith('/'));
    assert.deepEqual(moved.map(({ from, to }) => `${decodeURI(from)} ${to}`).sort(), stubs.sort());
  });

  test(`${name}: Azure is told of the same old addresses, and of the page for what is not there`, () => {
    assert.ok(Buffer.byteLength(read('staticwebapp.config.json')) <= 20_000);
    const known = ['$schema', 'routes', 'globalHeaders', 'mimeTypes', 'responseOverrides', 'trailingSlash', 'navigationFallback'];
    assert.deepEqual(Object.keys(azure).filter((key) => !known.includes(key)), []);
    const moved = azure.routes.filter((route) => route.redirect).map(({ route, redirect, statusCode }) => `${route} ${redirect} ${statusCode}`);
    const asked = redirects.filter(({ status }) => status === 301).map(({ from, to, status }) => `${from} ${to} ${status}`);
    assert.deepEqual(moved.filter((line) => line.split(' ')[0].endsWith('/')).sort(), asked.filter((line) => line.split(' ')[0].endsWith('/')).sort());
    assert.ok(existsSync(join(folder, azure.responseOverrides['404'].rewrite.slice(base.length))));
  });
}
