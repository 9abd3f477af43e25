import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Makes `folder` hold these files and nothing else. What is right already is left alone, so that
 * programs that run from it are not disturbed.
 * @param {string} folder
 * @param {Map<string, string>} files
 */
export function writeOutput(folder, files) {
  for (const [name, text] of files) {
    const path = join(folder, name);
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const kept = new Set([...files.keys()].flatMap(withFolders));
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!kept.has(path.replaceAll('\\', '/'))) {
      rmSync(join(folder, path), { recursive: true, force: true });
    }
  }
}

const withFolders = (name) => {
  const parts = name.split('/');
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
};
