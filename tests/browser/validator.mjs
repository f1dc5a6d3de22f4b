// What the Nu Html Checker says of portals: HTML, the style sheets within it, CSS and SVG files.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import vnu from 'vnu-jar';
import { filesOf } from './site.mjs';

// Messages that are wrong, each with the reason why.
const wrong = [
  // CSS View Transitions Level 2 defines the rule; the checker's style sheet parser does not know it yet.
  /^CSS: Unrecognized at-rule “@view-transition”$/,
  // SVG 2 takes the weights of CSS Fonts Level 4, every number from 1 to 1000; the checker knows the hundreds only.
  /^Bad value “\d+” for attribute “font-weight” on element “text”\.$/,
];

/** For each of the folders, every message about an error, with the first place of it. The checker starts once for all of them. */
export function invalid(folders) {
  const filesIn = new Map(folders.map((folder) => [folder, filesOf(folder).filter((file) => /\.(html|css|svg)$/.test(file)).map((file) => join(folder, file))]));
  for (const [folder, files] of filesIn) assert.ok(files.some((file) => file.endsWith('.html')), folder);
  // What language a text seems to be in makes warnings only, and takes long to find.
  const options = ['--errors-only', '--no-langdetect', '--format', 'json', '--stdout', '--exit-zero-always', '--also-check-css', '--also-check-svg'];
  const checker = spawnSync('java', ['-jar', String(vnu), ...options, ...[...filesIn.values()].flat()], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  assert.equal(checker.status, 0, checker.stderr || String(checker.error));
  const messages = JSON.parse(checker.stdout).messages
    .filter(({ message }) => !wrong.some((pattern) => pattern.test(message)))
    .map((message) => ({ ...message, file: fileURLToPath(message.url) }));
  return folders.map((folder) => told(folder, messages.filter(({ file }) => filesIn.get(folder).includes(file))));
}

/** Each message once, with the first of its places. */
function told(folder, messages) {
  const placesBy = new Map();
  for (const { file, lastLine, lastColumn, message, extract } of messages) {
    const place = `/${relative(folder, file)}:${lastLine}:${lastColumn}: ${(extract ?? '').replace(/\s+/g, ' ')}`;
    placesBy.set(message, [...(placesBy.get(message) ?? []), place]);
  }
  return [...placesBy].map(([message, [first, ...others]]) => `${message} (at ${first}, and ${others.length} more)`);
}
