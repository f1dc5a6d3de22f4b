// What a build wrote: its pages, their languages and kinds, and the address they will have.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const target = fileURLToPath(new URL('../../target', import.meta.url));

/** The example portal, and the same portal built to live below a path of its host. */
export const sites = {
  root: process.env.SUPPORTAL_SITE ?? join(target, 'site'),
  below: process.env.SUPPORTAL_SITE_BELOW ?? join(target, 'site-below'),
};

/** Every file of a folder, as paths with forward slashes, sorted. */
export function filesOf(folder, prefix = '') {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .flatMap((entry) => {
      const path = prefix + entry.name;
      return entry.isDirectory() ? filesOf(folder, `${path}/`) : [path];
    })
    .sort();
}

/** Reads the site in `folder`: `base` is the address it was built for, `pages` all pages but stubs that only redirect. */
export function readSite(folder = sites.root) {
  const files = filesOf(folder);
  const html = files
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, html: readFileSync(join(folder, file), 'utf8') }));
  const language = (page) => /<html[^>]*\slang="?([\w-]+)/.exec(page.html)?.[1] ?? '';
  const home = html.find((page) => page.file === 'index.html');
  if (!home) throw new Error(`${folder} holds no portal: run tests/run first`);
  const fallback = language(home);
  const languages = [fallback, ...html.map((page) => /^([\w-]+)\/index\.html$/.exec(page.file)?.[1])
    .filter((tag) => tag && html.some((page) => page.file === `${tag}/index.html` && language(page) === tag))];
  const pages = html
    .filter((page) => !/http-equiv="?refresh/i.test(page.html))
    .map(({ file, html }) => {
      const path = file.replace(/(^|\/)index\.html$/, '$1');
      const language = languages.find((tag) => path.startsWith(`${tag}/`)) ?? fallback;
      const isFolder = files.some((other) => other.startsWith(path) && other.endsWith('.html') && other !== file);
      const kind = kindOf(path.slice(language === fallback ? 0 : language.length + 1), isFolder);
      return { path, html, language, kind, indexable: isIndexable(path, html) };
    });
  return { folder, files, pages, languages, base: canonical(home.html) };
}

/** One page of every kind in every language. */
export function oneOfEachKind(site) {
  return [...new Map(site.pages.map((page) => [`${page.language} ${page.kind}`, page]).reverse()).values()].reverse();
}

/** The pages of one kind, in the order of the site's languages. */
export function pagesOf(site, kind) {
  return site.languages.flatMap((tag) => site.pages.filter((page) => page.kind === kind && page.language === tag));
}

function kindOf(path, isFolder) {
  if (path === '') return 'home';
  const [first, ...rest] = path.split('/').filter(Boolean);
  if (first === 'articles' && rest.length) return isFolder ? 'topic' : 'article';
  if (first === 'notices' && rest.length) return 'notice';
  return first.replace(/\.html$/, '');
}

function isIndexable(path, html) {
  return !path.endsWith('404.html') && !/<meta name="?robots"? content="?[^">]*noindex/i.test(html);
}

function canonical(html) {
  const link = /<link[^>]*rel="?canonical"?[^>]*>/.exec(html)?.[0] ?? '';
  return new URL(/href="?([^"\s>]+)/.exec(link)?.[1] ?? 'about:blank');
}
