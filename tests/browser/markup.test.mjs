// The Nu Html Checker reports no error in any portal: HTML, the style sheets within it, CSS and SVG files.

import { test } from 'node:test';
import { portals } from './facts.mjs';
import { assertNone } from './report.mjs';
import { invalid } from './validator.mjs';

// What stands below a path of its host differs from the one at the root in addresses only.
const checked = portals.filter(({ name }) => name !== 'below');
const problems = invalid(checked.map(({ folder }) => folder));

for (const [i, { name }] of checked.entries()) {
  test(`${name}: every page, style sheet and picture is valid`, () => assertNone(problems[i]));
}
