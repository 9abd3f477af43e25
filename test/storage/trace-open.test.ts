import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runIn } from '../../packages/cli/src/run-cli.case.js';
import { S3_KEYS, S3_REGION, s3StandIn } from '../../packages/core/test/support/s3-stand-in.js';

const PICTURE = Uint8Array.from([0xff, 0xd8, 0xff, 0x00, 0x80, 0xd9]);
const bytes = (text: string) => new TextEncoder().encode(text);

let cwd: string;
let s3: ReturnType<typeof s3StandIn>;
let close: () => void;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'nova-act-test-'));
  s3 = s3StandIn('my-traces');
  const served = await s3.serve();
  close = served.close;
  vi.stubEnv('AWS_ENDPOINT_URL_S3', served.url);
  vi.stubEnv('AWS_REGION', S3_REGION);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  close();
  await rm(cwd, { recursive: true });
});

const holds = (objects: Record<string, Uint8Array>) => {
  for (const [key, body] of Object.entries(objects)) {
    s3.objects.set(key, { body, headers: {}, tag: '"1"' });
  }
};
const ACT = { workflowRunId: 'run-1', sessionId: 'session-1', actId: 'act-7', startedAt: 1 };
/** `actSummaries` is what the service answers a list of acts with. */
const open = (args: string[], actSummaries: object[] = []) => {
  const fetch: typeof globalThis.fetch = async (input, init) =>
    String(input).includes('/acts')
      ? Response.json({ actSummaries })
      : globalThis.fetch(input, init);
  const stop = () => new AbortController().signal;
  const service = { credentials: S3_KEYS, fetch };
  return runIn({ cwd, service, stop }, 'trace', 'open', ...args, '--print');
};
const SESSION = {
  'nova/session-1/act-1-look.html': bytes('<!doctype html>act'),
  'nova/session-1/act-1-look.json': bytes('{}'),
  'nova/session-1/index.html': bytes('<!doctype html>session'),
  'nova/session-1/pictures/a.jpg': PICTURE,
  'nova/session-2/index.html': bytes('another'),
};

describe('a trace in S3', () => {
  it.each([
    ['s3://my-traces/nova/session-1', 'index.html'],
    ['s3://my-traces/nova/session-1/act-1-look.html', 'act-1-look.html'],
  ])('is fetched with its pictures and opened at its page: %s', async (place, page) => {
    holds(SESSION);
    const folder = join(cwd, 'traces/my-traces/nova/session-1');
    expect(await open([place])).toEqual({ code: 0, out: `${join(folder, page)}\n`, error: '' });
    expect(new Uint8Array(await readFile(join(folder, 'pictures/a.jpg')))).toEqual(PICTURE);
    expect(existsSync(join(folder, '../session-2'))).toBe(false);
  });

  it('that the service exported of an act is found by its id, and is a folder', async () => {
    holds({ 'exports/act-7/step_0.json': bytes('{"step":0}') });
    const location = { locationType: 'S3', location: 's3://my-traces/exports/act-7' };
    const act = { ...ACT, status: 'SUCCEEDED', traceLocation: location };
    const { code, out, error } = await open(['act-7', '--definition', 'flights'], [act]);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toBe(`${join(cwd, 'traces/my-traces/exports/act-7')}\n`);
    expect(await readFile(join(out.trim(), 'step_0.json'), 'utf8')).toBe('{"step":0}');
  });

  it('that is not there, or was never exported, is exit code 4', async () => {
    expect(await open(['s3://my-traces/nothing'])).toMatchObject({ code: 4 });
    const act = { ...ACT, status: 'SUCCEEDED' };
    const unexported = await open(['act-7', '--definition', 'flights'], [act]);
    expect(unexported).toMatchObject({
      code: 4,
      error: expect.stringContaining('exported no trace'),
    });
  });

  it('is refused where a key leads out of the folder, and nothing is written there', async () => {
    holds({ 'nova/../../../out.html': bytes('x') });
    expect(await open(['s3://my-traces/nova/'])).toMatchObject({ code: 4 });
    expect(existsSync(join(cwd, 'out.html'))).toBe(false);
  });
});
