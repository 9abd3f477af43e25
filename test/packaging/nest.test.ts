import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.js';
import { runAlone } from './first-program.js';
import { NEST_APP } from './nest-app.js';
import { packAll, temporaryFolder } from './pack.js';
import { isOffline, OFFLINE } from './registry.js';
import { node, run } from './run.js';

const NEST = ['@nestjs/core@12', '@nestjs/common@12', '@nestjs/platform-express@12'];
const QUIET = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];

const folder = temporaryFolder();
const app = join(folder.path, 'app');
let offline = false;
beforeAll(async () => {
  const packed = (await packAll(folder.path))
    .filter(({ folder: name }) => name === 'core' || name === 'workflow')
    .map(({ tarball }) => tarball);
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{ "name": "app", "type": "module" }');
  writeFileSync(join(app, 'app.ts'), NEST_APP);
  const tools = ['reflect-metadata', 'rxjs@7', '@types/node@20'];
  try {
    await run('npm', ['install', ...QUIET, ...packed, ...NEST, ...tools], app);
  } catch (error) {
    offline = isOffline(error);
    if (!offline) throw error;
  }
}, 400_000);
afterAll(folder.remove);

it('in a NestJS application @workflow and Nest’s own decorators work in either order', async ({
  skip,
}) => {
  skip(offline, OFFLINE);
  const typescript = join(ROOT, 'node_modules/typescript-5/bin/tsc');
  const settings = '--module nodenext --target es2022 --strict --skipLibCheck --types node';
  const legacy = '--experimentalDecorators --emitDecoratorMetadata';
  await node([typescript, 'app.ts', ...settings.split(' '), ...legacy.split(' ')], app);

  await using service = await startLocalService();
  const { code, stdout, stderr } = await runAlone(process.execPath, ['app.js'], app, {
    ...service.iamEnv,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const runs = service.runs();
  expect(runs.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']);
  const [first, second, third] = runs.map(({ workflowRunId }) => workflowRunId);
  expect(JSON.parse(stdout)).toEqual({
    above: `200 AB1, run ${first}`,
    'above without a role': '403',
    below: `200 AB1, run ${second}`,
    'below without a role': '403',
    price: `200 AB1 in EUR, run ${third}`,
    'price without a role': '403',
  });
}, 180_000);
