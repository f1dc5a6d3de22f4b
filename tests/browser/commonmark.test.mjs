// The examples of the CommonMark specification against our HTML: the same tree but for the rules below, and each example that differs
// for another reason is listed under it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseFragment, serialize } from 'parse5';

const { tests: examples } = createRequire(import.meta.url)('commonmark-spec');

const differences = {
  'a target holds no backslash: some browsers read it as a slash': [20, 202, 502, 603],
  'a link leads somewhere: an empty target is an error': [200, 485, 486, 487, 567],
  'a colon in the first part of a target would be a scheme': [500],
  'a link without text shows its target': [484],
  'only https, http, mailto and tel are links': [596, 598, 599, 601],
  'bare addresses become links': [602, 606, 608, 611, 612],
  'the title of an image is out of reach of touch and keyboard': [572, 573, 576, 577, 579, 584, 585, 586, 587, 588, 589, 591],
  'the class of a code block is made of letters, digits and a few signs': [34, 144],
};

const ours = htmlOf(examples.map(({ markdown }) => withTabs(markdown)));
const differing = examples.filter(({ html }, index) => tree(withTabs(html)) !== tree(ours[index])).map(({ number }) => number);
const listed = Object.values(differences).flat();

test('the whole specification is there', () => { assert.equal(examples.length, 652); });

test('every example has the tree of the specification, or a reason', () => {
  assert.deepEqual(differing.filter((number) => !listed.includes(number)), []);
});

test('no reason is left over', () => {
  assert.deepEqual(listed.filter((number) => !differing.includes(number)), []);
});

function htmlOf(texts) {
  const options = { cwd: fileURLToPath(new URL('../..', import.meta.url)), input: JSON.stringify(texts), maxBuffer: 2 ** 26, stdio: ['pipe', 'pipe', 'ignore'] };
  return JSON.parse(execFileSync('cargo', ['run', '--release', '--quiet', '--example', 'commonmark'], options));
}

/** The specification shows a tab as an arrow. */
function withTabs(text) {
  return text.replaceAll('→', '\t');
}

/** The HTML as a tree, without what our rules add to every element of a kind. */
function tree(html) {
  const root = parseFragment(html);
  const headings = [];
  visit(root, (node) => {
    node.attrs = (node.attrs ?? []).filter(({ name }) => !added(node.nodeName, name)).map(decoded).sort((a, b) => (a.name < b.name ? -1 : 1));
    node.childNodes = (node.childNodes ?? []).filter((child) => !empty(child, node));
    headings.push(...node.childNodes.filter(({ nodeName }) => /^h[1-6]$/.test(nodeName)));
  });
  // Headings begin at the level of the page, whatever level the text begins with, and skip none.
  const top = Math.min(...headings.map(({ nodeName }) => Number(nodeName[1])));
  let last = 0;
  for (const heading of headings) {
    last = Math.min(Number(heading.nodeName[1]) - top, last) + 1;
    heading.tagName = `h${last}`;
  }
  return serialize(root);
}

function visit(node, change) {
  change(node);
  node.childNodes?.forEach((child) => visit(child, change));
}

/** Ids to link to, code that no browser translates, blocks that scroll by keyboard, images that shift nothing. */
function added(element, attribute) {
  const rules = { code: ['translate'], pre: ['tabindex'], img: ['width', 'height', 'loading', 'decoding'] };
  return /^h[1-6]$/.test(element) ? attribute === 'id' : rules[element]?.includes(attribute) ?? false;
}

/** Addresses as people read them: browsers encode them. */
function decoded({ name, value }) {
  if (name !== 'href' && name !== 'src') return { name, value };
  try {
    return { name, value: decodeURIComponent(value) };
  } catch {
    return { name, value };
  }
}

/** Headings that say nothing are left out, and white space between blocks says nothing; elsewhere a run of it is one space. */
function empty(node, parent) {
  if (/^h[1-6]$/.test(node.nodeName)) return node.childNodes.length === 0;
  if (node.nodeName !== '#text' || parent.nodeName === 'code' || parent.nodeName === 'pre') return false;
  node.value = node.value.replace(/\s+/g, ' ').trim();
  return node.value === '';
}
