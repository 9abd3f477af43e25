import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Ended, projectUnderTest, type Result, type Step } from './project-under-test.js';

let under: Awaited<ReturnType<typeof projectUnderTest>>;
let first: Ended;

beforeAll(async () => {
  under = await projectUnderTest();
  first = await under.command(['test', '--reporter=json']);
}, 400_000);
afterAll(() => under?.stop());

const only = (title: string, ended = first, project?: string): Result => {
  const [result, ...others] = ended.results(title, project);
  if (!result || others.length > 0) throw new Error(`${title}: ${others.length + 1}\n${ended.out}`);
  return result;
};
const runsOf = ({ annotations }: Result) =>
  annotations
    .filter(({ type }) => type === 'nova act run')
    .map(({ description }) =>
      under.service.runs().find(({ workflowRunId }) => workflowRunId === description),
    );
const unrecorded = (result?: Result) =>
  (result?.annotations ?? []).flatMap(({ type, description }) =>
    type === 'nova act not recorded' ? [description] : [],
  );
const statusesOf = (title: string) =>
  first.results(title).map((result) => [result.status, runsOf(result).map((run) => run?.status)]);
const titles = (steps: readonly Step[] = []): unknown[] =>
  steps.map(({ title, steps: inner }) => (inner ? [title, titles(inner)] : title));
const actsFolder = (spec: string) => join(under.project, 'tests/__acts__', spec);
const recordings = (spec: string) => readdirSync(actsFolder(spec)).sort();

