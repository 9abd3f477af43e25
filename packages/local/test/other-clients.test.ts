import { createLocalService, type LocalServiceOptions } from '@nova-act/local';
import { AwsClient } from 'aws4fetch';
import { describe, expect, test } from 'vitest';
import { awsModel, readExceptions, withoutModel } from './aws-model.js';
import { apiKeyClient, awsClient, keysOf, signerOf } from './clients.js';
import { newRun, runs } from './open-service.js';

const origin = 'http://nova-act.test';
const identity = 'Action=GetCallerIdentity&Version=2011-06-15';
const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };

function open(options: LocalServiceOptions = {}) {
  const service = createLocalService({ accountId: '123456789012', ...options });
  return { service, target: { ...service, origin } };
}

describe('POST / is STS', () => {
  const ask = async (changes: Parameters<typeof signerOf>[1] = {}, body = identity) => {
    const { service } = open();
    const signer = signerOf(service, { service: 'sts', ...changes });
    const request = await signer.sign(`${origin}/`, { method: 'POST', headers: form, body });
    const answer = await service.fetch(request);
    return { answer, text: await answer.text(), service };
  };

  test('which says who the credentials are of', async () => {
    const { answer, text, service } = await ask();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/xml');
    expect(text).toContain('<Account>123456789012</Account>');
    expect(text).toContain('<Arn>arn:aws:iam::123456789012:user/local</Arn>');
    expect(text).toContain(`<UserId>${service.credentials.accessKeyId}</UserId>`);
    expect(text).not.toContain(service.credentials.secretAccessKey);
  });

  test.each([
    ['another secret', { secretAccessKey: 'other' }, 'InvalidSignature'],
    ['another key', { accessKeyId: 'AKIDOTHER' }, 'UnrecognizedClient'],
    ['a signature for another service', { service: 'nova-act' }, 'InvalidSignature'],
  ])('which refuses %s', async (_what, changes, code) => {
    const { answer, text } = await ask(changes);
    expect(answer.status).toBe(403);
    expect(text).toContain(`<Code>${code}</Code>`);
  });

  test('which has no roles to take on, and says so', async () => {
    const { answer, text } = await ask({}, 'Action=AssumeRole&Version=2011-06-15');
    expect(answer.status).toBe(400);
    expect(text).toContain('<Code>InvalidAction</Code>');
    expect(text).toContain('no AssumeRole.');
  });

  test('which shows an action of somebody’s as text', async () => {
    const { text } = await ask({}, 'Action=%3Cscript%3E');
    expect(text).not.toContain('<script>');
  });

  test('which is not asked without a signature', async () => {
    const { service } = open();
    const answer = await service.fetch(`${origin}/`, {
      method: 'POST',
      headers: form,
      body: identity,
    });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('MissingAuthenticationToken');
  });
});

describe('telemetry', () => {
  test('of a client with the key is taken, and is no run', async () => {
    const { service, target } = open();
    const answer = await apiKeyClient(target)('POST', '/telemetry', { actEvent: { actId: 'x' } });
    expect(answer).toMatchObject({ status: 200, body: {} });
    expect(service.runs()).toEqual([]);
    expect(service.requests()).toMatchObject([{ path: '/agent/telemetry', status: 200 }]);
  });

  test('of anybody else is not', async () => {
    const { target } = open();
    const stranger = apiKeyClient(target, 'c0ffee00-dead-4bad-8bad-not-the-key-');
    expect((await stranger('POST', '/telemetry', {})).status).toBe(403);
  });

  test('is nothing that AWS has', async () => {
    const { target } = open();
    expect((await awsClient(target)('POST', '/telemetry', {})).status).toBe(404);
  });
});

