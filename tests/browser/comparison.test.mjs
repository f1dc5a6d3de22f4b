// On a phone, too, the comparison of the plans is a table to assistive technology: every plan heads a column, every feature a row.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { across, address, phone, site } from './browser.mjs';
import { pagesOf } from './site.mjs';

for (const page of pagesOf(site, 'pricing')) {
  test(`/${page.path}: the comparison keeps its column and row headers in the accessibility tree`, async () => {
    await across([page], { viewport: phone }, async (tab) => {
      await tab.goto(address(page));
      const { plans, rows } = await tab.evaluate(() => ({
        plans: [...document.querySelectorAll('.plan h3')].map((heading) => heading.textContent.trim()),
        rows: document.querySelectorAll('section:has(> #compare) tbody tr').length,
      }));
      assert.ok(plans.length > 1 && rows > 1, `compares ${plans.length} plans in ${rows} rows`);
      const table = await comparisonOf(tab);
      assert.deepEqual(named(table, 'columnheader'), plans);
      assert.equal(named(table, 'rowheader').filter(Boolean).length, rows, 'row headers');
      assert.equal(named(table, 'cell').filter(Boolean).length, rows * plans.length, 'cells with a text');
    });
  });
}

/** The nodes of the accessibility tree below the comparison. */
async function comparisonOf(tab) {
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send('Accessibility.enable');
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const { result } = await devtools.send('Runtime.evaluate', { expression: 'document.querySelector("section:has(> #compare) table")' });
  const { node } = await devtools.send('DOM.describeNode', { objectId: result.objectId });
  const byId = new Map(nodes.map((entry) => [entry.nodeId, entry]));
  const below = (entry) => [entry, ...(entry.childIds ?? []).map((id) => byId.get(id)).filter(Boolean).flatMap(below)];
  const table = nodes.find((entry) => entry.backendDOMNodeId === node.backendNodeId);
  assert.equal(table.role.value, 'table');
  return below(table);
}

/** The names of the nodes with a role. */
function named(nodes, role) {
  return nodes.filter((node) => !node.ignored && node.role?.value === role).map((node) => node.name?.value.trim() ?? '');
}
