import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { countReport } from '../../scripts/test/run-vitest.mjs';
import { ROOT } from '../architecture/source-files.js';

const folder = join(ROOT, '.cache', 'report-test');
beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
    testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }],
  });
  expect(countReport(path)).toEqual({ passed: 7, failed: 1, skipped: 3 });
});

it('counts a file that could not be loaded as a failure', () => {
  const path = report('broken-file.json', {
    numPassedTests: 7,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [{ status: 'failed', assertionResults: [] }],
  });
  expect(countReport(path)).toEqual({ passed: 7, failed: 1, skipped: 0 });
});

it('counts nothing when the run died before its report', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const none = { passed: 0, failed: 0, skipped: 0 };
  expect(countReport(join(folder, 'absent.json'))).toEqual(none);
  expect(countReport(report('cut.json', '{"numPassed'))).toEqual(none);
  vi.restoreAllMocks();
});
