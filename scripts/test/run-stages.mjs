import { timesOf } from './times.mjs';

/** Runs the stages one after the other, prints the sum as the last line and gives the exit code. */
export async function runStages(stages, env) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const unsound = [];
  const taken = [];
  const files = [];
  for (const { title, run } of stages) {
    console.log(`\n== ${title}`);
    const startedMs = performance.now();
    const { files: its = [], ...counts } = await countsOf(run, env);
    for (const kind of Object.keys(total)) total[kind] += counts[kind];
    if (counts.failed > 0) unsound.push(title);
    const seconds = (performance.now() - startedMs) / 1000;
    taken.push({ name: title, seconds });
    files.push(...its);
    console.log(`   ${line(counts)} (${seconds.toFixed(1)} s)`);
  }
  console.log(`\n${timesOf(taken, files)}`);
  if (unsound.length > 0) console.log(`\nFailed: ${unsound.join('; ')}`);
  console.log(`\n${line(total)}`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

async function countsOf(run, env) {
  try {
    return await run(env);
  } catch (error) {
    // A stage that breaks is a failure of that stage, and no reason to leave out the others.
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
