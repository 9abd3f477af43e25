import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { runCommand } from './run-command.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'nova-act-command-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

/** What is printed and started; `does` stands in for Playwright. */
async function run(words: string[], does = (_env: Readonly<Record<string, string>>) => 0) {
  let printed = '';
  const started: [readonly string[], Readonly<Record<string, string>>][] = [];
  const print = (text: string) => {
    printed += text;
  };
  const code = await runCommand(words, {
    cwd,
    print,
    printError: print,
    playwright: async (given, env) => {
      started.push([given, env]);
      return does(env);
    },
  });
  return { code, printed, started };
}

describe('test', () => {
  it.each([
    ['test a.spec.ts -u', ['test', 'a.spec.ts', '-u'], {}],
    ['test --update-acts a.spec.ts', ['test', 'a.spec.ts'], { NOVA_ACT_UPDATE_ACTS: 'changed' }],
    ['test --update-acts=all', ['test'], { NOVA_ACT_UPDATE_ACTS: 'all' }],
  ])('%s', async (typed, words, env) => {
    const { code, started } = await run(typed.split(' '), () => 3);
    expect(started).toEqual([[words, env]]);
    expect(code).toBe(3);
  });
});

test.each([
  ['tset', 'is no command'],
  ['test --update-acts=some', 'not "some"'],
  ['test --update-acts --update-acts=all', 'twice'],
  ['stale a.spec.ts', '"a.spec.ts" may leave some out'],
  ['stale --grep x', '"--grep" may leave some out'],
  ['stale --shard=1/2', '"--shard=1/2" may leave some out'],
])('%s starts nothing', async (typed, says) => {
  const { code, printed, started } = await run(typed.split(' '));
  expect([code, started]).toEqual([2, []]);
  expect(printed).toContain(says);
});

describe('stale', () => {
  const id = (letter: string) => letter.repeat(16);
  const acts = (spec: string) => join(cwd, 'tests/__acts__', spec);
  const recorded = (spec: string, letter: string) => {
    mkdirSync(acts(spec), { recursive: true });
    writeFileSync(join(acts(spec), `act-${id(letter)}.json`), '{}');
  };
  const isThere = (spec: string, letter: string) =>
    existsSync(join(acts(spec), `act-${id(letter)}.json`));

  /** a.spec.ts has passed, of b.spec.ts a test was skipped, gone.spec.ts is no more. */
  const playwright = (env: Readonly<Record<string, string>>) => {
    const [used = '', report = ''] = [
      env['NOVA_ACT_USED_ACTS'],
      env['PLAYWRIGHT_JSON_OUTPUT_FILE'],
    ];
    writeFileSync(used, `${JSON.stringify({ directory: acts('a.spec.ts'), id: id('a') })}\n`);
    const suite = (file: string, ...statuses: string[]) => ({
      file,
      specs: [],
      suites: [{ file, specs: statuses.map((status) => ({ tests: [{ status }] })) }],
    });
    const rootDir = join(cwd, 'tests');
    const config = { rootDir, projects: [{ testDir: rootDir }, { testDir: rootDir }] };
    const suites = [
      suite('a.spec.ts', 'expected', 'flaky'),
      suite('b.spec.ts', 'expected', 'skipped'),
    ];
    writeFileSync(report, JSON.stringify({ config, suites }));
    return 0;
  };
  beforeEach(() => {
    for (const spec of ['a.spec.ts', 'b.spec.ts']) {
      mkdirSync(join(cwd, 'tests'), { recursive: true });
      writeFileSync(join(cwd, 'tests', spec), '');
    }
    recorded('a.spec.ts', 'a');
    recorded('a.spec.ts', 'b');
    recorded('b.spec.ts', 'c');
    recorded('gone.spec.ts', 'd');
  });

  it('lists what no test uses, and says nothing of files that were not done', async () => {
    const { code, printed } = await run(['stale'], playwright);
    expect(code).toBe(1);
    expect(printed.match(/No test uses .*/g)).toEqual([
      `No test uses tests/__acts__/a.spec.ts/act-${id('b')}.json`,
      `No test uses tests/__acts__/gone.spec.ts/act-${id('d')}.json`,
    ]);
    expect(printed).toContain(
      'Not judged, as not all its tests were done: tests/__acts__/b.spec.ts',
    );
    expect(isThere('a.spec.ts', 'b')).toBe(true);
  });

  it('--remove takes away those, and no other', async () => {
    const { code } = await run(['stale', '--remove'], playwright);
    expect(code).toBe(0);
    expect([isThere('a.spec.ts', 'b'), isThere('gone.spec.ts', 'd')]).toEqual([false, false]);
    expect([isThere('a.spec.ts', 'a'), isThere('b.spec.ts', 'c')]).toEqual([true, true]);
  });

  it('judges nothing where Playwright gave no report', async () => {
    const { code, printed } = await run(['stale', '--remove'], () => 1);
    expect([code, printed]).toEqual([1, '']);
    expect(isThere('a.spec.ts', 'b')).toBe(true);
  });
});
