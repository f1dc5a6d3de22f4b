// What programs read, by parsers that are not ours: JSON by its schema, feeds and maps as XML.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { pathOf, portals } from './facts.mjs';

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', isArray: (name) => ['entry', 'url', 'link', 'xhtml:link'].includes(name) });

function xml(text) {
  assert.equal(XMLValidator.validate(text), true);
  return parser.parse(text);
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

for (const portal of portals) {
  const { name, folder, read, support } = portal;

  test(`${name}: support.json is what its schema says, and the schema is strict enough to find a fault`, () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(JSON.parse(read('support.schema.json')));
    assert.ok(validate(support), JSON.stringify(validate.errors?.slice(0, 5), null, 1));
    for (const broken of [
      { ...support, version: '1' },
      { ...support, hours: { a: { ...Object.values(support.hours)[0], open: [['yesterday', 'today']] } } },
      { ...support, contact_methods: [{ id: 'a' }] },
      { ...support, site: { ...support.site, reviewed: '12 November' } },
    ]) assert.ok(!validate(broken));
  });

  test(`${name}: compliance.json is what its schema says, and the schema is strict enough to find a fault`, () => {
    if (!existsSync(join(folder, 'compliance.json'))) return;
    const validate = addFormats(new Ajv2020({ strict: true, allErrors: true })).compile(JSON.parse(read('compliance.schema.json')));
    const told = JSON.parse(read('compliance.json'));
    assert.ok(validate(told), JSON.stringify(validate.errors?.slice(0, 5), null, 1));
    for (const broken of [{ ...told, facts_sha256: 'none' }, { ...told, duties: [{ id: 'O-1' }] }, { ...told, reviewed: 'today' }]) {
      assert.ok(!validate(broken));
    }
  });

  test(`${name}: JSON-LD says no times of desks in several zones, and no date as closed on which a desk opens`, () => {
    const html = read('contact/index.html');
    const points = JSON.parse(/<script type="?application\/ld\+json"?>(.*?)<\/script>/s.exec(html)[1])['@graph']
      .flatMap((thing) => thing.contactPoint ?? []);
    const desks = (id) => (support.hours[id].any_of.length ? support.hours[id].any_of.flatMap(desks) : [support.hours[id]]);
    for (const method of support.contact_methods.filter(({ telephone, hours }) => telephone && hours)) {
      const said = points.find(({ telephone }) => telephone === method.telephone)?.hoursAvailable ?? [];
      const zones = [...new Set(desks(method.hours).map((desk) => desk.time_zone))];
      if (zones.length > 1) assert.deepEqual(said, [], method.id);
      const date = new Intl.DateTimeFormat('sv', { timeZone: zones[0] ?? 'UTC', dateStyle: 'short' });
      const opens = new Set(support.hours[method.hours].open.map(([start]) => date.format(new Date(start))));
      for (const day of said.filter((one) => one.validFrom && one.opens === one.closes)) assert.ok(!opens.has(day.validFrom), `${method.id} ${day.validFrom}`);
    }
  });

  test(`${name}: the contact page has no other date than support.json`, () => {
    const cards = read('contact/index.html').split(/<section class="?card"? id="?hours-/).slice(1);
    for (const card of cards) {
      const id = /^[\w-]+/.exec(card)[0];
      const dates = [...card.split('</section>')[0].matchAll(/<time datetime="?(\d{4}-\d\d-\d\d)/g)].map(([, date]) => date);
      const known = new Set(support.hours[id].exceptions.map(({ date }) => date));
      assert.deepEqual(dates.filter((date) => !known.has(date)), [], id);
    }
  });

  test(`${name}: every file that support.json names is there`, () => {
    const files = [...Object.values(support.site.files), ...Object.values(support.site.feeds), support.$schema];
    for (const url of files) assert.ok(existsSync(join(folder, pathOf(portal, url))), url);
    for (const url of support.notices.flatMap((notice) => Object.values(notice.urls))) {
      assert.ok(existsSync(join(folder, decodeURI(pathOf(portal, url)), 'index.html')), url);
    }
  });

  for (const [language, url] of Object.entries(support.site.feeds)) {
    test(`${name}: the feed in ${language} has the notices of support.json`, () => {
      const { feed } = xml(read(pathOf(portal, url)));
      const entries = feed.entry ?? [];
      const { [language]: own, ...others } = support.site.feeds;
      const home = (feed) => feed.slice(0, -'notices.atom'.length);
      // The address in the feed's language, whether it is translated or not; what it leads to exists.
      const moved = (address) => home(own) + address.slice(Math.max(...Object.values({ own, ...others }).map(home).filter((base) => address.startsWith(base)).map((base) => base.length)));
      const written = ({ urls }) => urls[language] ?? urls[support.site.languages.find((tag) => urls[tag])];
      const said = new Map(support.notices.map((notice) => [moved(written(notice)), notice]));
      assert.equal(feed.id, url);
      assert.deepEqual(entries.map((entry) => entry.id).sort(), [...said.keys()].sort());
      for (const entry of entries) {
        const notice = said.get(entry.id);
        const [summary, html] = [entry.summary['#text'] ?? entry.summary, entry.content['#text']];
        const terms = [entry.category].flat().map(({ term }) => term);
        assert.deepEqual(terms, [notice.kind, notice.status, ...notice.components].filter(Boolean));
        const words = [entry.category].flat().filter(({ term }) => term !== 'scheduled').map(({ label }) => label);
        for (const word of words) assert.ok(summary.includes(word) && html.includes(escaped(word)), `${entry.id}: ${word}`);
        const title = notice.title[language] ?? notice.title[support.site.languages.find((tag) => notice.title[tag])];
        assert.ok(notice.status === 'cancelled' ? entry.title.endsWith(`: ${title}`) : entry.title === title, entry.title);
        assert.equal(entry.published ?? null, notice.date && `${notice.date}T00:00:00Z`);
        assert.ok(!notice.updated || Date.parse(entry.updated) >= Date.parse(notice.updated), entry.updated);
        for (const time of [notice.start, notice.end].filter(Boolean)) assert.match(summary, new RegExp(String(new Date(time).getUTCFullYear())));
        for (const update of notice.updates) {
          const text = update.text[language] ?? update.text[support.site.languages.find((tag) => update.text[tag])];
          assert.ok(html.includes(escaped(text)), `${entry.id}: ${text}`);
        }
      }
      for (const instant of [feed.updated, ...entries.map((entry) => entry.updated)]) assert.ok(Date.parse(instant) >= 0, instant);
      const times = entries.map((entry) => entry.updated);
      assert.deepEqual(times, [...times].sort().reverse(), 'newest first');
      assert.ok(!times.length || feed.updated === times[0]);
      for (const entry of entries) {
        assert.ok(entry.title && feed.author.name);
        assert.equal([entry.link].flat().find((link) => link.rel === 'alternate').href, written(said.get(entry.id)));
        assert.ok(!/(href|src)=&quot;\/|(href|src)="\//.test(entry.content['#text'] ?? ''), `${entry.id} has a link that holds inside the site only`);
      }
    });
  }

  test(`${name}: sitemap and web.config are well formed, and the manifest points at its icon`, () => {
    const urls = xml(read('sitemap.xml')).urlset.url.map((url) => url.loc);
    assert.equal(new Set(urls).size, urls.length);
    assert.ok(xml(read('web.config')).configuration['system.webServer']);
    const manifest = JSON.parse(read('manifest.webmanifest'));
    const base = new URL(support.site.base_url).pathname;
    assert.equal(manifest.start_url, base);
    assert.ok(xml(read(manifest.icons[0].src.slice(base.length))).svg);
  });
}