describe('a presigned request', () => {
  /** Signed in its query, then sent by somebody without credentials. */
  async function presigned(
    { expires = 60, at = Date.now(), method = 'GET', change = (url: URL) => url } = {},
    options: LocalServiceOptions = {},
  ) {
    const { service } = open(options);
    const made = await awsClient({ ...service, origin })('PUT', runs, newRun);
    const url = new URL(`${origin}${runs}/${made.body['workflowRunId']}`);
    url.searchParams.set('X-Amz-Expires', String(expires));
    const signer = new AwsClient({ ...keysOf(service.credentials), retries: 0 });
    const datetime = new Date(at).toISOString().replace(/[:-]|\.\d{3}/g, '');
    const { url: signed } = await signer.sign(url, {
      method,
      aws: { signQuery: true, service: 'nova-act', region: service.region, datetime },
    });
    const answer = await service.fetch(change(new URL(signed)), { method });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }
  const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000;

  test('is taken from whoever has it', async () => {
    expect(await presigned()).toMatchObject({ status: 200, body: { status: 'RUNNING' } });
  });

  test('is taken with a session token, which is in its query', async () => {
    const credentials = { accessKeyId: 'ASIATEST', secretAccessKey: 's', sessionToken: 't/+=' };
    expect(await presigned({}, { credentials })).toMatchObject({ status: 200 });
    const change = (url: URL) => {
      url.searchParams.delete('X-Amz-Security-Token');
      return url;
    };
    expect(await presigned({ change }, { credentials })).toMatchObject({ status: 403 });
  });

  test('is good for as long as it says', async () => {
    const old = { at: minutesAgo(30), expires: 3_600 };
    expect(await presigned(old)).toMatchObject({ status: 200 });
    expect(await presigned({ ...old, expires: 600 })).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('expired') },
    });
  });

  test.each([
    ['another path', (url: URL) => new URL(url.href.replace('workflow-runs/', 'workflow-runs/0'))],
    ['more in its query', (url: URL) => new URL(`${url.href}&maxResults=3`)],
    ['a longer life', (url: URL) => new URL(url.href.replace('Expires=60', 'Expires=90'))],
    ['a life of more than a week', (url: URL) => new URL(url.href.replace('=60', '=604801'))],
    ['another algorithm', (url: URL) => new URL(url.href.replace('HMAC-SHA256', 'HMAC-SHA512'))],
  ])('with %s than was signed is refused', async (_what, change) => {
    expect((await presigned({ change })).status).toBe(403);
  });

  test('is for its own method alone', async () => {
    const { service } = open();
    const signer = new AwsClient({ ...keysOf(service.credentials), retries: 0 });
    const aws = { signQuery: true, service: 'nova-act', region: service.region };
    const { url } = await signer.sign(`${origin}/workflow-definitions/default?X-Amz-Expires=60`, {
      aws,
    });
    expect((await service.fetch(url, { method: 'DELETE' })).status).toBe(403);
  });
});

describe('a status made up', () => {
  const typeOf = async (status: number) => {
    const { target } = open({ faults: [{ kind: 'status', status }] });
    const answer = await awsClient(target)('GET', '/workflow-definitions/default');
    expect(answer.status).toBe(status);
    return { type: answer.headers.get('x-amzn-errortype'), body: answer.body };
  };

  test.skipIf(!awsModel)(
    `of the model is the model’s error (${awsModel ? 'at hand' : withoutModel})`,
    async () => {
      for (const [name, { status, body }] of readExceptions(
        awsModel as NonNullable<typeof awsModel>,
      )) {
        const made = await typeOf(status);
        expect(made.type).toBe(name);
        const required = Object.keys(body).filter((member) => !member.endsWith('?'));
        expect(Object.keys(made.body)).toEqual(expect.arrayContaining(required));
      }
    },
  );

  test.each([
    [401, 'UnrecognizedClientException'],
    [503, 'ServiceUnavailableException'],
    [418, 'Status418Exception'],
    [599, 'Status599Exception'],
  ])('of AWS or of nobody, %i, is no other’s', async (status, type) => {
    expect((await typeOf(status)).type).toBe(type);
  });
});
