import { execFile } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningLocalService, startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionsOf } from '../../packages/cli/src/iam/actions.js';
import { TEMPLATE_NAMES } from '../../packages/cli/src/init/templates.js';
import { ROOT } from '../architecture/source-files.js';
import { chromiumEnv } from '../support/chromium.js';
import { packAll, temporaryFolder } from './pack.js';
import { node, run } from './run.js';
import { type Server, startServer } from './server.js';
import { strangeFolder } from './strange-folder.js';

const TSC = join(ROOT, 'node_modules/typescript-5/bin/tsc');
/** What a user's `npm install` would bring besides. */
const EXTRA = [
  ...['@types/node', 'playwright', 'zod', 'vitest', '@playwright/test', 'tsx'],
  ...['@nestjs/common', '@nestjs/core', '@nestjs/platform-express', 'reflect-metadata', 'rxjs'],
];

const folder = temporaryFolder();
const servers: Server[] = [];
let app = '';
let service: RunningLocalService;

/** Projects as `nova-act init` of the packed package makes them. */
beforeAll(async () => {
  const packed = await packAll(folder.path);
  app = strangeFolder(folder.path, packed, EXTRA);
  const command = join(app, 'node_modules/nova-act/bin/nova-act.js');
  const init = (name: string) => node([command, 'init', name, '--template', name], app);
  await Promise.all(TEMPLATE_NAMES.map(init));
  service = await startLocalService();
}, 180_000);
afterAll(async () => {
  for (const server of servers) await server.stop();
  await service?.stop();
  folder.remove();
});

const place = (name: string) => join(app, name);
const environment = () => ({ ...process.env, ...service.iamEnv, ...chromiumEnv() });
const lastRun = () => service.runs().at(-1);

function program(args: string[], cwd: string, env: NodeJS.ProcessEnv = environment()) {
  return new Promise<{ code: unknown; out: string; stdout: string }>((resolve) => {
    execFile(process.execPath, args, { cwd, env, timeout: 90_000 }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, out: stdout + stderr, stdout }),
    );
  });
}

/** The others' files are among those of github-actions, or are compiled before they are started. */
it.each(['github-actions', 'playwright', 'lambda'])(
  'the template %s has no mistake of types',
  async (name) => {
    await node([TSC, '--noEmit', '-p', '.'], place(name));
  },
);

