// Feeds and sitemaps by their grammars: Jing, which the Nu Html Checker has inside, judges them.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import vnu from 'vnu-jar';
import { portals } from './facts.mjs';
import { assertNone } from './report.mjs';
import { filesOf } from './site.mjs';

const folder = mkdtempSync(join(tmpdir(), 'supportal-schemas-'));
after(() => rmSync(folder, { recursive: true }));

/** What a grammar says against files. */
function faults(grammar, files) {
  const schema = fileURLToPath(new URL(`schemas/${grammar}`, import.meta.url));
  const jing = ['-cp', String(vnu), 'nu.validator.vendor.thaiopensource.relaxng.util.Driver', '-c', schema, ...files];
  const run = spawnSync('java', jing, { encoding: 'utf8' });
  assert.ok(run.status === 0 || run.stdout, run.stderr || String(run.error));
  return run.stdout.split('\n').filter(Boolean);
}

const written = (name) => portals.flatMap(({ folder }) => filesOf(folder).filter((file) => file.endsWith(name)).map((file) => join(folder, file)));
const read = (name) => {
  const { read, folder } = portals[0];
  return read(filesOf(folder).find((file) => file.endsWith(name)));
};

/** Each change of a good file that the grammar does not find. */
function missed(grammar, text, changes) {
  const files = changes.map(([from, to], i) => {
    const broken = text.replace(from, to);
    assert.notEqual(broken, text, String(from));
    const file = join(folder, `broken-${i}.xml`);
    writeFileSync(file, broken);
    return file;
  });
  const found = faults(grammar, files);
  return changes.filter((_, i) => !found.some((fault) => fault.startsWith(`${files[i]}:`))).map(String);
}

test('every feed is Atom', () => {
  const feeds = written('notices.atom');
  assert.ok(feeds.length > portals.length);
  assertNone(faults('atom.rnc', feeds));
});

test('what is no Atom is found', () => assertNone(missed('atom.rnc', read('notices.atom'), [
  [/<author>.*?<\/author>/, ''],
  [/<updated>.*?<\/updated>/, ''],
  [/(\d)T(\d\d:\d\d:\d\d)Z/, '$1 $2'],
  [/<content type="html">/, '<content type="xhtml">'],
  [/<id>.*?<\/id>/, '<id>notices</id>'],
  [/ href=".*?"/, ''],
  [/xml:lang="(.*?)"/, 'xml:lang="$1_PL"'],
  ['<category ', '<tag '],
  [/<entry.*?>/, '$&<content>twice</content>'],
])));

test('every sitemap is what the protocol asks', () => {
  const maps = written('sitemap.xml');
  assert.equal(maps.length, portals.length);
  assertNone(faults('sitemap.rnc', maps));
});

test('what is no sitemap is found', () => assertNone(missed('sitemap.rnc', read('sitemap.xml'), [
  ['<loc>https://', '<loc>/'],
  [/<loc>.*?<\/loc>/, '<loc>https://żółw.example/</loc>'],
  [/<lastmod>.*?</, '<lastmod>yesterday<'],
  [/hreflang="(..)"/, 'hreflang="$1_PL"'],
  ['<url>', '<url><page/>'],
])));
