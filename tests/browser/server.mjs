// A static host in miniature: folders answer with their index.html, what is unknown with 404.html, and `_headers` is obeyed.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types = {
  '.atom': 'application/atom+xml', '.css': 'text/css', '.html': 'text/html', '.ics': 'text/calendar', '.js': 'text/javascript',
  '.json': 'application/json', '.md': 'text/markdown', '.svg': 'image/svg+xml', '.txt': 'text/plain', '.vcf': 'text/vcard',
  '.webmanifest': 'application/manifest+json', '.xml': 'application/xml',
};
const binary = { '.avif': 'image/avif', '.ico': 'image/x-icon', '.jpg': 'image/jpeg', '.png': 'image/png', '.webp': 'image/webp' };

/** How long each next part of a page is kept back that is asked for with `?parts=`: long enough to show what came. */
const pause = 100;

/** Serves `folder` on this machine below the path `below`; `log` collects `status path` of every answer. A host without `headers` obeys no `_headers`.
 *  `stop` cuts the network; after `hang` no request is answered.
 *  `?parts=0.1,0.5` sends a tenth at once, what is missing of a half later and the rest later still, as a slow line does. */
export async function serve(folder, below = '/', { headers = true } = {}) {
  const rules = headers ? headerRules(folder) : [];
  const log = [];
  let hangs = false;
  const server = createServer((request, response) => {
    if (hangs) return;
    const { pathname, searchParams } = new URL(request.url, 'http://host');
    const path = decodeURIComponent(pathname);
    const answer = find(folder, below, path);
    log.push(`${answer.status} ${path}`);
    const extension = extname(answer.file ?? '');
    const type = binary[extension] ?? `${types[extension] ?? 'application/octet-stream'};charset=utf-8`;
    for (const [name, value] of rules.filter((rule) => rule.matches(path)).flatMap((rule) => rule.headers)) response.setHeader(name, value);
    if (answer.location) response.setHeader('location', encodeURI(answer.location));
    response.setHeader('content-type', type);
    response.writeHead(answer.status);
    const bytes = answer.file ? readFileSync(answer.file) : Buffer.alloc(0);
    const ends = (searchParams.get('parts')?.split(',') ?? []).map((part) => Math.round(bytes.length * Number(part)));
    send(response, [0, ...ends].map((start, i) => bytes.subarray(start, ends[i])));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  server.unref();
  const host = `http://127.0.0.1:${server.address().port}`;
  const stop = () => { server.closeAllConnections(); server.close(); };
  return { host, origin: host + below, log, stop, hang: () => { hangs = true; } };
}

/** The first part at once, each other after a pause. */
function send(response, [part, ...others]) {
  if (!others.length) {
    response.end(part);
    return;
  }
  response.write(part);
  setTimeout(send, pause, response, others);
}

function find(folder, below, path) {
  const inside = normalize(join(folder, path.slice(below.length)));
  const isOurs = path.startsWith(below) && (inside + sep).startsWith(join(folder, sep));
  if (isOurs && existsSync(inside)) {
    if (statSync(inside).isFile()) return { status: 200, file: inside };
    if (existsSync(join(inside, 'index.html'))) {
      return path.endsWith('/') ? { status: 200, file: join(inside, 'index.html') } : { status: 301, location: `${path}/` };
    }
  }
  const notFound = join(folder, '404.html');
  return { status: 404, file: existsSync(notFound) ? notFound : undefined };
}

/** The rules of a `_headers` file: a path (`*` ends a prefix) on a line, its headers indented below it. */
/** What `_headers` asks for. */
export function headerRules(folder) {
  const file = join(folder, '_headers');
  const rules = [];
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split(/\r?\n/) : []) {
    if (!line.trim() || line.startsWith('#')) continue;
    if (/^\S/.test(line)) {
      const pattern = line.trim();
      const matches = pattern.endsWith('*') ? (path) => path.startsWith(pattern.slice(0, -1)) : (path) => path === pattern;
      rules.push({ matches, headers: [] });
    } else {
      const colon = line.indexOf(':');
      rules.at(-1).headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    }
  }
  return rules;
}