describe('what is made starts at once on the service on this machine:', () => {
  const bin = (name: string) => join(app, 'node_modules', name);

  it('playwright', async () => {
    const test = [bin('@playwright/test/cli.js'), 'test', '--reporter=line'];
    const { code, out } = await program(test, place('playwright'), { ...environment(), CI: '' });
    expect(out).toContain('1 passed');
    expect(code).toBe(0);
  });

  it('the example examples/playwright-test, played from its recordings', async () => {
    cpSync(join(ROOT, 'examples/playwright-test'), place('example'), { recursive: true });
    const test = [bin('@nova-act/playwright-test/bin/nova-act-playwright.js'), 'test'];
    const env = { ...process.env, ...chromiumEnv(), CI: '1' };
    const { code, out } = await program([...test, '--reporter=line'], place('example'), env);
    expect(out).toContain('2 passed');
    expect(code).toBe(0);
  });

  it('nest, which answers by HTTP', async () => {
    await node([TSC, '-p', '.'], place('nest'));
    const env = { ...environment(), PORT: '0' };
    const server = await startServer(process.execPath, ['dist/src/main.js'], place('nest'), env);
    servers.push(server);
    const { url } = server;
    const answer = await fetch(new URL('/moons/Mars', url));
    expect(await answer.json()).toEqual({ planet: 'Mars', moons: 2 });
  });

  it('lambda: the handler, as it is bundled', async () => {
    const { scripts } = JSON.parse(readFileSync(join(place('lambda'), 'package.json'), 'utf8'));
    const [, ...flags] = scripts.bundle.split(' ');
    await run(join(ROOT, 'node_modules/.bin/esbuild'), flags, place('lambda'));
    const invoke = `const { handler } = require('./dist/handler.cjs');
      handler({ planet: 'Mars' }, { getRemainingTimeInMillis: () => 60000 })
        .then((answer) => console.log(JSON.stringify(answer)));`;
    const { code, out } = await program(
      ['--input-type=commonjs', '--eval', invoke],
      place('lambda'),
    );
    expect({ code, out }).toEqual({ code: 0, out: '{"planet":"Mars","moons":2}\n' });
    expect(lastRun()).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('lambda: the run is FAILED on record before Lambda’s time is up', async () => {
    const fault = { kind: 'latency', latencyMs: 60_000, operation: 'InvokeActStep' } as const;
    const { id } = service.faults.add(fault);
    const invoke = `const { handler } = require('./dist/handler.cjs');
      handler({ planet: 'Mars' }, { getRemainingTimeInMillis: () => 14000 })
        .catch((error) => { console.log(error.code); process.exit(); });`;
    const { out } = await program(['--input-type=commonjs', '--eval', invoke], place('lambda'));
    // On a busy machine the end may come before the step: nobody else is to wait then.
    service.faults.remove(id);
    expect(out).toContain('WORKFLOW_CANCELED');
    expect(lastRun()?.status).toBe('FAILED');
  });
});

describe.each(['lambda', 'container'])('the CloudFormation of %s', (name) => {
  const text = () => readFileSync(join(place(name), 'template.yaml'), 'utf8');
  // CloudFormation's own tags stand for what is not known before.
  const tag = (short: string) => ({ tag: `!${short}`, resolve: (value: string) => `\${${value}}` });
  const customTags = ['Ref', 'Sub', 'GetAtt'].map(tag);
  const template = () => parse(text(), { customTags }) as Template;

  it('has a role, a bucket and the definition of the program', () => {
    const { Resources } = template();
    const types = Object.values(Resources).map(({ Type }) => Type);
    expect(types).toEqual(
      expect.arrayContaining([
        'AWS::IAM::Role',
        'AWS::S3::Bucket',
        'AWS::NovaAct::WorkflowDefinition',
      ]),
    );
    const program = readFileSync(join(place(name), 'src/how-many-moons.ts'), 'utf8');
    expect(program).toContain(
      `workflowDefinitionName: '${Resources['Definition']?.Properties.Name}'`,
    );
  });

  it('grants what nova-act iam-policy run grants, and nothing more of the service', () => {
    const { Resources } = template();
    const [{ PolicyDocument } = { PolicyDocument: { Statement: [] } }] =
      Resources['Role']?.Properties.Policies ?? [];
    const granted = PolicyDocument.Statement.flatMap(({ Action }) => Action);
    const ofService = granted.filter((action) => action.startsWith('nova-act:'));
    expect(ofService.sort()).toEqual(actionsOf('run', 'definition').sort());
  });
});

interface Template {
  Resources: Record<
    string,
    {
      Type: string;
      Properties: {
        Name?: string;
        Policies?: { PolicyDocument: { Statement: { Action: string | string[] }[] } }[];
      };
    }
  >;
}

it('script is started as github-actions, which the new user’s path starts, is', () => {
  const scripts = (name: string) =>
    JSON.parse(readFileSync(join(place(name), 'package.json'), 'utf8')).scripts;
  expect(scripts('github-actions')).toMatchObject(scripts('script'));
  expect(scripts('github-actions')).toMatchObject(scripts('vitest'));
});

it('the workflow of GitHub Actions is YAML that runs scripts which the project has', () => {
  const text = readFileSync(
    join(place('github-actions'), '.github/workflows/nova-act.yml'),
    'utf8',
  );
  const { jobs } = parse(text) as { jobs: Record<string, { steps: { run?: string }[] }> };
  const { scripts } = JSON.parse(
    readFileSync(join(place('github-actions'), 'package.json'), 'utf8'),
  );
  const ran = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run = '' }) => run));
  const named = ran.flatMap((line) => /^npm (?:run )?(?!install)(\S+)/.exec(line)?.[1] ?? []);
  expect(named).toEqual(['check', 'test', 'start:aws']);
  for (const name of named) expect(scripts).toHaveProperty(name);
});
