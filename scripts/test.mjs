// `npm test`: sets up, then runs every stage and ends with the line "N passed, N failed".
// `npm test -- path…` runs only the tests at those paths; `npm run smoke` the quick ones.
import { requireNode } from './setup/check-node.mjs';

const STOPPED = '\n0 passed, 1 failed';

requireNode(STOPPED);
const { setUp } = await import('./setup/set-up.mjs');
const { SetupError } = await import('./setup/setup-error.mjs');
const { hermetic } = await import('./test/hermetic-env.mjs');
const { runStages } = await import('./test/run-stages.mjs');
const { allStages, pathStages, smokeStages } = await import('./test/stages.mjs');

const paths = process.argv.slice(2);
const chooseStages = () => {
  if (paths[0] === '--smoke') return smokeStages;
  return paths.length > 0 ? pathStages(paths) : allStages;
};
try {
  // Types are a stage of their own, so that one fault does not hide all other results.
  const { env } = await setUp({ build: 'later', shell: true });
  process.exitCode = await runStages(chooseStages(), hermetic(env));
} catch (error) {
  console.error(error instanceof SetupError ? `\n${error.message}` : error);
  console.log(STOPPED);
  process.exitCode = 1;
}
