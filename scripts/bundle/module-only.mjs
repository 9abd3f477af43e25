import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether a dependency is ES modules and nothing else.
 * @param {string} folder of the package that depends on it
 * @param {string} name
 */
export function isModuleOnly(folder, name) {
  const path = join(folder, 'node_modules', name, 'package.json');
  const { type, exports } = JSON.parse(readFileSync(path, 'utf8'));
  return type === 'module' && !JSON.stringify(exports ?? '').includes('"require"');
}
