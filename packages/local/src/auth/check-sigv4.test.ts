import { describe, expect, test } from 'vitest';
import type { RawRequest } from '../surface/answer.js';
import { canonicalRequest } from './canonical-request.js';
import { checkSigV4 } from './check-sigv4.js';

const stamp = '20150830T123600Z';
const rules = {
  credentials: [
    {
      accessKeyId: 'AKIDEXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    },
  ],
  region: 'us-east-1',
  service: 'service',
  now: () => Date.UTC(2015, 7, 30, 12, 36, 0),
};

function requestOf(parts: Partial<RawRequest> = {}): RawRequest {
  return {
    method: 'GET',
    path: '/',
    query: '',
    body: Buffer.alloc(0),
    signal: new AbortController().signal,
    ...parts,
    headers: { host: 'example.amazonaws.com', 'x-amz-date': stamp, ...parts.headers },
  };
}
const authorization = (signature: string, signed = 'host;x-amz-date') =>
  `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=${signed}, Signature=${signature}`;

/** Requests and signatures of AWS's Signature Version 4 test suite. */
const vectors: Record<string, [Partial<RawRequest>, signature: string, signed?: string]> = {
  'get-vanilla': [{}, '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
  'get-vanilla-query-order-key-case': [
    { query: 'Param2=value2&Param1=value1' },
    'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  ],
  'post-vanilla': [
    { method: 'POST' },
    '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  ],
  'post-x-www-form-urlencoded': [
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: Buffer.from('Param1=value1'),
    },
    'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
    'content-type;host;x-amz-date',
  ],
};

describe('Signature Version 4', () => {
  test.each(Object.entries(vectors))(
    'takes AWS’s own example %s',
    (_, [parts, signature, signed]) => {
      const headers = { ...parts.headers, authorization: authorization(signature, signed) };
      expect(checkSigV4(requestOf({ ...parts, headers }), rules)).toBe('AKIDEXAMPLE');
    },
  );

  test('refuses AWS’s own examples when one digit differs', () => {
    for (const [parts, signature, signed] of Object.values(vectors)) {
      const wrong = signature.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
      const headers = { ...parts.headers, authorization: authorization(wrong, signed) };
      expect(() => checkSigV4(requestOf({ ...parts, headers }), rules)).toThrow(/does not match/);
    }
  });

  test.each([
    ['', '/'],
    ['/', '/'],
    ['//', '/'],
    ['//example//', '/example/'],
    ['/example/..', '/'],
    ['/example1/example2/../..', '/'],
    ['/./example', '/example'],
    ['/a/b/', '/a/b/'],
    ['/a%20b', '/a%2520b'],
    ["/a(b)'!*~", '/a%28b%29%27%21%2A~'],
  ])('makes of the path %j the canonical %j', (path, canonical) => {
    expect(canonicalRequest(requestOf({ path }), ['host'], '').split('\n')[1]).toBe(canonical);
  });

  test('trims and gathers the blanks of a header', () => {
    const headers = { 'my-header': '  a   b  c ' };
    expect(canonicalRequest(requestOf({ headers }), ['my-header'], '')).toContain(
      'my-header:a b c\n',
    );
  });
});
