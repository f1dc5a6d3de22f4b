// `--format sarif` against the schema of SARIF 2.1.0, as OASIS published it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const root = fileURLToPath(new URL('../..', import.meta.url));
const schema = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const validate = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })).compile(schema);

function sarif(config) {
  const site = mkdtempSync(join(tmpdir(), 'supportal-sarif-'));
  writeFileSync(join(site, 'support.toml'), config);
  const { stdout } = spawnSync(join(root, 'target/release/supportal'), ['check', '--format', 'sarif', site], { encoding: 'utf8' });
  rmSync(site, { recursive: true });
  return JSON.parse(stdout);
}

test('a site with errors, one with warnings and a whole one are valid SARIF', () => {
  const whole = readFileSync(join(root, 'tests/cases/whole.toml'), 'utf8');
  const broken = whole.replace('Europe/Warsaw', 'CET').replace('[commerce]', '[comerce]');
  const results = [broken, whole.replaceAll('contoso.com', 'contoso.example'), whole].map((config) => {
    const log = sarif(config);
    assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 5), null, 1));
    return log.runs[0].results.length;
  });
  assert.ok(results[0] >= 2 && results[1] >= 2, `${results}`);
});

test('the schema is strict enough to find a fault', () => {
  assert.ok(!validate({ version: '2.1.0', runs: [{ tool: {} }] }));
  assert.ok(!validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'a' } }, results: [{ message: 'text' }] }] }));
});
