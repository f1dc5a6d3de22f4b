// Real servers with the configuration of docs/hosting.md: every file opens, with the headers that `_headers` asks for, an old
// address leads on, and an unknown one ends at the page of its language. A server that is not installed is left out.

import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assertNone } from './report.mjs';
import { headerRules } from './server.mjs';
import { filesOf, sites } from './site.mjs';

const page = readFileSync(fileURLToPath(new URL('../../docs/hosting.md', import.meta.url)), 'utf8');
const block = (language) => page.split(`\`\`\`${language}\n`)[1].split('```')[0];
const old = ['/old-address/', '/contact/'];
const folder = mkdtempSync(join(tmpdir(), 'hosts-'));
const root = join(folder, 'public');
const running = [];
after(() => {
  running.forEach((server) => server.kill());
  rmSync(folder, { recursive: true });
});

// The site with an old address, as a build would write it.
cpSync(sites.root, root, { recursive: true });
const redirects = readFileSync(join(root, '_redirects'), 'utf8');
writeFileSync(join(root, '_redirects'), `${old.join(' ')} 301\n${redirects}`);

const freePort = () => new Promise((found) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => found(port));
  });
});
const languages = (one) => ['en', 'de'].map((tag) => one.replaceAll('/en/', `/${tag}/`)).join('\n');

const servers = {
  nginx(port) {
    const map = join(folder, 'redirects.map');
    const made = execFileSync('awk', [/awk '(.*)'/.exec(block('sh'))[1], join(root, '_redirects')]);
    writeFileSync(map, made);
    const config = block('nginx').replace('/etc/nginx/redirects.map', map).replace('/srv/support/public', root)
      .replace('listen 80', `listen 127.0.0.1:${port}`).replace('support.example.com', '_')
      .replace('include mime.types', 'include /etc/nginx/mime.types')
      .replace(/^.*location \/en\/.*$/m, languages);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`);
    const main = `daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr;\nevents {}\n`
      + `http { access_log off; ${temporary.join(' ')}\n${config}\n}`;
    writeFileSync(join(folder, 'nginx.conf'), main);
    return ['nginx', ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')]];
  },
  apache2(port) {
    const modules = '/usr/lib/apache2/modules';
    const names = ['mpm_event', 'authz_core', 'mime', 'dir', 'filter', 'deflate', 'headers', 'rewrite'];
    const load = names.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n');
    const config = block('apache').replaceAll('/srv/support/public', root).replace('*:80', `127.0.0.1:${port}`)
      .replace(/^ {2}<Location[^]*?<\/Location>$/m, languages);
    const main = `ServerRoot ${folder}\nServerName localhost\nListen 127.0.0.1:${port}\nPidFile ${folder}/apache.pid\n`
      + `ErrorLog ${folder}/apache.log\n${load}\nTypesConfig /etc/mime.types\nDirectoryIndex index.html\n${config}`;
    writeFileSync(join(folder, 'apache.conf'), main);
    return ['apache2', ['-D', 'FOREGROUND', '-f', join(folder, 'apache.conf')]];
  },
};

/** Starts a server and waits until it answers. */
async function start(name) {
  const port = await freePort();
  const [program, options] = servers[name](port);
  const server = spawn(program, options, { stdio: ['ignore', 'ignore', 'pipe'] });
  running.push(server);
  let said = '';
  server.stderr.on('data', (bytes) => { said += bytes; });
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt++) {
    if (server.exitCode !== null) break;
    const answer = await fetch(`${origin}/`).catch(() => undefined);
    if (answer) return origin;
    await new Promise((later) => { setTimeout(later, 100); });
  }
  throw new Error(`${name} does not answer: ${said}`);
}

// The policy of a page stands in the page; caching of pages is the host's.
const differs = new Set(['content-security-policy']);

for (const name of Object.keys(servers)) {
  test(`${name} serves the site as docs/hosting.md says`, async () => {
    const origin = await start(name);
    const rules = headerRules(root);
    const problems = [];
    const expect = (what, found, wanted) => { if (found !== wanted) problems.push(`${what}: ${found}, not ${wanted}`); };
    for (const file of filesOf(root).filter((file) => !/(^|\/)[._]/.test(file) || file.startsWith('.well-known'))) {
      const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
      const answer = await fetch(origin + path);
      expect(path, answer.status, 200);
      expect(`${path} bytes`, Buffer.from(await answer.arrayBuffer()).equals(readFileSync(join(root, file))), true);
      const wanted = rules.filter((rule) => rule.matches(path)).flatMap((rule) => rule.headers);
      for (const [header, value] of wanted.filter(([header]) => !differs.has(header.toLowerCase()))) {
        expect(`${path} ${header}`, answer.headers.get(header)?.replace('; ', ';').toLowerCase(), value.replace('; ', ';').toLowerCase());
      }
      expect(`${path} frames`, answer.headers.get('content-security-policy'), "frame-ancestors 'none'");
    }
    for (const [path, file] of [['/nowhere', '404.html'], ['/en/nowhere/', 'en/404.html'], ['/de/x/y', 'de/404.html']]) {
      const answer = await fetch(origin + path);
      expect(path, answer.status, 404);
      expect(`${path} page`, await answer.text(), readFileSync(join(root, file), 'utf8'));
      expect(`${path} sniffing`, answer.headers.get('x-content-type-options'), 'nosniff');
    }
    const moved = await fetch(origin + old[0], { redirect: 'manual' });
    expect(old[0], moved.status, 301);
    expect(`${old[0]} to`, new URL(moved.headers.get('location') ?? '/', origin).pathname, old[1]);
    assertNone(problems);
  });
}
