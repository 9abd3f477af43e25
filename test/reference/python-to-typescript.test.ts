import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { findPythonSdk, pythonSdkMayBeInstalled } from '../../scripts/bench/step/python-sdk.js';
import { ROOT } from '../architecture/source-files.js';
import { readText } from '../readme/code-blocks.js';
import { namedIn } from './names-here.js';
import * as theirs from './python-names.js';
import { codeIn, examplesIn, isNone, pythonNames, readRows } from './read-rows.js';

const run = promisify(execFile);
const page = readText('docs/python-to-typescript.md');
const rows = readRows(page);

/** The examples that some test runs: the one for most of them, or one of another room. */
const tested = new Set(
  readdirSync(`${ROOT}/test`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readText(`test/${file}`))
    .filter((text) => /\brunExample\(/.test(text))
    .flatMap((text) => [...text.matchAll(/'([\w-]+)'/g)].map(([, name]) => name)),
);

const python = (await pythonSdkMayBeInstalled())
  ? await findPythonSdk()
  : { reason: 'it is not installed (set BENCH_PYTHON, or CI=true to install it)' };
const reason = 'reason' in python ? python.reason : '';

describe('a row of docs/python-to-typescript.md', () => {
  it.each(rows)('line $line, $python: names what is here', ({ here }) => {
    expect(codeIn(here).flatMap((code) => namedIn(code).unknown)).toEqual([]);
  });

  it.each(rows)(
    'line $line, $python: has an example that uses it and is run, or a reason',
    ({ here, example }) => {
      const linked = examplesIn(example);
      expect(linked.filter((name) => !tested.has(name))).toEqual([]);
      const words = example.replace(/\[[^\]]*\]\([^)]*\)/g, '').replace(/[\s,.;]/g, '');
      if (words !== '') return expect(words.length).toBeGreaterThan(20);
      expect(isNone(here)).toBe(false);
      expect(linked).not.toEqual([]);
      const names = codeIn(here).flatMap((code) => namedIn(code).names);
      if (names.length === 0) return;
      const unused = linked.filter((name) => {
        const program = readText(`examples/${name}.ts`);
        return !names.some((one) => new RegExp(`(?<![\\w-])${one}(?![\\w-])`).test(program));
      });
      expect(unused).toEqual([]);
    },
  );
});

describe('what the Python SDK has', () => {
  const named = new Set(rows.flatMap(({ python: cell }) => codeIn(cell)).flatMap(pythonNames));
  const parameters = Object.entries(theirs.PARAMETERS).flatMap(([call, names]) =>
    names.map((name) => `${call}.${name}`),
  );
  it.each([
    ['parameter', parameters],
    ['member of a session', theirs.SESSION_MEMBERS.map((name) => `nova.${name}`)],
    ['member of a result', theirs.RESULT_MEMBERS],
    ['export', theirs.EXPORTS],
    ['name of another module', theirs.ELSEWHERE],
    ['variable of the environment', theirs.ENVIRONMENT],
  ])('has a row for every %s', (_what, names) => {
    expect(names.filter((name) => !named.has(name))).toEqual([]);
  });

  it('has every section of its README linked', () => {
    const linked = [...page.matchAll(/github\.com\/aws\/nova-act#([\w-]+)\)/g)].map((it) => it[1]);
    expect([...linked].sort()).toEqual([...theirs.SECTIONS].sort());
  });

  it.skipIf('reason' in python)(`is what is listed here${reason && ` (${reason})`}`, async () => {
    if (!('interpreter' in python)) return;
    const lister = fileURLToPath(new URL('./python_names.py', import.meta.url));
    const { stdout } = await run(python.interpreter, [lister], { timeout: 120_000 });
    const found = JSON.parse(/^@@(.*)$/m.exec(stdout)?.[1] ?? '{}');
    const { SECTIONS, HEADINGS_ALONE, PARAMETERS, SESSION_MEMBERS, RESULT_MEMBERS } = theirs;
    const sorted = (...lists: (readonly string[])[]) => lists.flat().sort();
    expect(found).toEqual({
      sections: sorted(SECTIONS, HEADINGS_ALONE),
      parameters: Object.fromEntries(
        Object.entries(PARAMETERS).map(([call, names]) => [call, sorted(names)]),
      ),
      session: sorted(SESSION_MEMBERS),
      result: sorted(RESULT_MEMBERS),
      exports: sorted(theirs.EXPORTS, theirs.EXPORTED_TYPES),
      environment: sorted(theirs.ENVIRONMENT),
    });
  });
});
