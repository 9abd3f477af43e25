import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { systemClock } from '../../src/deadline/clock.js';
import { createNovaActService } from '../../src/service/create-service.js';
import type { ServiceOptions } from '../../src/service/service-options.js';
import { fakeFetch, json, type Reply } from '../../src/service/testing/fake-service.js';
import { API_KEY, SURFACES } from '../../src/service/testing/surfaces.js';
import { awsHome, find, loopback, noted, stsAnswer, stsRefusal } from './aws-world.js';

const HOUR = 3_600_000;
const RUN = { workflowDefinitionName: 'flights', modelId: 'm' };

const refusal = (type: string, { status = 403, at = '' } = {}) =>
  json(status, { message: 'no' }, { 'x-amzn-errortype': type, ...(at ? { date: at } : {}) });

/** A function that gives keys numbered by the call, or what `then` gives from the second call on. */
function rotating(then?: (nth: number) => unknown) {
  const state = { asked: 0 };
  const credentials = async () => {
    state.asked += 1;
    const accessKeyId = `AKID${state.asked}`;
    const own = { accessKeyId, secretAccessKey: 'planted-secret', sessionToken: 'planted-token' };
    const given = state.asked > 1 ? then?.(state.asked) : undefined;
    return { ...own, ...(given as object), expiration: Date.now() + HOUR };
  };
  return { credentials, state };
}

function world(replies: Reply[], options: ServiceOptions & { nowMs?: number } = {}) {
  const { nowMs, ...rest } = options;
  const { fetch, seen } = fakeFetch(...replies);
  const { logger, warnings } = noted();
  const clock = nowMs === undefined ? systemClock : { ...systemClock, now: () => nowMs };
  const config = readConfig({});
  const retry = { maxAttempts: 1 };
  const service = createNovaActService({ config, fetch, logger, clock, retry, ...rest });
  const create = () => service.createWorkflowRun(RUN);
  const keys = () =>
    seen.map(({ headers }) => /=(AKID\d+)/.exec(headers['authorization'] ?? '')?.[1]);
  return { create, seen, keys, warnings };
}

const EXPIRED = ['ExpiredTokenException', 'ExpiredToken'];
const UNKNOWN = ['UnrecognizedClientException', 'InvalidSignatureException'];

describe('credentials that the service refuses', () => {
  it.each([
    ...EXPIRED.map((code) => [code, 403] as const),
    ...UNKNOWN.map((code) => [code, 403] as const),
    ['ExpiredTokenException', 400] as const,
    ['UnrecognizedClientException', 401] as const,
  ])('with %s (%s) are asked for anew, and the request is sent once more', async (code, status) => {
    const { credentials, state } = rotating();
    const { create, keys, seen } = world([refusal(code, { status })], { credentials });
    await create();
    await create();
    expect(keys()).toEqual(['AKID1', 'AKID2', 'AKID2']);
    expect(seen[1]?.rawBody).toBe(seen[0]?.rawBody);
    expect(seen[1]?.headers['amz-sdk-request']).toBe('attempt=2; max=2');
    expect(state.asked).toBe(2);
  });

  it.each([...EXPIRED, ...UNKNOWN])('with %s again are not sent a third time', async (code) => {
    const { credentials } = rotating();
    const replies = [refusal(code), refusal(code), refusal(code)];
    const { create, seen } = world(replies, { credentials });
    await expect(create()).rejects.toMatchObject({ errorType: code, attempts: 2 });
    expect(seen).toHaveLength(2);
  });

  it.each([...EXPIRED, ...UNKNOWN])(
    'with %s and are the same when asked for anew are not sent again, nor asked for each time',
    async (code) => {
      const same = rotating(() => ({ accessKeyId: 'AKID1' }));
      const replies = [refusal(code), refusal(code), refusal(code)];
      const { create, seen } = world(replies, { credentials: same.credentials });
      for (const _ of replies) await expect(create()).rejects.toMatchObject({ errorType: code });
      expect(seen).toHaveLength(3);
      expect(same.state.asked).toBe(2);
    },
  );

  const failing = () =>
    rotating(() => {
      throw new Error('vault: sealed');
    }).credentials;

  it('as expired, and cannot be had anew, are an error of their source', async () => {
    const { create } = world([refusal('ExpiredTokenException')], { credentials: failing() });
    await expect(create()).rejects.toMatchObject({
      name: 'AuthError',
      message: expect.stringContaining('vault: sealed'),
    });
  });

  it('as unknown, and cannot be had anew, leave the refusal the error', async () => {
    const replies = [refusal('UnrecognizedClientException')];
    const { create, warnings } = world(replies, { credentials: failing() });
    await expect(create()).rejects.toMatchObject({ errorType: 'UnrecognizedClientException' });
    expect(warnings.map(({ fields }) => fields?.['reason'])).toEqual([
      expect.stringContaining('vault: sealed'),
    ]);
  });

  it('for many requests at once are asked for anew once', async () => {
    const { credentials, state } = rotating();
    const replies = Array.from({ length: 10 }, () => refusal('ExpiredTokenException'));
    const { create, seen } = world(replies, { credentials });
    await Promise.all(replies.map(create));
    expect(state.asked).toBe(2);
    expect(seen).toHaveLength(20);
  });

  it('are not waited for by a request that is aborted', async () => {
    const stop = new AbortController();
    const { credentials } = rotating(() => {
      stop.abort('enough');
      return {};
    });
    const hung = async () => ({
      ...(await credentials()),
      ...(stop.signal.aborted ? await new Promise<never>(() => {}) : {}),
    });
    const { fetch } = fakeFetch(refusal('ExpiredTokenException'));
    const service = createNovaActService({ config: readConfig({}), fetch, credentials: hung });
    const sent = service.createWorkflowRun(RUN, { signal: stop.signal });
    await expect(sent).rejects.toBe('enough');
  });

  it('for what they may not do are not sent again', async () => {
    const { credentials, state } = rotating();
    const { create, seen } = world([refusal('AccessDeniedException')], { credentials });
    await expect(create()).rejects.toMatchObject({ errorType: 'AccessDeniedException' });
    expect(seen).toHaveLength(1);
    await create();
    expect(state.asked).toBe(2);
  });
});

