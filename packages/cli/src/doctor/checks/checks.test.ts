import { describe, expect, it, vi } from 'vitest';
import { fakeClock } from '../../../../core/test/support/fake-clock.js';
import { browserCheck } from './browser.js';
import { displayCheck } from './display.js';
import { endpointChecks } from './endpoint.js';
import { nodeCheck } from './node.js';
import { proxyCheck } from './proxy.js';
import { settingsCheck } from './settings.js';

const { signal } = new AbortController();

describe('node', () => {
  it.each([
    ['20.18.3', 'failed'],
    ['18.20.0', 'failed'],
    ['20.19.0', 'ok'],
    ['22.1.0', 'ok'],
  ])('%s is %s', async (version, state) => {
    expect(await nodeCheck(version).look(signal)).toMatchObject({ state });
  });
});

it('settings that cannot be read are named, with what to do', async () => {
  const look = (env: Record<string, string>) => settingsCheck(env).look(signal);
  expect(await look({ NOVA_ACT_HEADLESS: 'perhaps' })).toMatchObject({
    state: 'warning',
    says: expect.stringContaining('NOVA_ACT_HEADLESS'),
    remedy: expect.stringContaining('1 or 0'),
  });
  const { says, facts } = await look({ NOVA_ACT_API_KEY: 'secret-key', NOVA_ACT_HEADLESS: '1' });
  expect(says).toContain('NOVA_ACT_API_KEY, NOVA_ACT_HEADLESS');
  expect(JSON.stringify({ says, facts })).not.toContain('secret-key');
});

it('a proxy is told by its host, never by its password', async () => {
  const found = await proxyCheck({
    HTTPS_PROXY: 'http://me:hunter2@proxy.example:3128',
    NO_PROXY: 'a.example',
    AWS_CA_BUNDLE: '/etc/corp.pem',
    NODE_EXTRA_CA_CERTS: '/etc/corp.pem',
  }).look(signal);
  expect(found.says).toBe('proxy.example:3128, not for a.example, certificates of /etc/corp.pem');
  expect(JSON.stringify(found)).not.toContain('hunter2');
  expect((await proxyCheck({}).look(signal)).says).toBe('none is set');
});

it.skipIf(!process.platform.startsWith('linux'))(
  'a window without a display cannot be',
  async () => {
    const state = async (env: Record<string, string>) =>
      (await displayCheck(env).look(signal)).state;
    expect(await state({})).toBe('ok');
    expect(await state({ NOVA_ACT_HEADLESS: '0' })).toBe('failed');
    expect(await state({ NOVA_ACT_HEADLESS: '0', DISPLAY: ':0' })).toBe('ok');
  },
);

it('a browser that opens only after the deadline is closed all the same', async () => {
  const release = vi.fn(async () => {});
  let open = (_: unknown) => {};
  const opening = new Promise((resolve) => {
    open = resolve;
  });
  const late = new AbortController();
  const check = browserCheck(() => ({ acquire: () => opening as never }));
  void Promise.resolve(check.look(late.signal)).catch(() => {});
  late.abort(new Error('late'));
  open({
    browser: { version: () => '1', browserType: () => ({ name: () => 'chromium' }) },
    release,
  });
  await vi.waitFor(() => expect(release).toHaveBeenCalled());
});

describe('endpoint and clock', () => {
  const URL = 'https://nova-act.example';
  const KEY = 'a'.repeat(36);
  const checks = (fetch: typeof globalThis.fetch, clock = fakeClock()) => {
    const [endpoint, time] = endpointChecks({ apiKey: KEY, endpointUrl: URL, fetch }, clock);
    return async () => [await endpoint?.look(signal), await time?.look(signal)];
  };
  const answering = (offMs: number, clock = fakeClock()) =>
    checks(async () => {
      const date = new Date(clock.now() + offMs).toUTCString();
      return new Response('', { status: 403, headers: { date } });
    }, clock);

  it('whatever it answers, it is there', async () => {
    const [endpoint, time] = await answering(0)();
    expect(endpoint).toMatchObject({ state: 'ok', says: expect.stringContaining(URL) });
    expect(time).toMatchObject({ state: 'ok' });
  });

  it('a clock that is off is told, and warned of where a signature would not do', async () => {
    const [, minute] = await answering(60_000)();
    expect(minute).toMatchObject({ state: 'ok', says: expect.stringContaining('60 s behind') });
    const [, hour] = await answering(-3_600_000)();
    expect(hour).toMatchObject({
      state: 'warning',
      says: expect.stringContaining('3600 s ahead of'),
      remedy: expect.stringContaining('clock'),
    });
  });

  it('one that cannot be reached says why, and where to look', async () => {
    const cause = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    const [endpoint] = await checks(() =>
      Promise.reject(new TypeError('fetch failed', { cause })),
    )();
    expect(endpoint).toMatchObject({
      state: 'failed',
      says: expect.stringContaining('refused'),
      remedy: expect.stringContaining('AWS_ENDPOINT_URL_NOVA_ACT'),
    });
  });
});
