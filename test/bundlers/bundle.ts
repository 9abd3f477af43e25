import { basename, dirname } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build } from 'esbuild';
import { rolldown } from 'rolldown';
import { type Plugin, rollup } from 'rollup';
import webpack from 'webpack';

/** What a bundle finds where it runs: Playwright starts programs of its own, and AWS is not used here. */
const EXTERNAL = /^(?:node:|playwright|@aws-sdk\/)/;

/** Bundles the program at `input` into the ES module `output`. */
export type Bundler = (input: string, output: string) => Promise<unknown>;

export const esbuild =
  (minify: boolean, keepNames: boolean): Bundler =>
  (input, output) =>
    build({
      entryPoints: [input],
      outfile: output,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      external: ['playwright', '@aws-sdk/*'],
      logLevel: 'error',
      minify,
      keepNames,
    });

/** Their declarations say default exports in a way that Node's resolution reads otherwise. */
const plugin = (make: unknown) => (make as () => Plugin)();

export const withRollup: Bundler = async (input, output) => {
  const plugins = [nodeResolve({ exportConditions: ['node'] }), plugin(commonjs), plugin(json)];
  const bundle = await rollup({ input, plugins, external: (id) => EXTERNAL.test(id) });
  const entryFileNames = basename(output);
  await bundle.write({ dir: dirname(output), entryFileNames, format: 'es' });
  await bundle.close();
};

export const withRolldown: Bundler = async (input, output) => {
  const bundle = await rolldown({ input, platform: 'node', external: EXTERNAL });
  await bundle.write({ file: output, format: 'es', minify: true, codeSplitting: false });
  await bundle.close();
};

export const withWebpack: Bundler = (input, output) =>
  new Promise((resolve, reject) => {
    const compiler = webpack({
      mode: 'production',
      target: 'node20',
      entry: input,
      experiments: { outputModule: true },
      output: {
        path: dirname(output),
        filename: basename(output),
        module: true,
        chunkFormat: 'module',
      },
      externals: ({ request = '' }, callback) =>
        EXTERNAL.test(request) ? callback(undefined, `import ${request}`) : callback(),
    });
    compiler.run((error, stats) => {
      const problem =
        error ?? (stats?.hasErrors() ? new Error(stats.toString('errors-only')) : null);
      compiler.close(() => (problem ? reject(problem) : resolve(stats)));
    });
  });
