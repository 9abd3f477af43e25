import { readFile } from 'node:fs/promises';

const names = /^[a-z][a-z-]*\.js$/;
// Below this file when it is bundled; when it runs from the sources, what the last build made.
const places = ['./console/client/', '../../dist/console/client/'].map(
  (path) => new URL(path, import.meta.url),
);
const known = new Map<string, string>();

/** A module of the console's browser side; undefined when there is no such one. */
export async function readAsset(name: string): Promise<string | undefined> {
  if (!names.test(name)) return undefined;
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  for (const place of places) {
    try {
      const text = await readFile(new URL(name, place), 'utf8');
      // Served without its source map, which is not served.
      const module = text.replace(/\n\/\/# sourceMappingURL=\S*\s*$/, '\n');
      known.set(name, module);
      return module;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return undefined;
}
