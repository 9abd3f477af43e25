import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/places.mjs';
import { clearStamp, keyOf, readStamp, writeStamp } from '../setup/stamp.mjs';
import { bundleCode, bundleForBrowser } from './bundle-code.mjs';
import { declarationsOf } from './declarations.mjs';
import { entriesOf } from './entries.mjs';
import { licencesOf } from './licences.mjs';
import { writeOutput } from './write-output.mjs';

const CONSOLE = 'console/client/main.js';

/**
 * Makes of what was compiled (`build/`) what is published (`dist/`): for each entry of a package one
 * file of JavaScript, as an ES module and as CommonJS, and the declarations that can be reached.
 */
export async function bundlePackages() {
  const packages = join(ROOT, 'packages');
  for (const name of readdirSync(packages)) {
    const folder = join(packages, name);
    const stamp = `bundle-${name}`;
    const key = keyOf({ node: process.version }, inputsOf(folder));
    if (readStamp(stamp)?.key === key && existsSync(join(folder, 'dist'))) continue;
    clearStamp(stamp);
    await bundlePackage(folder);
    writeStamp(stamp, { key });
  }
}

/** What the output is made of, the makers included. */
function inputsOf(folder) {
  const compiled = filesBelow(join(folder, 'build')).filter((file) => /\.(?:js|d\.ts)$/.test(file));
  return [
    join(ROOT, 'pnpm-lock.yaml'),
    join(folder, 'package.json'),
    ...filesBelow(join(ROOT, 'scripts', 'bundle')),
    ...compiled,
  ];
}

function filesBelow(path) {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((name) => /\.\w+$/.test(name))
    .sort();
}

async function bundlePackage(folder) {
  const build = join(folder, 'build');
  const { manifest, exported, command } = entriesOf(folder);
  const dependencies = { ...manifest.dependencies, ...manifest.peerDependencies };
  const modules = await bundleCode(folder, {
    entries: [...exported, ...command],
    dependencies,
    format: 'es',
  });
  // Of a package that is a command there is nothing to require.
  const commonJs = exported.length
    ? await bundleCode(folder, { entries: exported, dependencies, format: 'cjs' })
    : { files: [], modules: [] };
  const licences = licencesOf([...modules.modules, ...commonJs.modules]);
  const files = [...modules.files, ...commonJs.files, ...declarationsOf(build, exported)];
  if (licences) files.push(['licences-of-bundled-packages.txt', licences]);
  if (existsSync(join(build, CONSOLE))) {
    files.push([CONSOLE, await bundleForBrowser(join(build, CONSOLE))]);
  }
  writeOutput(join(folder, 'dist'), new Map(files));
}
