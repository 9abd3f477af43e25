import { createHash } from 'node:crypto';
import { createLocalService, type LocalServiceOptions } from '@nova-act/local';
import { AwsClient } from 'aws4fetch';
import { describe, expect, test } from 'vitest';
import { apiKeyClient, awsClient, keysOf, type Target } from './clients.js';

const open = (options: LocalServiceOptions = {}): Target =>
  ({ ...createLocalService(options), origin: 'http://nova-act.test' }) as const;
const list = { method: 'POST', path: '/workflow-definitions' } as const;

/** Signs a request, changes it, and sends it. */
async function tamper(target: Target, change: (request: Request) => Request | Promise<Request>) {
  const signer = new AwsClient({
    ...keysOf(target.credentials),
    region: target.region,
    service: 'nova-act',
  });
  const signed = await signer.sign(`${target.origin}${list.path}?maxResults=5`, {
    method: list.method,
    body: '{"sortOrder":"Ascending"}',
  });
  const response = await target.fetch(await change(signed));
  return { status: response.status, type: response.headers.get('x-amzn-errortype') };
}
const invalid = { status: 403, type: 'InvalidSignatureException' };

describe('the AWS surface', () => {
  test('takes a request that is signed right', async () => {
    expect(await tamper(open(), (request) => request)).toEqual({ status: 200, type: null });
  });

  test('takes every character a path or query may hold', async () => {
    const send = awsClient(open());
    const answer = await send('POST', "/workflow-definitions?nextToken=a%20b%2Bc%2F~%3D'()*!");
    expect(answer).toMatchObject({ status: 400, body: { fieldList: [{ name: 'nextToken' }] } });
    const named = await send('GET', "/workflow-definitions/a%20b(c)'!*~%25");
    expect(named.body['fieldList']).toMatchObject([{ name: 'workflowDefinitionName' }]);
  });

  test('refuses a wrong secret', async () => {
    const send = awsClient(open(), { secretAccessKey: 'wrong' });
    const answer = await send(list.method, list.path);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('x-amzn-errortype')).toBe('InvalidSignatureException');
    expect(answer.body).toMatchObject({ __type: 'InvalidSignatureException' });
  });

  test('refuses an access key it does not know', async () => {
    const send = awsClient(open(), { accessKeyId: 'AKIAUNKNOWN' });
    const answer = await send(list.method, list.path);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('x-amzn-errortype')).toBe('UnrecognizedClientException');
  });

  test('refuses another region, another service and another date', async () => {
    for (const changes of [{ region: 'eu-west-1' }, { service: 'bedrock' }]) {
      const answer = await awsClient(open(), changes)(list.method, list.path);
      expect(answer.status).toBe(403);
      expect(answer.headers.get('x-amzn-errortype')).toBe('InvalidSignatureException');
    }
  });

  test('refuses a body, a query, a path or a method that was changed after signing', async () => {
    const again = (request: Request, url: string, init: RequestInit) =>
      new Request(url, { method: request.method, headers: request.headers, ...init });
    const target = open();
    const changes: ((request: Request) => Request | Promise<Request>)[] = [
      (request) => again(request, request.url, { body: '{"sortOrder":"Descending"}' }),
      async (request) =>
        again(request, request.url.replace('=5', '=6'), { body: await request.text() }),
      async (request) =>
        again(request, request.url.replace('definitions', 'definitions/'), {
          body: await request.text(),
        }),
      async (request) => again(request, request.url, { method: 'PUT', body: await request.text() }),
    ];
    for (const change of changes) expect(await tamper(target, change)).toEqual(invalid);
  });

  test('hashes the body itself, whatever x-amz-content-sha256 claims', async () => {
    const target = open();
    const signer = new AwsClient({
      ...keysOf(target.credentials),
      region: target.region,
      service: 'nova-act',
    });
    const signed = await signer.sign(`${target.origin}${list.path}`, {
      method: list.method,
      headers: { 'x-amz-content-sha256': createHash('sha256').update('{}').digest('hex') },
      body: '{"sortOrder":"Ascending"}',
    });
    expect((await target.fetch(signed)).status).toBe(403);
  });

  test('refuses a header of Amazon’s that was added after signing', async () => {
    const added = await tamper(open(), (request) => {
      request.headers.set('x-amz-target', 'other');
      return request;
    });
    expect(added).toEqual(invalid);
  });

  test('refuses a clock that is more than five minutes off, either way', async () => {
    for (const [offsetMs, status] of [
      [4.9 * 60_000, 200],
      [-4.9 * 60_000, 200],
      [5.1 * 60_000, 403],
      [-5.1 * 60_000, 403],
    ] as const) {
      const target = open({ now: () => Date.now() + offsetMs });
      expect((await tamper(target, (request) => request)).status).toBe(status);
    }
  });

  test('refuses what is not signed at all, or not in full', async () => {
    const bare = await open().fetch('http://nova-act.test/models', { method: 'POST' });
    expect(bare.status).toBe(403);
    expect(bare.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
    for (const spoil of [
      (value: string) => value.replace('AWS4-HMAC-SHA256', 'AWS4-HMAC-SHA1'),
      (value: string) => value.replace('/aws4_request', ''),
      (value: string) => value.replace(/SignedHeaders=[^,]+/, 'SignedHeaders='),
      (value: string) => value.replace(/Signature=.+/, 'Signature=abc'),
    ]) {
      const { status, type } = await tamper(open(), (request) => {
        request.headers.set('authorization', spoil(request.headers.get('authorization') ?? ''));
        return request;
      });
      expect({ status, type }).toEqual({ status: 403, type: 'IncompleteSignatureException' });
    }
  });

  test('wants the session token of credentials that have one, and no other', async () => {
    const credentials = { accessKeyId: 'ASIATEST', secretAccessKey: 's', sessionToken: 'token' };
    const target = open({ credentials });
    const status = async (sessionToken: string) => {
      const send = awsClient({ ...target, credentials: { ...credentials, sessionToken } });
      return (await send(list.method, list.path)).status;
    };
    expect(await status('token')).toBe(200);
    expect(await status('other')).toBe(403);
    expect(await status('')).toBe(403);
  });
});

