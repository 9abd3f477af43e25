import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/places.mjs';
import { run } from './run.mjs';

const PUBLINT = join(ROOT, 'node_modules', 'publint', 'src', 'cli.js');
const ATTW = join(ROOT, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');

/** Packs a package with the pnpm that the project pins, which writes versions for `workspace:`. */
export async function pack({ path, name }, into) {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const pnpm = packageManager.split('+')[0];
  const output = await run(
    'npx',
    ['--yes', pnpm, 'pack', '--json', '--pack-destination', into],
    path,
  );
  const { filename, files } = JSON.parse(output.slice(output.indexOf('{')));
  return { name, tarball: filename, files: files.length, bytes: statSync(filename).size };
}

/** What test/packaging holds every commit to, of the very file that is published. */
export async function checkPack({ tarball }, manifest, folder) {
  await run(process.execPath, [PUBLINT, 'run', tarball, '--strict'], folder);
  // What is a command and nothing else has no types.
  if (!manifest.types && !manifest.exports?.['.']) return;
  await run(process.execPath, [ATTW, tarball, '--profile', 'esm-only', '--no-emoji'], folder);
}
