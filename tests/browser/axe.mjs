// What axe-core finds in a page.

import axe from 'axe-core';

const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// All that colours alone can break. Other rules read the document, and where its parts stand.
const ofColours = ['color-contrast', 'link-in-text-block'];

/** The problems of the page in `tab`, looked at in each of `looks`. A colour scheme in which all stands where it stood in another
 *  of the same window is asked for its colours only. */
export async function violations(tab, page, looks) {
  const problems = [];
  const judged = new Set();
  await tab.evaluate(axe.source);
  for (const { colorScheme, viewport } of looks) {
    await tab.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await tab.setViewportSize(viewport);
    const stands = `${viewport.width} ${await tab.evaluate(arrangement)}`;
    const runOnly = judged.has(stands) ? { type: 'rule', values: ofColours } : { type: 'tag', values };
    judged.add(stands);
    const found = await tab.evaluate((runOnly) => globalThis.axe.run({ runOnly, resultTypes: ['violations'] }), runOnly);
    for (const { id, nodes } of found.violations) {
      for (const { target, failureSummary } of nodes) {
        problems.push(`/${page.path} ${colorScheme} ${viewport.width}: ${id} at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`);
      }
    }
  }
  return problems;
}

/** In the page: where each element stands, whether it is seen, and in which letters. */
function arrangement() {
  return [...document.querySelectorAll('*')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { display, visibility, opacity, clipPath, overflow, position, font } = getComputedStyle(element);
    return [x, y, width, height, display, visibility, opacity, clipPath, overflow, position, font].join(' ');
  }).join('\n');
}