describe('the API-key surface', () => {
  const path = '/workflow-definitions/default/workflow-runs';
  const body = { modelId: 'nova-act-preview', clientInfo: { compatibilityVersion: 1 } };

  test('takes the key in both headers', async () => {
    expect((await apiKeyClient(open())('PUT', path, body)).status).toBe(201);
  });

  test('answers 401 without a key and 403 to a wrong one', async () => {
    const target = open();
    const bare = await target.fetch(`http://nova-act.test/agent${path}`, { method: 'PUT' });
    expect(bare.status).toBe(401);
    expect((await apiKeyClient(target, 'wrong')('PUT', path, body)).status).toBe(403);
    const half = await apiKeyClient(target)('PUT', path, body, {
      headers: { 'x-api-key': 'wrong' },
    });
    expect(half.status).toBe(403);
  });

  test('does not take a signature, nor the AWS surface a key', async () => {
    const target = open();
    const signed = await awsClient(target)('PUT', `/agent${path}`, body);
    expect(signed.status).toBe(401);
    const keyed = await target.fetch(`http://nova-act.test${path}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${target.apiKey}`, 'x-api-key': target.apiKey },
    });
    expect(keyed.status).toBe(403);
  });
});

test('no answer and no record repeats a key or a secret', async () => {
  const service = createLocalService();
  const target = { ...service, origin: 'http://nova-act.test' };
  const answers = [
    await awsClient(target, { secretAccessKey: 'wrong-secret' })('POST', '/models'),
    await apiKeyClient(target, 'wrong-key')('PUT', '/workflow-definitions/default/workflow-runs'),
    await apiKeyClient(target)('PUT', '/workflow-definitions/default/workflow-runs', {}),
  ];
  const told = JSON.stringify([answers, service.requests(), service.runs()]);
  for (const secret of [
    service.apiKey,
    service.credentials.secretAccessKey,
    'wrong-secret',
    'wrong-key',
    'Signature=',
  ])
    expect(told).not.toContain(secret);
});
