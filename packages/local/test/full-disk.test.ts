import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scriptedModel, startLocalService } from '@nova-act/local';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createServiceParts } from '../src/service/service-parts.js';
import { StorageError } from '../src/state/storage-error.js';
import type { Answered, Send } from './clients.js';
import { failingDisk } from './failing-disk.js';
import { clientInfo, firstResults, observation } from './life-of-a-run.js';
import { resultsOf } from './open-service.js';
import { surfaces } from './transports.js';

let directory = '';
let told: unknown[] = [];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'nova-act-full-'));
  told = [];
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const apiKey = 'the-key-of-this-test';
const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' };
const options = {
  apiKey,
  credentials,
  deletionDelayMs: 0,
  model: scriptedModel(() => [['agentClick', '<box>1,1,2,2</box>'], 'takeObservation']),
  onInternalError: (error: unknown) => void told.push(error),
};
const picture = (mark: number) =>
  `data:image/png;base64,${Buffer.alloc(6000, `picture ${mark} `).toString('base64')}`;
const lookAt = (mark: number) => observation({ screenshotBase64: picture(mark) });

async function open(surface: keyof typeof surfaces) {
  const disk = await failingDisk(directory, options.onInternalError);
  const parts = createServiceParts(options, { persistence: disk.persistence });
  const send = surfaces[surface].client({ ...parts.service, origin: 'http://nova-act.test' });
  return { disk, parts, send, runs: () => parts.service.runs() };
}
type Opened = Awaited<ReturnType<typeof open>>;

const pictures = async () =>
  (await readdir(directory, { recursive: true })).filter((name) => /\.(png|part)$/.test(name));
/** All that a client can come to see of it. */
const seen = async (service: Opened) => ({
  runs: structuredClone(service.runs()),
  definitions: service.parts.core.store.definitions().map((record) => ({ ...record })),
  pictures: (await pictures()).sort(),
});

/** One request after the other, each made of what the last was told. */
function life(surface: keyof typeof surfaces): ((send: Send) => Promise<Answered>)[] {
  const clientToken = (mark: number) => `${mark}`.repeat(40);
  const runs = '/workflow-definitions/default/workflow-runs';
  let run = '';
  let session = '';
  let act = '';
  let last: Answered | undefined;
  const step = (results: (answer: Answered) => object[]) => async (send: Send) => {
    const previous = last && { previousStepId: last.body['stepId'], callResults: results(last) };
    const first = { callResults: firstResults(lookAt(1)) };
    const answer = await send('PUT', `${act}${surfaces[surface].stepEnd}`, previous ?? first);
    if (answer.status === 200) last = answer;
    return answer;
  };
  const again = (answer: Answered) =>
    resultsOf(answer).map((result, at) =>
      at === 1 ? { ...result, content: [{ text: lookAt(2) }] } : result,
    );
  const made = async (answer: Promise<Answered>, take: (body: Answered['body']) => void) => {
    const { status, body } = await answer;
    if (status === 201) take(body);
    return answer;
  };
  const modelId = 'nova-act-latest';
  return [
    (send) =>
      made(
        send('PUT', runs, { modelId, clientInfo, clientToken: clientToken(1) }),
        ({ workflowRunId }) => {
          run = `${runs}/${workflowRunId}`;
        },
      ),
    (send) =>
      made(send('PUT', `${run}/sessions`, { clientToken: clientToken(2) }), ({ sessionId }) => {
        session = `${run}/sessions/${sessionId}`;
      }),
    (send) =>
      made(
        send('PUT', `${session}/acts`, { task: 'Click', clientToken: clientToken(3) }),
        ({ actId }) => {
          act = `${session}/acts/${actId}`;
        },
      ),
    step(again),
    step(again),
    (send) => send('PUT', act, { status: 'SUCCEEDED' }),
    (send) => send('PUT', run, { status: 'SUCCEEDED' }),
    ...(surface === 'AWS'
      ? [
          (send: Send) => send('DELETE', run),
          (send: Send) => send('DELETE', '/workflow-definitions/default'),
        ]
      : []),
  ];
}

describe.each(['AWS', 'API key'] as const)('on the %s surface, a disk that is full', (surface) => {
  test.each([
    ['at a statement', 'SQLITE_FULL', false],
    ['so that SQLite ends its transaction', 'SQLITE_FULL', true],
    ['or fails', 'SQLITE_IOERR_FSYNC', true],
    ['where screenshots are', 'ENOSPC', false],
  ])(
    '%s is told as a failure, and nothing of the request is there, nor after a restart',
    async (_, code, ended) => {
      let service = await open(surface);
      let failures = 0;
      for (const request of life(surface)) {
        const before = await seen(service);
        for (let after = 0; ; after += 1) {
          service.disk.failAfter(after, code, ended);
          const answer = await request(service.send);
          if (!service.disk.failed()) {
            expect(answer.status).toBeLessThan(300);
            break;
          }
          failures += 1;
          expect(answer.status).toBe(500);
          expect(answer.text).toContain(directory);
          expect(answer.text).toContain(code);
          expect(await seen(service)).toEqual(before);
          service.parts.close();
          service = await open(surface);
          expect(await seen(service)).toEqual(before);
        }
      }
      const end = await seen(service);
      service.parts.close();
      service = await open(surface);
      expect(await seen(service)).toEqual(end);
      service.parts.close();
      expect(failures).toBeGreaterThan(25);
      expect(told.every((error) => error instanceof StorageError)).toBe(true);
    },
  );
});

test('a database that takes no more pages refuses until there is room, and serves what it has', async () => {
  const service = await open('API key');
  const { database } = service.disk.open;
  const runs = '/workflow-definitions/default/workflow-runs';
  const create = () => service.send('PUT', runs, { modelId: 'nova-act-latest', clientInfo });
  const pragma = (text: string) => database.prepare(`pragma ${text}`).get();
  const { page_count: pages } = pragma('page_count') as { page_count: number };
  pragma(`max_page_count = ${pages + 2}`);
  const created: unknown[] = [];
  let answer = await create();
  for (; answer.status === 201; answer = await create()) created.push(answer.body['workflowRunId']);
  expect(answer.status).toBe(500);
  expect(answer.text).toMatch(/SQLITE_FULL.*Free some space/);
  expect(service.runs().map((run) => run.workflowRunId)).toEqual(created);
  expect((await service.send('GET', `${runs}/${created[0]}`)).status).not.toBe(500);
  pragma('max_page_count = 1000000');
  expect((await create()).status).toBe(201);
  service.parts.close();
  await using again = await startLocalService({ ...options, dataDirectory: directory });
  expect(again.runs()).toHaveLength(created.length + 1);
});
