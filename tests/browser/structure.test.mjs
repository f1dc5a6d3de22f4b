// How every page is built: one h1 and no skipped level, language and direction, a title of its own, landmarks, nothing inline that acts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEach, site } from './browser.mjs';
import { assertNone } from './report.mjs';

const documents = await readEach(site.pages, (document) => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const outermost = (selector) => all(selector).filter((element) => !element.closest('main, article, section, aside, nav'));
  const skip = document.querySelector('body a');
  return {
    language: document.documentElement.lang,
    direction: document.documentElement.dir,
    title: document.title,
    headings: all('h1, h2, h3, h4, h5, h6').map((heading) => ({ level: Number(heading.localName[1]), text: heading.textContent.trim() })),
    skipsTo: skip?.hash && document.getElementById(skip.hash.slice(1))?.localName,
    landmarks: { main: all('main').length, header: outermost('header').length, footer: outermost('footer').length, navigation: Math.min(1, all('nav').length) },
    styled: all('body [style], html[style], body[style]').map((element) => element.cloneNode(false).outerHTML),
    handlers: all('*').flatMap((element) => [...element.attributes].filter(({ name }) => name.startsWith('on')).map(({ name }) => `${element.localName} ${name}`)),
    scripts: all('script').map((script) => ({ type: script.type, source: script.getAttribute('src'), text: script.text })),
  };
});

const isData = ({ type }) => type === 'application/json' || type === 'application/ld+json';

/** One test over all pages: `check` returns the problems of one. */
const everyPage = (name, check) => test(name, () => {
  assertNone(documents.flatMap(([page, read]) => check(read, page).map((problem) => `/${page.path}: ${problem}`)));
});

everyPage('one h1, and no heading level is skipped', ({ headings }) => [
  ...(headings.filter(({ level }) => level === 1).length === 1 ? [] : ['not exactly one h1']),
  ...headings.filter(({ text }) => text === '').map(({ level }) => `an empty h${level}`),
  ...headings.filter(({ level }, i) => level > (headings[i - 1]?.level ?? 0) + 1).map(({ level, text }) => `h${level} “${text}” skips a level`),
]);

everyPage('language and direction are told', ({ language, direction }, page) => [
  ...(language === page.language ? [] : [`lang is “${language}” instead of ${page.language}`]),
  ...(direction === (new Intl.Locale(page.language).maximize().script.match(/Arab|Hebr|Thaa|Syrc/) ? 'rtl' : 'ltr') ? [] : [`dir is “${direction}”`]),
]);

test('every page has a title, and no two of a language share one', () => {
  const owners = new Map();
  for (const [{ language, path }, { title }] of documents) {
    const key = `${language} “${title}”`;
    owners.set(key, [...(owners.get(key) ?? []), `/${path}`]);
  }
  assertNone([
    ...documents.filter(([, { title }]) => !title.trim()).map(([{ path }]) => `/${path}: no title`),
    ...[...owners].filter(([, paths]) => paths.length > 1).map(([title, paths]) => `${paths.join(' ')}: ${title}`),
  ]);
});

everyPage('the first link skips to the content', ({ skipsTo }) => (skipsTo === 'main' ? [] : [`the first link leads to ${skipsTo ?? 'nothing'}`]));

everyPage('header, navigation, main and footer once', ({ landmarks }) =>
  Object.entries(landmarks).filter(([, count]) => count !== 1).map(([name, count]) => `${count} × ${name}`));

everyPage('no inline style and no event handler', ({ styled, handlers }) => [...styled, ...handlers]);

everyPage('scripts are inline, but those of promises and of times without a network, and data blocks are JSON', ({ scripts }, page) => [
  ...scripts.filter(({ source }) => source !== null && source !== '/offline.js' && !isOfPromises(source, page)).map(({ source }) => `script ${source}`),
  ...scripts.filter(isData).filter(({ text }) => !parses(text)).map(({ text }) => `no JSON: ${text.slice(0, 80)}`),
]);

test('what executes is byte-equal on all pages that carry it', () => {
  const bodies = new Set(documents.flatMap(([, { scripts }]) => scripts.filter((script) => !isData(script) && script.source === null).map(({ text }) => text)));
  assert.ok(bodies.size <= 1, `${bodies.size} different scripts`);
});

function isOfPromises(source, { kind }) {
  return ['contact', 'pricing'].includes(kind) && /^\/assets\/standard\.[0-9a-f]{16}\.js$/.test(source);
}

function parses(text) {
  try {
    return Boolean(JSON.parse(text));
  } catch {
    return false;
  }
}
