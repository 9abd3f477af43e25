import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { type Clock, systemClock } from '../deadline/clock.js';
import {
  ActBadResponseError,
  ActConflictError,
  ActInternalServerError,
  ActRequestThrottledError,
  ActServiceUnavailableError,
} from '../errors/index.js';
import type { Logger } from '../logger.js';
import {
  deaf,
  fakeFetch,
  json,
  type Reply,
  RUN_ID,
  silent,
  standingClock,
  unreachable,
} from './testing/fake-service.js';
import { SECRETS, type SURFACES } from './testing/surfaces.js';

type Surface = (typeof SURFACES)[number];

/** Deadlines, retries, aborts and secrets, which hold on every surface. */
export function resilienceContract({ surface, definition, create }: Surface): void {
  const run = { workflowDefinitionName: definition, workflowRunId: RUN_ID };

  type Timed = ReturnType<typeof standingClock>['timedOut'];
  it.each<[string, (timedOut: Timed) => Reply]>([
    ['a connection that cannot be made', () => unreachable],
    ['silence until the deadline', (timedOut) => timedOut(silent)],
    ['silence of a fetch that heeds no signal', (timedOut) => timedOut(deaf)],
    ['throttling', () => json(429, { message: 'slow down' })],
    ['500', () => json(500, { message: 'oops' })],
    ['503 with a page of HTML', () => new Response('<html>', { status: 503 })],
    ['a body that breaks off', () => async () => brokenOff()],
  ])('after %s it is sent once more, with the same client token', async (_what, reply) => {
    const { clock, timedOut } = standingClock();
    const { fetch, seen } = fakeFetch(reply(timedOut));
    await create({ fetch, clock }).createSession(run);
    expect(seen).toHaveLength(2);
    expect(seen[1]?.rawBody).toBe(seen[0]?.rawBody);
  });

  it.each<[string, boolean, (timedOut: Timed) => Reply]>([
    ['throttling', false, () => json(429, { message: 'slow down' })],
    ['a refused connection', false, () => failing('ECONNREFUSED')],
    ['a name that is not found', false, () => failing('ENOTFOUND')],
    ['a connection that was cut', true, () => failing('ECONNRESET')],
    ['a failure without a reason', true, () => failing(undefined)],
    ['silence until the deadline', true, (timedOut) => timedOut(silent)],
    ['a body that breaks off', true, () => async () => brokenOff()],
    ['500', true, () => json(500, { message: 'oops' })],
    ['503', true, () => new Response('<html>', { status: 503 })],
  ])(
    'after %s it says of the next failure whether the first try may have been carried out: %s',
    async (_what, doubtful, reply) => {
      const { clock, timedOut } = standingClock();
      const { fetch } = fakeFetch(reply(timedOut), json(409, { message: 'ended' }));
      const failed = create({ fetch, clock }).createSession(run);
      const error = await failed.catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ status: 409, attempts: 2 });
      expect((error as ActConflictError).mayHaveExecuted).toBe(doubtful ? true : undefined);
    },
  );

  it('says of the last failure itself whether it may have been carried out', async () => {
    const doubt = async (...replies: Reply[]) => {
      const { fetch } = fakeFetch(...replies);
      const { clock } = standingClock();
      const failed = create({ fetch, clock }).createSession(run);
      return (await failed.catch((thrown: ActConflictError) => thrown)) as ActConflictError;
    };
    const refused = await doubt(json(409, {}));
    expect(refused.mayHaveExecuted).toBeUndefined();
    const never = await doubt(failing('ECONNREFUSED'), failing('ECONNREFUSED'));
    expect(never.mayHaveExecuted).toBeUndefined();
    const unreadable = await doubt(new Response('<html>', { status: 200 }));
    expect(unreadable.mayHaveExecuted).toBe(true);
  });

  it('tells AWS, and nobody else, which try of which request this is', async () => {
    const { fetch, seen } = fakeFetch(json(500, { message: 'oops' }));
    const service = create({ fetch, clock: standingClock().clock });
    await service.createSession(run);
    await service.createSession(run);
    const told = seen.map(({ headers }) => [
      headers['amz-sdk-invocation-id'],
      headers['amz-sdk-request'],
    ]);
    const [first] = told[0] ?? [];
    if (surface === 'api-key') return expect(told.flat().every((x) => x === undefined)).toBe(true);
    expect(told).toEqual([
      [first, 'attempt=1; max=2'],
      [first, 'attempt=2; max=2'],
      [expect.not.stringContaining(first ?? ''), 'attempt=1; max=2'],
    ]);
  });

  it.each<[string, Response]>([
    ['400', json(400, { message: 'no' })],
    ['402', json(402, { message: 'quota' })],
    ['403', json(403, { message: 'no' })],
    ['404', json(404, { message: 'no' })],
    ['409', json(409, { message: 'no' })],
    ['a daily quota', json(429, { throttleType: 'DAILY_QUOTA_LIMIT_EXCEEDED' })],
    ['too many tokens', json(500, { reason: 'RequestTokenLimitExceeded' })],
    ['an unusable generation', json(500, { reason: 'InvalidModelGeneration' })],
    ['a 2xx that is not JSON', new Response('hello', { status: 200 })],
    [
      'a redirect',
      new Response('', { status: 307, headers: { location: 'https://evil.example' } }),
    ],
  ])('after %s it is not sent again', async (_what, reply) => {
    const { fetch, seen } = fakeFetch(reply);
    await expect(
      create({ fetch, clock: standingClock().clock }).createSession(run),
    ).rejects.toThrow();
    expect(seen).toHaveLength(1);
  });

  it('gives up after two attempts in all, and says how many there were', async () => {
    const { clock, timedOut } = standingClock();
    const { fetch, seen } = fakeFetch(timedOut(silent), json(503, {}, { 'retry-after': '7' }));
    const failed = create({ fetch, clock }).createSession(run);
    await expect(failed).rejects.toBeInstanceOf(ActInternalServerError);
    await expect(failed).rejects.toMatchObject({ attempts: 2, status: 503, retryAfterMs: 7_000 });
    expect(seen).toHaveLength(2);
  });

  it('tries as often as maxAttempts says', async () => {
    const { fetch, seen } = fakeFetch(unreachable, unreachable, unreachable, unreachable);
    const { clock } = standingClock();
    const service = create({ fetch, clock, retry: { maxAttempts: 3 } });
    await expect(service.createSession(run)).rejects.toBeInstanceOf(ActServiceUnavailableError);
    expect(seen).toHaveLength(3);
  });

  it('waits as long as Retry-After asks, in seconds or up to a date, but not above maxDelayMs', async () => {
    const at = Date.UTC(2026, 0, 2, 3, 4, 5);
    const date = new Date(at + 9_000).toUTCString();
    const waitAfter = async (value: string) => {
      const { fetch } = fakeFetch(json(429, {}, { 'retry-after': value }));
      const { clock, waits } = standingClock({ startMs: at });
      await create({ fetch, clock, retry: { maxDelayMs: 10_000 } }).createSession(run);
      return waits;
    };
    expect(await waitAfter('3')).toEqual([3_000]);
    expect(await waitAfter(date)).toEqual([9_000]);
    expect(await waitAfter('86400')).toEqual([10_000]);
  });

  it('holds each attempt to requestTimeoutMs, the reading of the body included', async () => {
    const { clock, waits, timedOut } = standingClock({ attemptMs: 1_234 });
    const stuck = timedOut(async () => new Response(new ReadableStream({}), { status: 200 }));
    const { fetch } = fakeFetch(stuck);
    const service = create({ fetch, clock, retry: { maxAttempts: 1 }, requestTimeoutMs: 1_234 });
    await expect(service.createSession(run)).rejects.toThrow(/1234 ms/);
    expect(waits).toEqual([1_234]);
  });

  it('takes no body above its limit', async () => {
    const chunk = new Uint8Array(1024 * 1024).fill(32);
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(chunk),
    });
    const { fetch, seen } = fakeFetch(async () => new Response(endless, { status: 200 }));
    await expect(create({ fetch }).createSession(run)).rejects.toBeInstanceOf(ActBadResponseError);
    expect(seen).toHaveLength(1);
  });

  it('an abort beforehand sends nothing and rejects with the reason itself', async () => {
    const { fetch, seen } = fakeFetch();
    const reason = { why: 'not even an error' };
    const sent = create({ fetch }).createSession(run, { signal: AbortSignal.abort(reason) });
    await expect(sent).rejects.toBe(reason);
    expect(seen).toHaveLength(0);
  });

  it.each<[string, Exclude<Reply, Response>]>([
    ['a fetch that heeds its signal', silent],
    ['a fetch that does not', deaf],
  ])(
    'an abort during %s rejects with the reason itself and sends nothing more',
    async (_w, reply) => {
      const controller = new AbortController();
      const { fetch, seen } = fakeFetch((request, signal) => {
        queueMicrotask(() => controller.abort('enough'));
        return reply(request, signal);
      });
      const sent = create({ fetch }).createSession(run, { signal: controller.signal });
      await expect(sent).rejects.toBe('enough');
      expect(seen).toHaveLength(1);
    },
  );

  it('an abort during the wait before a retry ends the wait', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const { fetch, seen } = fakeFetch(json(503, {}));
    const clock: Clock = {
      now: () => 0,
      after: (ms) => {
        // The attempt's own timer is 60 s; the other one is the wait.
        if (ms < 60_000) queueMicrotask(() => controller.abort(reason));
        return () => {};
      },
    };
    const sent = create({ fetch, clock }).createSession(run, { signal: controller.signal });
    await expect(sent).rejects.toBe(reason);
    expect(seen).toHaveLength(1);
  });

  it('leaves no listener on the signal and no timer behind', async () => {
    const controller = new AbortController();
    let timers = 0;
    const clock: Clock = {
      now: systemClock.now,
      after(ms, fn) {
        timers += 1;
        const cancel = systemClock.after(ms, fn);
        return () => {
          timers -= 1;
          cancel();
        };
      },
    };
    let listeners = 0;
    const { signal } = controller;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners += 1;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...args);
    };
    const service = create({ fetch: fakeFetch().fetch, clock });
    await service.createSession(run, { signal });
    expect({ timers, listeners }).toEqual({ timers: 0, listeners: 0 });
  });

  it.each<[string, string, new (...args: never[]) => Error]>([
    ['x-amzn-requestid', 'ConflictException', ActConflictError],
    ['x-amz-rid', 'ThrottlingException', ActRequestThrottledError],
  ])('keeps the request id of %s, the type and the resource', async (header, type, kind) => {
    const body = { message: 'ended', resourceId: RUN_ID, resourceType: 'workflow-run' };
    const status = type === 'ConflictException' ? 409 : 429;
    const reply = () =>
      json(status, { ...body, __type: `com.amazon#${type}` }, { [header]: 'r-9' });
    const { fetch } = fakeFetch(reply(), reply());
    const failed = create({ fetch, clock: standingClock().clock }).createSession(run);
    await expect(failed).rejects.toBeInstanceOf(kind);
    await expect(failed).rejects.toMatchObject({
      requestId: 'r-9',
      errorType: type,
      resourceId: RUN_ID,
      resourceType: 'workflow-run',
      operation: 'CreateSession',
    });
  });

  it('no secret is in the service, its logs or its errors, not even when the service echoes it', async () => {
    const lines: unknown[] = [];
    const tell = (...args: unknown[]) => void lines.push(args);
    const logger: Logger = { debug: tell, info: tell, warn: tell, error: tell };
    const echo: Reply = async ({ headers }) =>
      json(403, { message: `The canonical string was ${JSON.stringify(headers)}`, headers });
    const { fetch } = fakeFetch(unreachable, echo);
    const service = create({ fetch, clock: standingClock().clock, logger });
    const error = await service.createSession(run).catch((thrown: unknown) => thrown);
    const shown = [service, error, lines].map(
      (value) => `${inspect(value, { depth: 20, showHidden: true })} ${JSON.stringify(value)}`,
    );
    for (const text of shown) {
      for (const secret of SECRETS) expect(text).not.toContain(secret);
    }
    expect(String(error)).toContain('[redacted]');
    expect(service.surface).toBe(surface);
  });
}

function brokenOff(): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"sess'));
      controller.error(new TypeError('terminated'));
    },
  });
  return new Response(body, { status: 201 });
}

function failing(code: string | undefined): Reply {
  return async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) });
  };
}
