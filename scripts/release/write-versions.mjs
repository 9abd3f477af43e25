import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { publicPackages } from './public-packages.mjs';

/** Writes the version where sources have it; gives the files that it changed. */
export function writeVersions(root, version) {
  const packages = publicPackages(root);
  const changed = [];
  const rewrite = (file, replace) => {
    if (!existsSync(file)) return;
    const before = readFileSync(file, 'utf8');
    const after = replace(before);
    if (after === before) return;
    writeFileSync(file, after);
    changed.push(relative(root, file));
  };

  for (const { path } of packages) {
    rewrite(join(path, 'src', 'version.ts'), (text) => text.replace(/'[^']*'/, `'${version}'`));
    const templates = join(path, 'templates');
    for (const template of existsSync(templates) ? readdirSync(templates) : []) {
      rewrite(join(templates, template, 'package.json'), (text) =>
        packages.reduce(
          (so, { name }) =>
            so.replaceAll(new RegExp(`("${name}": )"[^"]*"`, 'g'), `$1"^${version}"`),
          text,
        ),
      );
    }
  }
  return changed;
}
