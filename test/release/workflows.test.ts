import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../architecture/source-files.js';

interface Step {
  run?: string;
  uses?: string;
}
interface Workflow {
  on: unknown;
  permissions: Record<string, string>;
  jobs: Record<
    string,
    {
      'runs-on': string;
      'timeout-minutes'?: number;
      permissions?: Record<string, string>;
      strategy?: { matrix: Record<string, string[]> };
      steps: Step[];
    }
  >;
}

const folder = join(ROOT, '.github/workflows');
const workflow = (name: string) => parse(readFileSync(join(folder, name), 'utf8')) as Workflow;
const { scripts, engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};

describe.each(readdirSync(folder))('the workflow %s', (name) => {
  const { on, permissions, jobs } = workflow(name);

  it('may read, unless a job says more, and every job ends', () => {
    expect(on).toBeTruthy();
    expect(permissions).toEqual({ contents: 'read' });
    for (const [title, job] of Object.entries(jobs)) {
      expect(job['timeout-minutes'], title).toBeGreaterThan(0);
    }
  });

  it('runs scripts that exist, after a Node and the sources are there', () => {
    for (const { steps } of Object.values(jobs)) {
      const used = steps.flatMap(({ uses }) => uses?.split('@')[0] ?? []);
      expect(used.slice(0, 2)).toEqual(['actions/checkout', 'actions/setup-node']);
      const runs = steps.flatMap(({ run }) => run ?? []);
      expect(runs[0]).toBe('npm run setup');
      const named = runs.map((run) => /^npm (?:run )?([a-z]+)/.exec(run)?.[1] ?? run);
      expect(named.filter((script) => !(script in scripts))).toEqual([]);
    }
  });
});

it('the tests run on the oldest Node that is allowed, and on two newer ones', () => {
  const { node = [] } = workflow('ci.yml').jobs['test']?.strategy?.matrix ?? {};
  expect(engines.node).toBe(`>=${node[0]}`);
  expect(node).toHaveLength(3);
});

it('what is published has its provenance: the job may ask who it is, and nothing else', () => {
  const { permissions, steps } = workflow('release.yml').jobs['release'] ?? {};
  expect(permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  expect(steps?.at(-1)).toMatchObject({
    if: "github.ref_type == 'tag'",
    run: 'npm run release -- --publish',
  });
});

it('package.json names scripts that are there', () => {
  const files = Object.values(scripts).flatMap((line) => /^node (\S+)/.exec(line)?.[1] ?? []);
  expect(files.length).toBeGreaterThan(8);
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});
