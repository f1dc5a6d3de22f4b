// What the Nu Html Checker says of a portal: HTML, the style sheets within it, CSS and SVG files.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import vnu from 'vnu-jar';

// Messages that are wrong, each with the reason why.
const wrong = [
  // CSS View Transitions Level 2 defines the rule; the checker's style sheet parser does not know it yet.
  /^CSS: Unrecognized at-rule “@view-transition”$/,
  // SVG 2 takes the weights of CSS Fonts Level 4, every number from 1 to 1000; the checker knows the hundreds only.
  /^Bad value “\d+” for attribute “font-weight” on element “text”\.$/,
];

/** Every message about an error, with the first place of it. */
export function invalid(site) {
  const files = site.files.filter((file) => /\.(html|css|svg)$/.test(file)).map((file) => join(site.folder, file));
  assert.ok(files.length >= site.pages.length);
  const options = ['--errors-only', '--format', 'json', '--stdout', '--exit-zero-always', '--also-check-css', '--also-check-svg'];
  const checker = spawnSync('java', ['-jar', String(vnu), ...options, ...files], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  assert.equal(checker.status, 0, checker.stderr || String(checker.error));
  const { messages } = JSON.parse(checker.stdout);
  const placesBy = new Map();
  for (const { url, lastLine, lastColumn, message, extract } of messages.filter(({ message }) => !wrong.some((pattern) => pattern.test(message)))) {
    const place = `/${relative(site.folder, fileURLToPath(url))}:${lastLine}:${lastColumn}: ${(extract ?? '').replace(/\s+/g, ' ')}`;
    placesBy.set(message, [...(placesBy.get(message) ?? []), place]);
  }
  return [...placesBy].map(([message, [first, ...others]]) => `${message} (at ${first}, and ${others.length} more)`);
}
