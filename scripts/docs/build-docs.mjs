import { join } from 'node:path';
import { ROOT } from '../setup/places.mjs';
import { runShown } from '../test/run-shown.mjs';

const DOCS = join(ROOT, 'docs');
const tool = (path) => join(DOCS, 'node_modules', ...path.split('/'));
const TYPEDOC = tool('typedoc/dist/cli.js');
const VITEPRESS = tool('vitepress/bin/vitepress.js');

/** Writes the reference, from the sources, into `docs/reference`. */
export const writeReference = (env) =>
  runShown(TYPEDOC, ['--options', join(DOCS, 'typedoc.config.mjs')], env);

/** Makes the site of it and of the pages; what leads nowhere fails it. Resolves to whether it is built. */
export async function buildDocs(args, env) {
  return (await writeReference(env)) && runShown(VITEPRESS, ['build', DOCS, ...args], env);
}

/** Serves it on this machine until it is stopped, each page as it is now. */
export async function serveDocs(args, env) {
  return (await writeReference(env)) && runShown(VITEPRESS, ['dev', DOCS, ...args], env);
}
