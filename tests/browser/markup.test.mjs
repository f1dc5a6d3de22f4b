// The Nu Html Checker reports no error: HTML, the style sheets within it, CSS and SVG files.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import vnu from 'vnu-jar';
import { assertNone } from './report.mjs';
import { readSite } from './site.mjs';

// Messages that are wrong, each with the reason why.
const wrong = [
  // CSS View Transitions Level 2 defines the rule; the checker's style sheet parser does not know it yet.
  /^CSS: Unrecognized at-rule “@view-transition”$/,
];

const site = readSite();

test('every page, style sheet and picture is valid', () => {
  const files = site.files.filter((file) => /\.(html|css|svg)$/.test(file)).map((file) => join(site.folder, file));
  assert.ok(files.length >= site.pages.length);
  const options = ['--errors-only', '--format', 'json', '--stdout', '--exit-zero-always', '--also-check-css', '--also-check-svg'];
  const checker = spawnSync('java', ['-jar', String(vnu), ...options, ...files], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  assert.equal(checker.status, 0, checker.stderr || String(checker.error));
  const { messages } = JSON.parse(checker.stdout);
  const problems = messages.filter(({ message }) => !wrong.some((pattern) => pattern.test(message)));
  assertNone(problems.map(({ url, lastLine, lastColumn, message, extract }) =>
    `${new URL(url).pathname.slice(site.folder.length)}:${lastLine}:${lastColumn}: ${message}: ${extract ?? ''}`));
});
