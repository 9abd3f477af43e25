import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { countReport } from '../../scripts/test/run-vitest.mjs';
import { ROOT } from '../architecture/source-files.js';

const folder = join(ROOT, '.cache', 'report-test');
beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, status: string, tests: string[] = []) => ({
  name: join(ROOT, name),
  status,
  startTime: 1_000,
  endTime: 3_500,
  assertionResults: tests.map((each) => ({ status: each })),
});
const report = (name: string, value: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};

it('counts tests, those left out too', () => {
  const path = report('plain.json', {
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [file('test/a.test.ts', 'failed', ['failed'])],
  });
  expect(countReport(path)).toMatchObject({ passed: 7, failed: 1, skipped: 3 });
});

it('counts a file that could not be loaded as a failure', () => {
  const path = report('broken-file.json', {
    numPassedTests: 7,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [file('test/a.test.ts', 'failed')],
  });
  expect(countReport(path)).toMatchObject({ passed: 7, failed: 1, skipped: 0 });
});

it('gives the time of each file', () => {
  const path = report('times.json', {
    numPassedTests: 1,
    testResults: [file('test/a.test.ts', 'passed', ['passed'])],
  });
  expect(countReport(path).files).toEqual([{ name: join('test', 'a.test.ts'), seconds: 2.5 }]);
});

it('counts nothing when the run died before its report', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const none = { passed: 0, failed: 0, skipped: 0, files: [] };
  expect(countReport(join(folder, 'absent.json'))).toEqual(none);
  expect(countReport(report('cut.json', '{"numPassed'))).toEqual(none);
  vi.restoreAllMocks();
});
