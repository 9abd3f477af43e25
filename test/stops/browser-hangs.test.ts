import { execFileSync } from 'node:child_process';
import { type BrowserSession, NovaAct, S3BrowserSession, StopFailedError } from '@nova-act/core';
import { createLocalService, scriptedModel } from '@nova-act/local';
import type { Page } from 'playwright';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { patientClock } from '../../packages/core/test/support/patient-clock.js';
import { chromium } from '../support/chromium.js';
import { rejection } from '../workflow/support/local-run.js';

const never = () => new Promise<never>(() => {});
const keys = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' };

function world() {
  const { clock, until } = patientClock();
  const service = createLocalService({ model: scriptedModel([]) });
  let isSilent = false;
  const fetch: typeof globalThis.fetch = (input, init) =>
    isSilent ? never() : service.fetch(new Request(input, init));
  const ownRun = { apiKey: service.apiKey, endpointUrl: 'https://local.example/agent', fetch };
  return {
    until,
    service,
    options: Object.assign(chromium(), { ownRun, clock }),
    silence: () => {
      isSilent = true;
    },
  };
}

/** The process of the browser, as the browser itself tells it. */
async function processOf(page: Page): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  await session?.detach();
  const pid = processInfo.find(({ type }) => type === 'browser')?.id ?? 0;
  onTestFinished(() => {
    if (isRunning(pid)) process.kill(pid, 'SIGKILL');
  });
  return pid;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The browsers that this process has started. */
function browsers(): number[] {
  const args = ['-o', 'pid=,args=', '--ppid', String(process.pid)];
  const rows = execFileSync('ps', args, { encoding: 'utf8' }).split('\n');
  return rows
    .filter((row) => row.includes('--user-data-dir'))
    .map((row) => Number.parseInt(row, 10));
}

const isGone = (pid: number) => vi.waitFor(() => expect(isRunning(pid)).toBe(false), 5_000);
const stepsOf = (error: unknown) => (error as StopFailedError).failures?.map(({ step }) => step);

/** A store that hangs where it is told to, and says when it was come to. */
function store(hang: 'load' | 'save') {
  let reach = () => {};
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const hanging = () => {
    reach();
    return never();
  };
  const session: BrowserSession = {
    load: hang === 'load' ? hanging : async () => undefined,
    save: hang === 'save' ? hanging : async () => {},
  };
  return { session, reached };
}

describe('a browser is closed, and the run ended, when what hangs is', () => {
  it('the browser session that is to be saved', async () => {
    const { until, options, service } = world();
    const { session, reached } = store('save');
    const nova = await NovaAct.start({ ...options, browserSession: session });
    const pid = await processOf(nova.page);
    const stopping = rejection(nova.stop());
    await reached;
    // Saving comes when the browser is closed.
    await isGone(pid);
    expect(await until(stopping)).toBeLessThan(45_000);
    expect(await stopping).toBeInstanceOf(StopFailedError);
    expect(stepsOf(await stopping)).toEqual(['save-browser-session']);
    expect(service.runs()[0]?.status).toBe('FAILED');
  });

  it('credentials for S3, whose late answer writes nothing any more', async () => {
    const { until, options, service } = world();
    const written = vi.fn();
    let answer = (_: typeof keys) => {};
    let asked = () => {};
    const reached = new Promise<void>((resolve) => {
      asked = resolve;
    });
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const inAnHour = () => new Date(Date.now() + 3_600_000);
    const credentials = vi
      .fn()
      .mockResolvedValueOnce({ ...keys, expiration: inAnHour() })
      .mockImplementationOnce(() => {
        asked();
        return new Promise((resolve) => {
          answer = resolve;
        });
      });
    const browserSession = new S3BrowserSession({
      bucket: 'my-bucket',
      key: 'k.json',
      credentials,
      fetch: async (_, init) => {
        if (init?.method === 'PUT') written();
        return new Response('', { status: 404 });
      },
    });
    const nova = await NovaAct.start({ ...options, browserSession });
    const pid = await processOf(nova.page);
    vi.setSystemTime(inAnHour());
    const stopping = rejection(nova.stop());
    await reached;
    await isGone(pid);
    await until(stopping);
    expect(stepsOf(await stopping)).toEqual(['save-browser-session']);
    expect(service.runs()[0]?.status).toBe('FAILED');
    answer(Object.assign({ expiration: inAnHour() }, keys));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(written).not.toHaveBeenCalled();
  });

  it('the browser itself: its process is ended', async () => {
    const { until, options, service } = world();
    const nova = await NovaAct.start(options);
    const pid = await processOf(nova.page);
    process.kill(pid, 'SIGSTOP');
    const stopping = rejection(nova.stop());
    expect(await until(stopping)).toBeLessThan(45_000);
    expect(stepsOf(await stopping)).toEqual(['close-browser']);
    await isGone(pid);
    expect(service.runs()[0]?.status).toBe('FAILED');
  });

  it('everything: hooks, the browser, its session and the service', async () => {
    const { until, options, silence } = world();
    const { session } = store('save');
    const nova = await NovaAct.start({
      ...options,
      browserSession: session,
      stopHooks: [never, never],
    });
    const pid = await processOf(nova.page);
    process.kill(pid, 'SIGSTOP');
    silence();
    const stopping = rejection(nova.stop());
    expect(await until(stopping)).toBeLessThanOrEqual(45_000);
    const steps = ['read-browser-session', 'close-browser', 'run-status'];
    expect(new Set(stepsOf(await stopping))).toEqual(new Set(steps));
    await isGone(pid);
  });

  it('what a start is opening when it is aborted', async () => {
    const { options, service } = world();
    const { session, reached } = store('load');
    const abort = new AbortController();
    const launched = new Set(browsers());
    const nova = new NovaAct({ ...options, browserSession: session, signal: abort.signal });
    const starting = rejection(nova.start());
    await reached;
    const mine = browsers().filter((pid) => !launched.has(pid));
    expect(mine).not.toEqual([]);
    abort.abort('enough');
    expect(await starting).toMatchObject({ name: 'StartFailedError', cause: 'enough' });
    for (const pid of mine) await isGone(pid);
    await vi.waitFor(() => expect(service.runs()[0]?.status).toBe('FAILED'));
  });
});
