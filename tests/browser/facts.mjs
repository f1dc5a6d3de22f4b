// The sites that `tests/run` built, with what their `support.json` says.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sites, target } from './site.mjs';

const partners = join(target, 'partners');

/** The example portal, at the root of its host and below a path, and the test partners. */
export const portals = [
  ...Object.entries(sites),
  ...(existsSync(partners) ? readdirSync(partners).sort().map((name) => [name, join(partners, name)]) : []),
].map(([name, folder]) => {
  const read = (file) => readFileSync(join(folder, file), 'utf8');
  return { name, folder, read, support: JSON.parse(read('support.json')) };
});

/** The path of a file of the portal from its address. */
export const pathOf = ({ support }, url) => url.slice(support.site.base_url.length);
