// A running `supportal serve`, and the copy of the example portal that it shows.

import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { target } from './site.mjs';

const program = join(target, 'release/supportal');
const example = fileURLToPath(new URL('../../example-site', import.meta.url));

/** What does not happen in this time, in milliseconds, does not happen. */
export const patience = 60_000;

/** Shows a copy of the example portal; `change` may make another of it first. */
export async function preview(options = [], change = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), 'supportal-serve-'));
  const root = join(folder, 'site');
  cpSync(example, root, { recursive: true, filter: (path) => !path.includes('public') });
  const site = {
    read: (path) => readFileSync(join(root, path), 'utf8'),
    /** Writes a file in one step, so that no build sees half of it. */
    save(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(folder, 'aside'), text);
      renameSync(join(folder, 'aside'), join(root, path));
    },
    edit: (path, edit) => site.save(path, edit(site.read(path))),
    remove: (path) => rmSync(join(root, path), { recursive: true }),
  };
  change(site);
  let shown = await start(root, ['--port', '0', ...options]);
  const stop = () => new Promise((ended) => { shown.child.once('exit', ended).kill('SIGINT'); });
  after(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });
  return Object.assign(site, {
    origin: shown.origin,
    /** Waits until the terminal says this. */
    async tells(text) {
      for (const end = Date.now() + patience; !text.test(shown.told.join('')); await delay(5)) {
        if (Date.now() > end) throw new Error(`it does not say ${text}:\n${shown.told.join('')}`);
      }
    },
    /** Ends the program and starts it again on the same port; `meanwhile` happens between the two. */
    async again(meanwhile) {
      await stop();
      meanwhile();
      shown = await start(root, [...options, '--port', new URL(shown.origin).port]);
    },
  });
}

async function start(root, options) {
  const child = spawn(program, ['serve', root, '--now', '2026-11-22T10:00:00Z', ...options]);
  const told = [];
  child.stderr.setEncoding('utf8').on('data', (text) => told.push(text));
  const end = Date.now() + patience;
  for (;;) {
    const origin = /^Showing .* at (\S+);/m.exec(told.join(''))?.[1];
    if (origin) return { child, told, origin };
    if (child.exitCode !== null || Date.now() > end) throw new Error(`it shows nothing:\n${told.join('')}`);
    await delay(5);
  }
}
