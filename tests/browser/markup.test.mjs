// The Nu Html Checker reports no error: HTML, the style sheets within it, CSS and SVG files.

import { test } from 'node:test';
import { assertNone } from './report.mjs';
import { readSite } from './site.mjs';
import { invalid } from './validator.mjs';

test('every page, style sheet and picture is valid', () => assertNone(invalid(readSite())));
