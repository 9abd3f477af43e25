import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type StartLocalServiceOptions, scriptedModel, startLocalService } from '@nova-act/local';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadSqlite } from '../src/sqlite/load-sqlite.js';
import { apiKeyClient, awsClient, type Send } from './clients.js';
import { firstResults, observation, openAct } from './life-of-a-run.js';
import { next } from './open-service.js';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'nova-act-data-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const apiKey = 'the-key-of-this-test';
const model = scriptedModel(() => [['agentClick', '<box>1,1,2,2</box>'], 'takeObservation']);
const start = (options: StartLocalServiceOptions = {}) =>
  startLocalService({ dataDirectory: directory, apiKey, model, ...options });
const clientOf = (url: string): Send =>
  apiKeyClient({
    fetch: globalThis.fetch,
    origin: url,
    apiKey,
    credentials: { accessKeyId: '', secretAccessKey: '' },
    region: '',
  });
const open = (send: Send) => openAct(send, { stepEnd: '/invoke-step' });
/** A screenshot that can be told from others, large enough to be lifted out of its request. */
const picture = (mark: number) => Buffer.alloc(6000, `picture ${mark} `);
const lookAt = (mark: number, type = 'jpeg') =>
  firstResults(
    observation({
      screenshotBase64: `data:image/${type};base64,${picture(mark).toString('base64')}`,
      activeURL: `https://example.com/${mark}`,
    }),
  );
const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('a service with a data folder', () => {
  test('knows after a restart all that it knew before', async () => {
    const before = await start();
    const send = clientOf(before.url);
    const clientToken = '0123456789abcdef0123456789abcdef0';
    const paths = await open(send);
    const act = { task: 'Again', clientToken };
    const created = await send('PUT', `${paths.session}/acts`, act);
    const first = await send('PUT', paths.step, { callResults: lookAt(1, 'png') });
    await send('PUT', `${paths.session}/acts/${created.body['actId']}`, {
      status: 'FAILED',
      error: { message: 'No' },
    });
    const runs = before.runs();
    await before.stop();

    await using after = await start();
    const again = clientOf(after.url);
    expect(after.runs()).toEqual(runs);
    expect((await again('PUT', `${paths.session}/acts`, act)).body).toEqual(created.body);
    // The act goes on where it was.
    expect((await next(again, paths, first)).status).toBe(200);
    const steps = `${after.url}/console/api/acts/${paths.actId}/steps`;
    const shown = await fetch(`${steps}/${first.body['stepId']}/screenshot`);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(picture(1));
    expect(await open(again)).toBeDefined();
    expect(after.runs()).toHaveLength(2);
  });

  test('keeps screenshots as files that open, and lets them go with their run', async () => {
    await using service = await start({ deletionDelayMs: 0 });
    const send = awsClient({ ...service, fetch: globalThis.fetch, origin: service.url });
    const paths = await openAct(send);
    await send('PUT', paths.step, { callResults: lookAt(1) });
    const folder = join(directory, 'screenshots');
    const [file, ...others] = await filesIn(folder);
    expect(others).toEqual([]);
    expect(file).toMatch(/\.jpg$/);
    expect(await readFile(file ?? '')).toEqual(picture(1));
    expect((await send('DELETE', paths.run)).status).toBe(202);
    expect((await send('GET', paths.run)).status).toBe(404);
    expect(await filesIn(folder)).toEqual([]);
  });

  test('keeps no key and no secret', async () => {
    const service = await start();
    await open(clientOf(service.url));
    await service.stop();
    for (const file of await filesIn(directory)) {
      const content = await readFile(file);
      for (const secret of [apiKey, service.credentials.secretAccessKey])
        expect(content.includes(secret)).toBe(false);
    }
  });

  test.skipIf(process.platform === 'win32')(
    'lets nobody else look into it, also when it was open before',
    async () => {
      await chmod(directory, 0o755);
      await using service = await start();
      const paths = await open(clientOf(service.url));
      await clientOf(service.url)('PUT', paths.step, { callResults: lookAt(1) });
      expect((await stat(directory)).mode & 0o777).toBe(0o700);
      for (const file of await filesIn(directory))
        expect([file, (await stat(file)).mode & 0o777]).toEqual([file, 0o600]);
    },
  );

  test.skipIf(process.platform !== 'linux')('says at once where no folder can be', async () => {
    for (const dataDirectory of ['/proc/x/y', '/dev/null/x', '/dev/null'])
      await expect(start({ dataDirectory })).rejects.toThrow("can't be a data folder");
  });

  test('is the only one that may use it', async () => {
    await using _ = await start();
    await expect(start()).rejects.toThrow(/is in use by another process/);
  });

  test('says so when the folder is damaged or of another version', async () => {
    await writeFile(
      join(directory, 'nova-act.db'),
      'not a database at all, but long enough'.repeat(99),
    );
    await expect(start()).rejects.toThrow(/is no database, or is damaged/);
    await rm(join(directory, 'nova-act.db'));
    const newer = (await loadSqlite(directory))(join(directory, 'nova-act.db'), 0);
    newer.exec('pragma user_version = 99');
    newer.close();
    await expect(start()).rejects.toThrow(/another version of the local service \(format 99/);
  });

  test('frees the folder when it cannot start', async () => {
    await using taken = await startLocalService();
    const port = Number(new URL(taken.url).port);
    await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await expect(start({ region: 'not a region' })).rejects.toThrow(TypeError);
    const service = await start();
    await service.stop();
  });

  test('has lost nothing it answered when it was killed in the middle of writing', async () => {
    const program = fileURLToPath(new URL('serve-data-folder.ts', import.meta.url));
    for (const killAfter of [1, 7, 20]) {
      const child = fork(program, [directory], { execArgv: ['--import', 'tsx'] });
      const killed = once(child, 'exit');
      const url = await Promise.race([
        once(child, 'message').then(([text]) => String(text)),
        killed.then(([code]) => Promise.reject(new Error(`The service ended with ${code}`))),
      ]);
      const send = clientOf(url);
      const answered: { actId: string; stepId: string; mark: number }[] = [];
      const work = async (worker: number) => {
        const paths = await open(send);
        for (let mark = worker * 1000; ; mark += 1) {
          const step = await send('PUT', paths.step, { callResults: lookAt(mark) });
          answered.push({ actId: paths.actId, stepId: String(step.body['stepId']), mark });
          // The others are in the middle of a step.
          if (answered.length >= killAfter) child.kill('SIGKILL');
        }
      };
      const workers = await Promise.allSettled([1, 2, 3, 4].map(work));
      expect(workers.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
      await killed;

      await using service = await start();
      const acts = service.runs().flatMap((run) => run.acts);
      for (const { actId, stepId, mark } of answered) {
        const act = acts.find((each) => each.actId === actId);
        expect(act?.steps.some((step) => step.stepId === stepId)).toBe(true);
        const step = `${service.url}/console/api/acts/${actId}/steps/${stepId}`;
        const shown = await fetch(`${step}/screenshot`);
        expect(Buffer.from(await shown.arrayBuffer())).toEqual(picture(mark));
      }
      expect(answered.length).toBeGreaterThanOrEqual(killAfter);
    }
  });
});
