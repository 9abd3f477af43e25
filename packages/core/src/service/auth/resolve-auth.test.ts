import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../config.js';
import { AuthError, ValidationError } from '../../errors/index.js';
import { API_KEY, CREDENTIALS } from '../testing/surfaces.js';
import { type AuthOptions, resolveAuth } from './resolve-auth.js';

const BARE = readConfig({});
const WITH_KEY = readConfig({ NOVA_ACT_API_KEY: API_KEY });
const ROLE = { roleArn: 'arn:aws:iam::123456789012:role/acts' };

function thrownBy(fn: () => unknown): Error {
  try {
    fn();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

describe('resolveAuth', () => {
  const iam: [string, AuthOptions][] = [
    ['region', { region: 'us-east-1' }],
    ['profile', { profile: 'dev' }],
    ['credentials', { credentials: CREDENTIALS }],
    ['assumeRole', { assumeRole: ROLE }],
  ];

  it.each(iam)('%s names IAM, also where NOVA_ACT_API_KEY is set', (_name, options) => {
    expect(resolveAuth(options, BARE, 'workflow').kind).toBe('iam');
    expect(resolveAuth(options, WITH_KEY, 'workflow').kind).toBe('iam');
  });

  it.each(iam)('a key and %s together are an error that names both', (name, options) => {
    const error = thrownBy(() => resolveAuth({ apiKey: API_KEY, ...options }, BARE, 'workflow'));
    expect(error).toBeInstanceOf(AuthError);
    expect(error.message).toContain('apiKey');
    expect(error.message).toContain(name);
  });

  it('an explicit key is used', () => {
    expect(resolveAuth({ apiKey: API_KEY }, WITH_KEY, 'workflow').kind).toBe('api-key');
  });

  it('nothing given is IAM in us-east-1, whose credentials are looked for later', () => {
    expect(resolveAuth({}, BARE, 'workflow')).toEqual({ kind: 'iam', region: 'us-east-1' });
  });

  it('a key in the environment of a workflow that names neither kind is an error with both ways out', () => {
    const error = thrownBy(() => resolveAuth({ apiKey: undefined }, WITH_KEY, 'workflow'));
    expect(error).toBeInstanceOf(AuthError);
    expect(error.message).toContain('apiKey: process.env.NOVA_ACT_API_KEY');
    expect(error.message).toContain("region: 'us-east-1'");
  });

  it('NOVA_ACT_WORKFLOW_AUTH says which of the two a workflow uses that names neither', () => {
    const env = (NOVA_ACT_WORKFLOW_AUTH: string) =>
      readConfig({ NOVA_ACT_API_KEY: API_KEY, NOVA_ACT_WORKFLOW_AUTH });
    expect(resolveAuth({}, env('iam'), 'workflow').kind).toBe('iam');
    expect(resolveAuth({}, env('iam'), 'own-run').kind).toBe('api-key');
    expect(resolveAuth({}, env('api-key'), 'workflow').kind).toBe('api-key');
    expect(resolveAuth({ region: 'us-east-1' }, env('api-key'), 'workflow').kind).toBe('iam');
    const odd = thrownBy(() => resolveAuth({}, env('maybe'), 'workflow'));
    expect(odd).toMatchObject({ field: 'NOVA_ACT_WORKFLOW_AUTH' });
    const keyless = readConfig({ NOVA_ACT_WORKFLOW_AUTH: 'api-key' });
    expect(thrownBy(() => resolveAuth({}, keyless, 'workflow'))).toMatchObject({
      field: 'NOVA_ACT_API_KEY',
    });
  });

  it("a session's own run takes the key of the environment", () => {
    expect(resolveAuth({}, WITH_KEY, 'own-run')).toEqual({ kind: 'api-key', apiKey: API_KEY });
  });

  it("a session's own run without a key is an error that lists the ways", () => {
    const error = thrownBy(() => resolveAuth({}, BARE, 'own-run'));
    expect(error).toBeInstanceOf(AuthError);
    for (const way of ['apiKey', 'NOVA_ACT_API_KEY', 'withWorkflow', 'profile', 'assumeRole']) {
      expect(error.message).toContain(way);
    }
  });

  it.each([
    ['too short', API_KEY.slice(1)],
    ['too long', `${API_KEY}x`],
    ['with a line break', `${API_KEY.slice(1)}\n`],
  ])('a key that is %s is refused and not shown', (_what, apiKey) => {
    for (const error of [
      thrownBy(() => resolveAuth({ apiKey }, BARE, 'workflow')),
      thrownBy(() => resolveAuth({}, { ...BARE, apiKey }, 'own-run')),
    ]) {
      expect(error).toBeInstanceOf(ValidationError);
      expect(inspect(error)).not.toContain(apiKey.trim().slice(4, 30));
    }
  });

  it.each<[string, AuthOptions, string]>([
    ['region', { region: 'Virginia' }, 'Virginia'],
    ['profile', { profile: ' ' }, 'profile'],
    [
      'credentials',
      { credentials: { accessKeyId: 'AKID', secretAccessKey: '' } },
      'secretAccessKey',
    ],
    ['assumeRole.roleArn', { assumeRole: { roleArn: 'acts' } }, '"acts"'],
    ['assumeRole.roleSessionName', { assumeRole: { ...ROLE, roleSessionName: 'a b' } }, 'a b'],
    ['assumeRole.durationSeconds', { assumeRole: { ...ROLE, durationSeconds: 60 } }, '900'],
  ])('an unusable %s is refused by name', (field, options, shown) => {
    const error = thrownBy(() => resolveAuth(options, BARE, 'workflow'));
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({ field });
    expect(error.message).toContain(shown);
  });
});
