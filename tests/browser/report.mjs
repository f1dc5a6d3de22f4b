// How a test tells what it found.

import assert from 'node:assert/strict';

/** Passes when there are no problems, and otherwise tells all of them. */
export function assertNone(problems) {
  assert.ok(problems.length === 0, `${problems.length} found\n${[...problems].sort().join('\n')}`);
}
