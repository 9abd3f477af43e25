import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../deadline/clock.js';
import { silentLogger } from '../../logger.js';
import { referenceSignature } from '../testing/sigv4-reference.js';
import { CREDENTIALS, SECRETS } from '../testing/surfaces.js';
import type { FoundCredentials } from './aws-credentials.js';
import { correctedClock } from './corrected-clock.js';
import type { RenewedCredentials } from './credentials/renewed.js';
import { sigv4Authorizer } from './sigv4.js';

const REQUEST = {
  method: 'PUT',
  url: 'https://nova-act.us-east-1.amazonaws.com/workflow-definitions/flights/workflow-runs',
  headers: { 'content-type': 'application/json', 'x-client-source': 'sdk' },
  body: '{"modelId":"nova-act-latest","emoji":"🛫"}',
};
const AT = Date.UTC(2025, 7, 22, 9, 15, 0);
const never = new AbortController().signal;

const fixed = (give: () => Promise<FoundCredentials>): RenewedCredentials =>
  Object.assign(give, { refused() {}, replace: async () => false });
const at = (nowMs?: number) =>
  correctedClock({ ...systemClock, ...(nowMs ? { now: () => nowMs } : {}) }, silentLogger);

function signer(credentials = CREDENTIALS, nowMs = AT) {
  return sigv4Authorizer({
    region: 'us-east-1',
    service: 'nova-act',
    credentials: fixed(async () => credentials),
    clock: at(nowMs),
  });
}

describe('the reference implementation', () => {
  // AWS's Signature Version 4 test suite: get-vanilla, post-vanilla, get-vanilla-with-session-token.
  const suite = {
    url: 'https://example.amazonaws.com/',
    body: '',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
    service: 'service',
    headers: { 'x-amz-date': '20150830T123600Z' },
  };
  it.each([
    ['GET', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    ['POST', '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
  ])('gives the signature that AWS publishes for %s', (method, signature) => {
    expect(referenceSignature({ ...suite, method }).authorization('AKIDEXAMPLE')).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, ' +
        `SignedHeaders=host;x-amz-date, Signature=${signature}`,
    );
  });
});

describe('sigv4Authorizer', () => {
  it('signs what is sent, for nova-act, as the reference does', async () => {
    const { headers } = await signer().authorize(REQUEST, never);
    const { authorization, ...rest } = headers;
    // The content type is left out of the signature: proxies may touch it.
    const { 'content-type': _unsigned, ...signed } = rest;
    const { secretAccessKey, accessKeyId } = CREDENTIALS;
    const given = { ...REQUEST, headers: signed, secretAccessKey };
    const reference = referenceSignature({ ...given, region: 'us-east-1', service: 'nova-act' });
    expect(authorization).toBe(reference.authorization(accessKeyId));
    expect(authorization).toContain('x-amz-security-token');
    expect(headers['x-amz-date']).toBe('20250822T091500Z');
    expect(headers['content-type']).toBe('application/json');
  });

  it('sends no token where there is none', async () => {
    const { accessKeyId, secretAccessKey } = CREDENTIALS;
    const plain = sigv4Authorizer({
      region: 'us-east-1',
      service: 'nova-act',
      credentials: fixed(async () => ({ accessKeyId, secretAccessKey })),
      clock: at(),
    });
    const { headers } = await plain.authorize(REQUEST, never);
    expect(headers).not.toHaveProperty('x-amz-security-token');
  });

  it('gives another signature for another body, time or secret', async () => {
    const sign = async (authorizer = signer(), request = REQUEST) =>
      (await authorizer.authorize(request, never)).headers['authorization'];
    const one = await sign();
    expect(await sign()).toBe(one);
    expect(await sign(signer(), { ...REQUEST, body: '{}' })).not.toBe(one);
    expect(await sign(signer(CREDENTIALS, AT + 1_000))).not.toBe(one);
    expect(await sign(signer({ ...CREDENTIALS, secretAccessKey: 'other' }))).not.toBe(one);
  });

  it('does not wait for credentials longer than its signal', async () => {
    const controller = new AbortController();
    const stuck = sigv4Authorizer({
      region: 'us-east-1',
      service: 'nova-act',
      credentials: fixed(() => {
        controller.abort('enough');
        return new Promise(() => {});
      }),
      clock: at(),
    });
    await expect(stuck.authorize(REQUEST, controller.signal)).rejects.toBe('enough');
  });

  it('refuses a token that no header takes, without showing it', async () => {
    const sessionToken = 'hunter2\nhunter2';
    const refused = signer({ ...CREDENTIALS, sessionToken }).authorize(REQUEST, never);
    await expect(refused).rejects.toMatchObject({
      code: 'AUTH_NOT_RESOLVED',
      message: expect.not.stringContaining('hunter2'),
    });
  });

  it('shows no secret when inspected', async () => {
    const authorizer = signer();
    await authorizer.authorize(REQUEST, never);
    const shown = inspect(authorizer, { depth: 9, showHidden: true }) + JSON.stringify(authorizer);
    for (const secret of SECRETS) expect(shown).not.toContain(secret);
  });
});
