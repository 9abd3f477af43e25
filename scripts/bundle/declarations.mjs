import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const RELATIVE = /(?:from|import)\s*\(?\s*['"](\.[^'"]+)\.js['"]/g;

/**
 * The declarations that a user's compiler reads from these entries, and no others. They stay files of
 * their own: that keeps them as they were checked.
 * @param {string} build
 * @param {string[]} entries
 * @returns {[string, string][]} names below `build`, and texts
 */
export function declarationsOf(build, entries) {
  const texts = new Map();
  const visit = (file) => {
    if (texts.has(file)) return;
    const text = readFileSync(file, 'utf8');
    texts.set(file, text.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'));
    for (const [, specifier] of text.matchAll(RELATIVE)) {
      visit(join(dirname(file), `${specifier}.d.ts`));
    }
  };
  for (const entry of entries) visit(join(build, `${entry}.d.ts`));
  const own = [...texts].map(([file, text]) => [relative(build, file).replaceAll('\\', '/'), text]);
  // What is required is what is imported, type for type.
  const required = entries.map((entry) => [`${entry}.d.cts`, `export * from './${entry}.js';\n`]);
  return [...own, ...required];
}
