import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.js';
import { createNovaActService } from '../../src/service/create-service.js';
import { fakeFetch } from '../../src/service/testing/fake-service.js';
import { CREDENTIALS, SECRETS } from '../../src/service/testing/surfaces.js';

const RUN = { workflowDefinitionName: 'flights', modelId: 'm' };
const ROLE = { roleArn: 'arn:aws:iam::123456789012:role/acts', externalId: 'ext-1' };

/** STS on loopback: answers each AssumeRole with keys numbered by the call. */
async function startSts(answer: { status: number; expiresInS: number }) {
  const calls: URLSearchParams[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    calls.push(new URLSearchParams(body));
    const n = calls.length;
    const expiration = new Date(Date.now() + answer.expiresInS * 1_000).toISOString();
    response.writeHead(answer.status, { 'content-type': 'text/xml' });
    response.end(
      answer.status === 200
        ? `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
            <Credentials><AccessKeyId>ASIAROLE${n}</AccessKeyId>
            <SecretAccessKey>rolesecret${n}</SecretAccessKey>
            <SessionToken>roletoken${n}</SessionToken>
            <Expiration>${expiration}</Expiration></Credentials>
            <AssumedRoleUser><AssumedRoleId>A:b</AssumedRoleId><Arn>arn:aws:sts::1:x</Arn></AssumedRoleUser>
           </AssumeRoleResult></AssumeRoleResponse>`
        : `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>
            <Message>not allowed</Message></Error></ErrorResponse>`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('AWS_ENDPOINT_URL_STS', `http://127.0.0.1:${port}`);
  stops.push(() => server.close());
  return calls;
}

const stops: (() => void)[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const stop of stops.splice(0)) stop();
});

function service(fetch: typeof globalThis.fetch) {
  return createNovaActService({
    config: readConfig({}),
    credentials: CREDENTIALS,
    assumeRole: ROLE,
    fetch,
  });
}

describe('assumeRole', () => {
  it('signs with the credentials of the role, asked for once while they last', async () => {
    const calls = await startSts({ status: 200, expiresInS: 3_600 });
    const { fetch, seen } = fakeFetch();
    const client = service(fetch);
    await Promise.all([client.createWorkflowRun(RUN), client.createWorkflowRun(RUN)]);
    await client.createWorkflowRun(RUN);
    expect(calls).toHaveLength(1);
    expect(Object.fromEntries(calls[0] ?? [])).toMatchObject({
      Action: 'AssumeRole',
      RoleArn: ROLE.roleArn,
      RoleSessionName: 'nova-act',
      DurationSeconds: '3600',
      ExternalId: 'ext-1',
    });
    for (const { headers } of seen) {
      expect(headers['authorization']).toContain('Credential=ASIAROLE1/');
      expect(headers['x-amz-security-token']).toBe('roletoken1');
    }
  });

  it('keeps what is good for four minutes, and does not ask for each request', async () => {
    const calls = await startSts({ status: 200, expiresInS: 240 });
    const { fetch, seen } = fakeFetch();
    const client = service(fetch);
    await client.createWorkflowRun(RUN);
    await client.createWorkflowRun(RUN);
    expect(calls).toHaveLength(1);
    expect(seen[1]?.headers['authorization']).toContain('ASIAROLE1');
  });

  it('a refusal by STS is an AuthError that names the role and shows no secret', async () => {
    await startSts({ status: 403, expiresInS: 0 });
    const { fetch, seen } = fakeFetch();
    const error = await service(fetch)
      .createWorkflowRun(RUN)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: 'AuthError',
      message: expect.stringContaining(ROLE.roleArn),
      cause: { message: 'not allowed' },
    });
    expect(seen).toEqual([]);
    for (const secret of SECRETS) expect(JSON.stringify(error)).not.toContain(secret);
  });
});