it.each([401, 403])('an API key that is answered %s is not sent again', async (status) => {
  const service = SURFACES[1]?.create;
  const { fetch, seen } = fakeFetch(refusal('ExpiredTokenException', { status }));
  const one = service?.({ fetch, apiKey: API_KEY });
  await expect(
    one?.createWorkflowRun({ ...RUN, workflowDefinitionName: 'default' }),
  ).rejects.toThrow();
  expect(seen).toHaveLength(1);
});

describe("a machine's clock that is off", () => {
  const HERE = Date.UTC(2026, 0, 1, 12);
  const THERE = 'Thu, 01 Jan 2026 12:40:00 GMT';
  const credentials = { accessKeyId: 'AKID1', secretAccessKey: 'planted-secret' };
  const late = (code: string, at = THERE) => refusal(code, { at });
  const signedAt = (seen: { headers: Record<string, string> }[]) =>
    seen.map(({ headers }) => headers['x-amz-date']);

  it.each(['InvalidSignatureException', 'SignatureDoesNotMatch', 'RequestTimeTooSkewed'])(
    'is put right by the Date of a %s, for this and all later requests, and told in the log',
    async (code) => {
      const { create, seen, warnings } = world([late(code)], { credentials, nowMs: HERE });
      await create();
      await create();
      expect(signedAt(seen)).toEqual(['20260101T120000Z', '20260101T124000Z', '20260101T124000Z']);
      expect(warnings).toEqual([
        {
          message: expect.stringContaining("signed with the service's time"),
          fields: { clock: '40 minutes behind' },
        },
      ]);
    },
  );

  it('is put right once: what is refused all the same is an error', async () => {
    const replies = [late('SignatureDoesNotMatch'), late('SignatureDoesNotMatch')];
    const { create, seen } = world(replies, { credentials, nowMs: HERE });
    await expect(create()).rejects.toMatchObject({ errorType: 'SignatureDoesNotMatch' });
    expect(seen).toHaveLength(2);
  });

  it('is put right anew by a service whose own time jumps, and each time once', async () => {
    const back = 'Thu, 01 Jan 2026 11:00:00 GMT';
    const replies = [
      late('RequestTimeTooSkewed'),
      late('RequestTimeTooSkewed', back),
      late('RequestTimeTooSkewed'),
    ];
    const { create, seen } = world(replies, { credentials, nowMs: HERE });
    await expect(create()).rejects.toMatchObject({ errorType: 'RequestTimeTooSkewed' });
    expect(seen).toHaveLength(2);
  });

  it.each([
    [
      'is right within four minutes',
      late('SignatureDoesNotMatch', 'Thu, 01 Jan 2026 12:03:00 GMT'),
    ],
    ['is not what the refusal is about', late('AccessDeniedException')],
    ['cannot be compared', refusal('SignatureDoesNotMatch')],
  ])('that %s is left as it is', async (_what, reply) => {
    const { create, seen, warnings } = world([reply], { credentials, nowMs: HERE });
    await expect(create()).rejects.toThrow();
    expect(seen).toHaveLength(1);
    expect(warnings).toEqual([]);
  });
});

describe('STS', () => {
  const assumeRole = { roleArn: 'arn:aws:iam::111122223333:role/X' };

  it('that finds the clock wrong is asked once more, with its own time', async () => {
    const signed: string[] = [];
    const url = await loopback(({ headers }, response) => {
      signed.push(String(headers['x-amz-date']));
      const there = new Date(Date.now() + HOUR).toUTCString();
      response.setHeader('date', there).setHeader('content-type', 'text/xml');
      if (signed.length > 1) return response.end(stsAnswer('AssumeRole', 'ASIAROLE'));
      return response.writeHead(403).end(stsRefusal('SignatureDoesNotMatch', 'Signature expired'));
    });
    awsHome({}, { AWS_ENDPOINT_URL_STS: url });
    const credentials = { accessKeyId: 'A', secretAccessKey: 'planted-secret' };
    const { logger, warnings } = noted();
    expect(await find({ credentials, assumeRole }, { logger })).toMatchObject({
      accessKeyId: 'ASIAROLE',
    });
    expect(signed).toHaveLength(2);
    expect(warnings).toEqual([expect.objectContaining({ fields: { clock: '60 minutes behind' } })]);
  });

  it('that does not take the credentials any more has others fetched, once', async () => {
    const asked: unknown[] = [];
    const url = await loopback(({ headers }, response) => {
      const key = /=(AKID\d)/.exec(String(headers.authorization))?.[1];
      asked.push(key);
      response.setHeader('content-type', 'text/xml');
      if (key === 'AKID2') return response.end(stsAnswer('AssumeRole', 'ASIAROLE'));
      return response.writeHead(400).end(stsRefusal('ExpiredTokenException', 'It has ended'));
    });
    awsHome({}, { AWS_ENDPOINT_URL_STS: url });
    const { credentials } = rotating();
    expect(await find({ credentials, assumeRole })).toMatchObject({ accessKeyId: 'ASIAROLE' });
    expect(asked).toEqual(['AKID1', 'AKID2']);
  });
});
