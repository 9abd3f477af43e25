import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, TSC } from '../setup/places.mjs';
import { runShown } from './run-shown.mjs';
import { runVitest } from './run-vitest.mjs';

const BIOME = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
const BUILD = join(ROOT, 'scripts', 'build.mjs');
const UNITS = readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}/src/`);
const PACKAGING = 'test/packaging/';
const SETTLING = 'test/gallery/settle/';

/** A stage that is one check: its command succeeds or does not. */
const check = (title, script, args) => ({
  title,
  run: async (env) => one(await runShown(script, args, env)),
});
const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

const buildPackages = check('Types of the packages', BUILD, []);

const checkedStages = [
  buildPackages,
  check('Types of tests, examples and scripts', TSC, ['-p', 'tsconfig.test.json']),
  {
    title: 'Lint and format',
    run: async (env) => {
      // Biome colours its report in "ci" even where nothing can show colours.
      const colours = env.NO_COLOR ? ['--colors=off'] : [];
      return one(await runShown(BIOME, ['ci', '--error-on-warnings', ...colours, '.'], env));
    },
  },
];

/** Building comes first: what runs against the built packages must see this state of the sources. */
export const allStages = [
  ...checkedStages,
  {
    title: 'Unit tests',
    run: (env) => runVitest('unit', UNITS, env),
  },
  {
    title: 'Behaviour tests',
    run: (env) => {
      const elsewhere = [...UNITS, PACKAGING, SETTLING].flatMap((path) => [
        '--exclude',
        `${path}**`,
      ]);
      return runVitest('behaviour', elsewhere, env);
    },
  },
  {
    // Alone on the machine: these pages are about time, and a starved browser's clocks run late.
    title: 'Gallery of settling pages',
    run: (env) => runVitest('settling', [SETTLING, '--no-file-parallelism'], env),
  },
  {
    // With the whole browser, for all else is done with its headless shell.
    title: 'Packages as users install them',
    run: ({ NOVA_ACT_TEST_WINDOWED_BROWSER: windowed, ...env }) => {
      const browser = windowed ? { NOVA_ACT_BROWSER_EXECUTABLE: windowed } : {};
      return runVitest('packaging', [PACKAGING], { ...env, ...browser });
    },
  },
];

/** Before a commit: once down each main path. */
export const smokeStages = [
  ...checkedStages,
  { title: 'Main paths', run: (env) => runVitest('smoke', ['test/smoke/'], env) },
];

export const pathStages = (paths) => [
  buildPackages,
  { title: paths.join(' '), run: (env) => runVitest('paths', paths, env) },
];