describe('the run of a test', () => {
  it.each([
    ['passes', [['passed', ['SUCCEEDED']]]],
    ['fails after its act', [['failed', ['FAILED']]]],
    ['fails softly', [['failed', ['FAILED']]]],
    ['fails in afterEach', [['failed', ['FAILED']]]],
    ['fails in an act', [['failed', ['FAILED']]]],
    ['fails as expected', [['failed', ['FAILED']]]],
    ['is expected to fail, and passes', [['passed', ['FAILED']]]],
    ['is skipped halfway', [['skipped', ['FAILED']]]],
    ['runs out of time in an act', [['timedOut', ['FAILED']]]],
    ['runs out of time in afterEach', [['timedOut', ['FAILED']]]],
    ['has what an act in beforeAll did', [['passed', ['SUCCEEDED']]]],
    ['closes its page before an act', [['failed', ['FAILED']]]],
    [
      'passes the second time',
      [
        ['failed', ['FAILED']],
        ['passed', ['SUCCEEDED']],
      ],
    ],
    ['first', [['failed', ['FAILED']]]],
    ['second', [['skipped', []]]],
    ['is told step by step', [['passed', ['SUCCEEDED']]]],
    ['another page is in the same run', [['passed', ['SUCCEEDED']]]],
  ])('of a test that %s', (title, statuses) => {
    expect(statusesOf(title)).toEqual(statuses);
  });

  it('is over when the tests are, also of beforeAll', () => {
    expect(under.service.runs().filter(({ status }) => status === 'RUNNING')).toEqual([]);
  });

  it('has the acts of its hooks', () => {
    const [run] = runsOf(only('act in the run of the test'));
    expect(run?.acts.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
  });

  it('has all the acts of the test, on whatever page', () => {
    const [run] = runsOf(only('another page is in the same run'));
    expect(run?.sessions).toHaveLength(2);
    expect(run?.acts.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
  });
});

describe('in the report', () => {
  it('each act is a step, within the step it is done in', () => {
    expect(titles(only('is told step by step').steps)).toEqual([
      ['by hand', ['What is the heading?']],
      expect.stringContaining('Buy the desk lamp'),
    ]);
  });

  it('a failing act is told at the line that asked for it', () => {
    const { error, steps } = only('fails in an act');
    const line = readFileSync(join(under.project, 'tests/statuses.spec.ts'), 'utf8')
      .split('\n')
      .findIndex((text) => text.includes('link Sofas'));
    expect(error?.location).toMatchObject({
      file: expect.stringMatching(/statuses\.spec\.ts$/),
      line: line + 1,
    });
    expect(steps?.[0]).toMatchObject({ title: 'Click the link Sofas', error: expect.anything() });
  });

  it('the traces are attached, HTML with pictures and JSON without', () => {
    const { attachments } = only('passes');
    expect(attachments.map(({ name, contentType }) => [name, contentType])).toEqual([
      ['nova act 1: Click the link Lamps', 'text/html'],
      ['nova act 1: Click the link Lamps (JSON)', 'application/json'],
    ]);
    const [html, json] = attachments;
    expect(readFileSync(html?.path ?? '', 'utf8')).toContain('data:image/jpeg;base64,');
    const trace = JSON.parse(Buffer.from(json?.body ?? '', 'base64').toString());
    expect(trace).toMatchObject({ prompt: 'Click the link Lamps', status: 'SUCCEEDED' });
    expect(JSON.stringify(trace)).not.toContain('data:image');
  });

  it('nothing is attached where no trace is wanted', () => {
    expect(only('nothing is attached')).toMatchObject({ status: 'passed', attachments: [] });
  });

  it('no secret is in a title, an attachment or an annotation', () => {
    const result = only('is in no step');
    expect(titles(result.steps)).toEqual([expect.stringContaining('{{word}}')]);
    expect(JSON.stringify(result)).not.toContain('open sesame');
    for (const { path, body } of result.attachments) {
      const text = path ? readFileSync(path, 'utf8') : Buffer.from(body ?? '', 'base64').toString();
      expect(text).not.toContain('open sesame');
    }
  });

  it('a test whose time was over says which act it was in', () => {
    const messages = only('runs out of time in an act').errors.map(({ message }) => message);
    expect(messages.join('\n')).toContain('Test timeout of 4000ms exceeded');
    expect(messages.join('\n')).toMatch(/The act “Never answer” had been under way for \d+ ms/);
  });
});

describe('the session of a test', () => {
  it.each([
    'is relative to baseURL',
    'are refused',
    'mixed into another test by mergeTests',
    'mixed into another test by extend',
    'may be given, with all their functions',
    'runs on the service on this machine, without credentials',
  ])('%s', (title) => {
    expect(only(title)).toMatchObject({ errors: [], status: 'passed' });
  });
});

describe('recordings', () => {
  it('lie beside the test file, named by their prompts', () => {
    expect(recordings('memory.spec.ts')).toEqual([
      expect.stringMatching(/^click-the-button-buy-the-desk-lamp-[0-9a-f]{16}\.json$/),
      expect.stringMatching(/^click-the-link-lamps-[0-9a-f]{16}\.json$/),
      expect.stringMatching(/^click-the-link-what-[0-9a-f]{16}\.json$/),
    ]);
  });

  it('are those of tests that ended as they were to: of a failed one nothing is kept for its retry', () => {
    expect(recordings('statuses.spec.ts')).toEqual([
      expect.stringMatching(/^click-on-the-link-what-/),
      expect.stringMatching(/^click-the-link-lamps-/),
    ]);
    const [failed, passed] = first.results('passes the second time');
    expect([failed, passed].map((result) => unrecorded(result))).toEqual([
      [expect.stringContaining('what an act did is not recorded')],
      [],
    ]);
  });

  describe('in CI', () => {
    let ci: Ended;
    let before: string[];
    beforeAll(async () => {
      before = recordings('memory.spec.ts');
      const env = { CI: '1', SINCE: 'yesterday', PROJECTS: '1' };
      const words = ['test', 'memory.spec.ts', 'projects.spec.ts', '--reporter=json'];
      ci = await under.command(words, env);
    }, 300_000);

    it('an act is played, without a request for a step', () => {
      const result = only('is played', ci);
      expect(result).toMatchObject({ status: 'passed' });
      expect(runsOf(result)[0]?.acts[0]?.steps).toEqual([]);
    });

    it.each(['desk', 'a phone', 'staging'])('it is played in the project “%s”, too', (project) => {
      const result = only('is the same act everywhere', ci, project);
      expect(result).toMatchObject({ status: 'passed', errors: [] });
      expect(runsOf(result)[0]?.acts.map(({ steps }) => steps)).toEqual([[], []]);
    });

    it('one that is not recorded fails, and says what to type', () => {
      const { errors } = only('is another act since', ci);
      expect(errors[0]?.message).toContain('nothing is recorded of it');
      expect(errors[0]?.message).toMatch(
        /npx nova-act-playwright test --update-acts memory\.spec\.ts:\d+ --project=desk/,
      );
    });

    it('one whose page has changed fails, with nothing done', () => {
      const result = only('is on a page that changed', ci);
      expect(result.errors[0]?.message).toContain('ActNotRememberedError');
      expect(runsOf(result)[0]?.acts[0]?.steps).toEqual([]);
    });

    it('what an act says of itself holds', () => {
      expect(only('says what it does itself', ci).status).toBe('passed');
    });

    it('nothing is written', () => {
      expect(recordings('memory.spec.ts')).toEqual(before);
    });

    it('--update-acts has the model do what does not hold, records it, and tells', async () => {
      const env = { CI: '1', SINCE: 'yesterday' };
      const words = ['test', '--update-acts', 'memory.spec.ts', '--reporter=json'];
      const updated = await under.command(words, env);
      expect(updated.code).toBe(0);
      const isNew = expect.stringMatching(/^click-the-link-chairs-/);
      expect(recordings('memory.spec.ts')).toHaveLength(before.length + 1);
      expect(recordings('memory.spec.ts')).toEqual(expect.arrayContaining([...before, isNew]));
      expect(only('is on a page that changed', updated).annotations).toContainEqual({
        type: 'nova act healed',
        description: expect.stringContaining('heading'),
      });
      expect(only('is played', updated).annotations).toHaveLength(1);
    }, 300_000);

    it('stale --remove takes away what no test uses any more', async () => {
      // All but these tests are known to fail.
      for (const spec of ['statuses', 'steps', 'offline', 'projects']) {
        const file = join(under.project, `tests/${spec}.spec.ts`);
        renameSync(file, `${file}.off`);
      }
      const env = { CI: '1', SINCE: 'yesterday' };
      const removed = await under.command(['stale', '--remove'], env);
      expect(removed.out).toMatch(
        /Removed tests\/__acts__\/memory\.spec\.ts\/click-the-link-lamps-/,
      );
      expect(removed.out).not.toMatch(/Removed .*click-the-link-what/);
      expect(removed.code).toBe(0);
      expect(recordings('memory.spec.ts')).toHaveLength(3);
      expect(recordings('statuses.spec.ts')).toEqual([]);
    }, 300_000);
  });
});

it('a test that is interrupted leaves no run behind that goes on', async () => {
  const file = join(under.project, 'tests/interrupted.spec.ts');
  writeFileSync(
    file,
    `import { test } from '@nova-act/playwright-test';
     test('is interrupted', async ({ nova }) => { await nova.act('Never answer'); });`,
  );
  const before = under.service.runs().length;
  const isAsked = () =>
    vi.waitUntil(() => under.service.runs().at(before)?.acts[0]?.status === 'RUNNING', {
      timeout: 60_000,
    });
  const ended = await under.command(
    ['test', 'interrupted.spec.ts', '--reporter=json'],
    {},
    isAsked,
  );
  expect(ended.code).not.toBe(0);
  expect(only('is interrupted', ended).status).toBe('interrupted');
  expect(under.service.runs().at(before)?.status).toBe('FAILED');
  expect(existsSync(file)).toBe(true);
}, 300_000);
