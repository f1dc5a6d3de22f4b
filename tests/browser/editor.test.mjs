// The JSON Schema by which editors check a support.toml: it takes what the program takes, and refuses nothing else.

import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse, stringify, TomlDate } from 'smol-toml';
import { assertNone } from './report.mjs';
import { target } from './site.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'target/release/supportal');
const schema = JSON.parse(execFileSync(program, ['schema']));
const ajv = addFormats(new Ajv({ strict: true, strictTypes: false, allErrors: true }));
const validate = ajv.compile(schema);
const said = () => validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`).join('; ');

const read = (path) => readFileSync(join(root, path), 'utf8');
const [, inReadme] = /```toml\n([^]*?)```/.exec(read('README.md'));
const partners = ['minimal', 'reseller', 'provider', 'hostile'].map((name) => `tests/sites/${name}`);
const portals = new Map([['README.md', inReadme], ...['example-site', ...partners].map((folder) => [folder, read(`${folder}/support.toml`)])]);

// What `init` writes for each role: with few answers, and with a name that has to be escaped.
const started = join(target, 'started');
rmSync(started, { recursive: true, force: true });
for (const [role, ...options] of [
  ['direct-bill', '--country', 'PL', '--lang', 'pl,en'],
  ['indirect-reseller', '--country', 'DE', '--lang', 'de,en,pl', '--name', 'Büro "X" \\ 👍'],
  ['indirect-provider', '--country', 'SA', '--lang', 'en'],
]) {
  const folder = join(started, role);
  execFileSync(program, ['init', folder, '--role', role, ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  const toml = readFileSync(join(folder, 'support.toml'), 'utf8');
  portals.set(`init --role ${role}`, toml);
  test(`init --role ${role} names the schema that stands beside it`, () => {
    const [, path] = /^#:schema (\S+)\n/.exec(toml);
    assert.deepEqual(JSON.parse(readFileSync(join(folder, path), 'utf8')), schema);
  });
}

/** As editors give it to a schema: dates are strings. */
const plain = (value) => {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  return value;
};

for (const [name, toml] of portals) {
  test(`the schema takes ${name}`, () => assert.ok(validate(plain(parse(toml))), said()));
}

test('every key has a title and says what it means, and its example is right', () => {
  const problems = [];
  for (const [name, table] of [['support.toml', schema], ...Object.entries(schema.$defs)]) {
    if (!table.description) problems.push(`${name} has no description`);
    for (const [key, value] of Object.entries(table.properties)) {
      if (!value.title || !/^[A-Z].*[.!]$/.test(value.description ?? '')) problems.push(`${name}.${key}: "${value.description}"`);
      for (const example of value.examples ?? []) {
        const check = ajv.compile({ $defs: schema.$defs, ...value });
        if (!check(example)) problems.push(`${name}.${key}: its example ${JSON.stringify(example)} is refused`);
      }
    }
  }
  assertNone(problems);
});

/** Every place in a value, as the path of keys that leads there. */
const places = (value, path = []) => (typeof value !== 'object' || value instanceof TomlDate ? [] : Object.entries(value))
  .flatMap(([key, inner]) => [[...path, key], ...places(inner, [...path, key])]);

const slips = {
  'is missing': (table, key) => { if (Array.isArray(table)) table.splice(key, 1); else delete table[key]; },
  'is misspelt': (table, key) => { if (!Array.isArray(table)) { table[`${key}x`] = table[key]; delete table[key]; } },
  'is a number': (table, key) => { table[key] = 17; },
  'is a table': (table, key) => { table[key] = { no: 'no' }; },
  'is a list': (table, key) => { table[key] = ['§ no']; },
  'is another word': (table, key) => { table[key] = '§ no'; },
  'is empty': (table, key) => { table[key] = ''; },
};

/** The configuration with one slip, and what the slip was. */
function* broken(toml) {
  for (const path of places(parse(toml))) {
    for (const [what, slip] of Object.entries(slips)) {
      const portal = parse(toml);
      const table = path.slice(0, -1).reduce((inner, key) => inner[key], portal);
      slip(table, path.at(-1));
      yield [`${path.join('.')} ${what}`, portal];
    }
  }
}

test('what the schema refuses, the program refuses', async () => {
  const run = promisify(execFile);
  const refused = [...broken(portals.get('tests/sites/provider'))].filter(([, portal]) => !validate(plain(portal)));
  assert.ok(refused.length > 1000, `only ${refused.length} slips were refused`);
  // Of so many, every seventh: they are of seven kinds, and the places are no multiple of it.
  const asked = refused.filter((_, i) => i % 7 === 0);
  const problems = [];
  const check = async ([what, portal], i) => {
    const folder = join(target, 'slips', String(i % 4));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'support.toml'), stringify(portal));
    await run(program, ['check', folder, '--quiet']).then(() => problems.push(`${what}: only the schema refuses it`), ({ code }) => {
      if (code !== 1) problems.push(`${what}: exit ${code}`);
    });
  };
  await Promise.all([0, 1, 2, 3].map(async (lane) => {
    for (let i = lane; i < asked.length; i += 4) await check(asked[i], i);
  }));
  assertNone(problems);
});
