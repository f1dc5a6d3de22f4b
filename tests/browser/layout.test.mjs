// What a small window shows: nothing sideways, targets that a thumb hits, the title at once, and nothing that jumps.

import { test } from 'node:test';
import { beyond } from './beyond.mjs';
import { across, address, desktop, phone, site } from './browser.mjs';
import { assertNone } from './report.mjs';
import { oneOfEachKind } from './site.mjs';

const kinds = oneOfEachKind(site);

// Half of what the Web Vitals call good: the half of a menu that came may make room for the other.
const settles = 0.05;

const widths = { '360 px': phone, '320 px': { width: 320, height: 640 }, '360 px at 200 % zoom': { width: 180, height: 320 }, '1280 px': desktop };
const measured = new Map();
await across(kinds, { viewport: phone, deviceScaleFactor: 2 }, async (tab, page) => {
  await tab.setViewportSize(phone);
  await tab.goto(address(page));
  const found = { heading: await tab.locator('h1').first().evaluate(seen), targets: await tab.evaluate(targets), wide: {} };
  for (const [name, viewport] of Object.entries(widths)) {
    await tab.setViewportSize(viewport);
    found.wide[name] = await tab.evaluate(beyond);
  }
  await tab.setViewportSize(desktop);
  found.covered = await tab.evaluate(covered);
  measured.set(page, found);
});
// What moves between any two of these moves in one of the steps between them, so one load shows what each of many would.
const parts = [0.08, 0.15, 0.3, 0.5, 0.7, 0.9, 0.98];
await across(kinds, { viewport: phone }, async (tab, page) => {
  await tab.goto(`${address(page)}?parts=${parts}`);
  const all = await tab.evaluate(shifts);
  const sum = all.reduce((total, { value }) => total + value, 0);
  measured.get(page).moved = sum > settles ? [`${sum}, ${all.map(({ what, at }) => `${what} after ${at} ms`).join(' ')}`] : [];
});

/** One test over all kinds of page: `check` returns the problems of one. */
const everyKind = (name, check) => test(name, () => {
  assertNone([...measured].flatMap(([page, found]) => check(found).map((problem) => `/${page.path}: ${problem}`)));
});

for (const name of Object.keys(widths)) {
  everyKind(`no page scrolls sideways at ${name}`, ({ wide }) => wide[name]);
}

everyKind('a square of 24 px hits every target that stands alone', ({ targets }) => [
  ...(targets.count > 5 ? [] : [`only ${targets.count} targets`]),
  ...targets.small,
]);

everyKind('nothing lies over a button', ({ covered }) => covered);

everyKind('the h1 is seen without scrolling', ({ heading }) =>
  (heading.isVisible && heading.width >= 24 && heading.bottom <= phone.height ? [] : [`ends at ${heading.bottom} px`]));

everyKind('nothing shifts while a page arrives in parts', ({ moved }) => moved);

/** In the page: its layout shifts, and what moved. */
function shifts() {
  return new Promise((resolve) => {
    const all = [];
    const name = ({ node }) => node?.cloneNode(false).outerHTML ?? node?.nodeName;
    const read = ({ value, sources, startTime }) => ({ value, what: sources.map(name).join(' '), at: Math.round(startTime) });
    new PerformanceObserver((list) => all.push(...list.getEntries().map(read))).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(all), 100);
  });
}

/** In the page: the buttons whose upper or lower edge is under something else. */
function covered() {
  const isUnder = (button) => {
    button.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, width, top, bottom } = button.getBoundingClientRect();
    return [top + 3, bottom - 3].some((y) => !button.contains(document.elementFromPoint(x + width / 2, y)));
  };
  return [...document.querySelectorAll('main a.btn')].filter((button) => button.checkVisibility() && isUnder(button))
    .map((button) => button.outerHTML.slice(0, 120));
}

/** In the page: whether and where the h1 is seen. */
function seen(heading) {
  const { bottom, width } = heading.getBoundingClientRect();
  return { isVisible: heading.checkVisibility({ opacityProperty: true, visibilityProperty: true }), bottom, width };
}

/** In the page: targets that are no part of a sentence, and those of them that are hard to hit. */
function targets() {
  const all = [...document.querySelectorAll('a[href], button, summary, input, select, textarea')]
    .filter((element) => element.checkVisibility() && getComputedStyle(element).display !== 'inline' && !element.matches('.skip'));
  const isHard = (element) => {
    const { width, height } = element.getBoundingClientRect();
    if (Math.min(width, height) >= 24) return false;
    // A link may cover a whole card with a pseudo-element, which has no box of its own: ask what a finger would hit.
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y } = element.getBoundingClientRect();
    return [-11.5, 11.5].some((dx) => [-11.5, 11.5].some((dy) =>
      !element.contains(document.elementFromPoint(x + width / 2 + dx, y + height / 2 + dy))));
  };
  const small = all.filter(isHard).map((element) => {
    const { width, height } = element.getBoundingClientRect();
    return `${Math.round(width)}×${Math.round(height)} ${element.cloneNode(false).outerHTML}`;
  });
  return { count: all.length, small };
}
