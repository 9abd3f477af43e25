import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The licences of the packages whose files are in a bundle, which go with copies of them.
 * @param {string[]} modules paths of files
 */
export function licencesOf(modules) {
  const homes = new Set(modules.map(homeOf).filter((home) => home !== undefined));
  return [...homes]
    .map((home) => {
      const { name, version, license } = JSON.parse(
        readFileSync(join(home, 'package.json'), 'utf8'),
      );
      const file = readdirSync(home).find((each) => /^licen[sc]e/i.test(each));
      const text = file === undefined ? '' : readFileSync(join(home, file), 'utf8').trim();
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .sort()
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the installed package that a file belongs to. */
function homeOf(file) {
  if (!file.includes('node_modules')) return undefined;
  for (let at = dirname(file); at !== dirname(at); at = dirname(at)) {
    const manifest = join(at, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version) return at;
  }
  return undefined;
}
