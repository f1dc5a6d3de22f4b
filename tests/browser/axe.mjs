// What axe-core finds in a page.

import axe from 'axe-core';

const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The problems of the page in `tab`, looked at in each of `looks`. */
export async function violations(tab, page, looks) {
  const problems = [];
  await tab.evaluate(axe.source);
  for (const { colorScheme, viewport } of looks) {
    await tab.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await tab.setViewportSize(viewport);
    const found = await tab.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] }), values);
    for (const { id, nodes } of found.violations) {
      for (const { target, failureSummary } of nodes) {
        problems.push(`/${page.path} ${colorScheme} ${viewport.width}: ${id} at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`);
      }
    }
  }
  return problems;
}
