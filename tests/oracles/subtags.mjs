// Writes src/locale/subtags.txt from the IANA Language Subtag Registry:
//   npm install --no-save language-subtag-registry@0.4.2
//   node tests/oracles/subtags.mjs > src/locale/subtags.txt
// One line per kind and first character, so that a look-up reads one line.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const data = "language-subtag-registry/data/json/";
const registry = require(data + "registry.json");
const { "File-Date": date } = require(data + "meta.json");

// Collections (sla), special codes (mul, und) and private ranges (qaa..qtz, XA..XZ) name no language or place; what
// has a successor (iw, DD) is replaced before it is looked up, and of some countries nothing is left (SU).
const names = (entry) =>
  !entry["Preferred-Value"] &&
  !(entry.Type === "region" && entry.Deprecated) &&
  ["language", "script", "region", "variant"].includes(entry.Type) &&
  !entry.Subtag.includes("..") &&
  !["collection", "special", "private-use"].includes(entry.Scope) &&
  !["AA", "ZZ", "Zxxx", "Zyyy", "Zzzz", "Zinh"].includes(entry.Subtag);

const lines = new Map();
for (const { Type, Subtag } of registry.filter(names)) {
  const key = `${Type} ${Subtag[0]}`;
  lines.set(key, [...(lines.get(key) ?? []), Subtag]);
}
// Kosovo has no code of its own in ISO 3166; CLDR and the EU use this private one.
lines.get("region X")?.push("XK") ?? lines.set("region X", ["XK"]);

console.log(`# IANA Language Subtag Registry of ${date}, written by tests/oracles/subtags.mjs`);
for (const [key, subtags] of [...lines].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`${key} ${subtags.sort().join(" ")}`);
}
