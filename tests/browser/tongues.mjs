// Portals in many languages: each has words of its own, so that its formats count; the words are English ones.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { target } from './site.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const builtIn = ['de', 'en', 'pl'];

export const now = '2026-11-24T10:00:00Z';

export const languages = ['en', 'ar', 'bg', 'cs', 'da', 'de', 'el', 'es', 'et', 'fa', 'fi', 'fr', 'gu', 'he', 'hi', 'hr', 'hu', 'it', 'ja',
  'ko', 'lt', 'lv', 'nb', 'nl', 'pl', 'pt', 'ro', 'ru', 'si', 'sk', 'sl', 'sv', 'th', 'tr', 'uk', 'zh'];

/** The path of a page of these portals. */
export const pathOf = (language, page) => `${language === languages[0] ? '' : `${language}/`}${page}`;

/** The words with every plural form of the language; each form of a length names itself. */
function inForms(words, language) {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return words.replace(/^(\w+) = \{ .*\bother = "([^"]*)" \}$/gm, (_, key, text) =>
    `${key} = { ${pluralCategories.map((form) => `${form} = "${text}${key.startsWith('length_') ? ` (${form})` : ''}"`).join(', ')} }`);
}

/** Builds the portal of a partner in `country`, with its support.toml changed by `edit`, and says where. */
export function build(name, country, edit) {
  const folder = join(target, name, country);
  const words = readFileSync(join(root, 'content/en/strings.toml'), 'utf8');
  for (const language of languages.filter((tag) => !builtIn.includes(tag))) {
    mkdirSync(join(folder, 'content', language), { recursive: true });
    writeFileSync(join(folder, 'content', language, 'strings.toml'), inForms(words, language));
  }
  const toml = readFileSync(join(root, 'tests/sites/minimal/support.toml'), 'utf8')
    .replace('languages = ["pl"]', `languages = [${languages.map((tag) => `"${tag}"`).join(', ')}]`)
    .replace('country = "PL"', `country = "${country}"`);
  writeFileSync(join(folder, 'support.toml'), edit(toml));
  const output = join(folder, 'public');
  execFileSync(join(root, 'target/release/supportal'), ['build', folder, '--output', output, '--quiet', '--now', now], { stdio: 'pipe' });
  return output;
}
