import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from '../setup/places.mjs';
import { runShown } from './run-shown.mjs';

const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const REPORTS = join(ROOT, '.cache', 'test');

/**
 * Runs vitest with `args`, counts what its report says and gives each file's time. A run that failed without a failed test
 * (an unhandled rejection, a crash) counts as one failure.
 */
export async function runVitest(name, args, env) {
  mkdirSync(REPORTS, { recursive: true });
  const report = join(REPORTS, `${name}.json`);
  rmSync(report, { force: true });
  // One more than cores: a test of a browser waits about a fifth of its time.
  const workers = availableParallelism() + 1;
  const ok = await runShown(
    VITEST,
    [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      `--maxWorkers=${workers}`,
      '--allowOnly=false',
      ...args,
    ],
    env,
  );
  const counts = countReport(report);
  if (!ok && counts.failed === 0) counts.failed = 1;
  return counts;
}

export function countReport(path) {
  let report;
  try {
    report = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    // Killed, out of memory, or refused to start: there is nothing to count.
    console.error(`No report of the tests: ${error.message}`);
    return { passed: 0, failed: 0, skipped: 0, files: [] };
  }
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
    files: report.testResults.map(({ name, startTime, endTime }) => ({
      name: relative(ROOT, name),
      seconds: (endTime - startTime) / 1000,
    })),
  };
}
