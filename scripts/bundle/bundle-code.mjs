import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { withText } from './in-page-text.mjs';
import { isModuleOnly } from './module-only.mjs';

/** What stands in a page is text before anything can rename what is in it. */
const inPageText = {
  name: 'in-page-text',
  transform: (code) => (code.includes('inPage(') ? withText(code) : null),
};

/**
 * One file for each entry, and one for what entries share: no class is there twice. Dependencies stay outside. The
 * CommonJS form holds those dependencies that are ES modules only, which nothing but Node can require.
 * Gives the files by name, and the paths of what was taken in.
 * @param {string} folder of the package
 * @param {{ entries: string[], dependencies: Record<string, string>, format: 'es' | 'cjs' }} what
 */
export async function bundleCode(folder, { entries, dependencies, format }) {
  const ours = (name) => dependencies[name].startsWith('workspace:');
  const taken = (name) => format === 'cjs' && !ours(name) && isModuleOnly(folder, name);
  const external = (id, importer) => {
    if (id.startsWith('node:')) return true;
    // Within a dependency that is taken in, all that it needs is taken in too.
    if (importer?.includes('node_modules')) return false;
    const names = Object.keys(dependencies);
    const name = names.find((each) => id === each || id.startsWith(`${each}/`));
    return name !== undefined && !taken(name);
  };
  const extension = format === 'es' ? 'js' : 'cjs';
  const bundle = await rolldown({
    cwd: folder,
    input: Object.fromEntries(entries.map((name) => [name, join(folder, 'build', `${name}.js`)])),
    platform: 'node',
    external,
    plugins: [inPageText],
    // How long it takes is the machine's affair.
    checks: { bundlerTimings: false },
    // A name that is neither in the package nor in its manifest is a mistake, not a guess.
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  try {
    const { output } = await bundle.generate({
      format,
      entryFileNames: `[name].${extension}`,
      chunkFileNames: `[name].${extension}`,
      codeSplitting: { groups: [{ name: 'common', minShareCount: 2 }] },
      dynamicImportInCjs: false,
      // Who reads the code reads it in the modules.
      comments: { legal: true, annotation: true, jsdoc: format === 'es' },
    });
    return {
      files: output.map(({ fileName, code }) => [fileName, code]),
      modules: output.flatMap(({ moduleIds }) => moduleIds),
    };
  } finally {
    await bundle.close();
  }
}

/** The console's pages load one module. */
export async function bundleForBrowser(input) {
  const bundle = await rolldown({ input, platform: 'browser' });
  try {
    const { output } = await bundle.generate({ format: 'es' });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
