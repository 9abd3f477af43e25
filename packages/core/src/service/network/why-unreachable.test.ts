import { describe, expect, it } from 'vitest';
import { whyUnreachable } from './why-unreachable.js';

const failed = (cause: unknown) => new TypeError('fetch failed', { cause });
const coded = (code: string) => Object.assign(new Error('x'), { code });

describe('why a host could not be reached', () => {
  it.each([
    ['ENOTFOUND', 'its name was not found (ENOTFOUND)'],
    ['EAI_AGAIN', 'its name was not found (EAI_AGAIN)'],
    ['ECONNREFUSED', 'the connection was refused (ECONNREFUSED)'],
    ['UND_ERR_SOCKET', 'the connection was cut (UND_ERR_SOCKET)'],
    ['UND_ERR_CONNECT_TIMEOUT', 'it timed out (UND_ERR_CONNECT_TIMEOUT)'],
    ['CERT_HAS_EXPIRED', 'its certificate has expired (CERT_HAS_EXPIRED)'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /certificate is for another name/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /certificate is signed by nobody.*AWS_CA_BUNDLE/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /certificate is signed by nobody/],
    ['EPROTO', /does not speak TLS/],
  ])('%s', (code, said) => {
    expect(whyUnreachable(failed(coded(code)))).toMatch(said);
  });

  it('is found where several addresses were tried, and in any depth', () => {
    const several = new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]);
    expect(whyUnreachable(failed(several))).toContain('refused');
    expect(whyUnreachable(failed(failed(failed(coded('ENOTFOUND')))))).toContain('not found');
  });

  it('is the answer of a proxy that let nothing through', () => {
    const refusal = new Error('Proxy response (407) !== 200 when HTTP Tunneling');
    expect(whyUnreachable(failed(refusal))).toContain('the proxy answered 407, and wants a user');
  });

  it('is fetch’s own cause where nobody knows it, and else unknown', () => {
    expect(whyUnreachable(failed(new Error('bad port')))).toBe('bad port');
    expect(whyUnreachable(new Error('x'))).toBeUndefined();
    expect(whyUnreachable('x')).toBeUndefined();
  });
});
