import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { patientClock } from '../../test/support/patient-clock.js';
import { BrowserSessionBusyError } from '../errors/index.js';
import { withFileLock } from './file-lock.js';

const { signal } = new AbortController();
const root = mkdtempSync(join(tmpdir(), 'lock-'));
afterAll(() => rmSync(root, { recursive: true }));
let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(root, 'one-')), 'session.json');
});
const lockedBy = (pid: number, host = hostname()) =>
  writeFileSync(`${file}.lock`, JSON.stringify({ pid, host, sinceMs: 0, id: 'x' }));
const left = () => readdirSync(join(file, '..'));

describe('a lock on a file', () => {
  it('lets one in at a time, also when one fails, and leaves nothing', async () => {
    let inside = 0;
    const work = async (at: number) => {
      inside += 1;
      await new Promise((resolve) => setImmediate(resolve));
      expect(inside).toBe(1);
      inside -= 1;
      if (at === 2) throw new Error('failed in it');
      return at;
    };
    const all = [0, 1, 2, 3, 4].map((at) => withFileLock(file, () => work(at), signal));
    expect(await Promise.allSettled(all)).toMatchObject([
      { value: 0 },
      { value: 1 },
      { reason: { message: 'failed in it' } },
      { value: 3 },
      { value: 4 },
    ]);
    expect(left()).toEqual([]);
  });

  it('left behind by a process that was killed is taken over', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    lockedBy(pid);
    expect(await withFileLock(file, async () => 'mine', signal)).toBe('mine');
    expect(left()).toEqual([]);
  });

  it.each(['of another machine', 'that says nothing'])(
    '%s is taken over when it is older than 30 s',
    async (what) => {
      if (what === 'that says nothing') writeFileSync(`${file}.lock`, '');
      else lockedBy(process.pid, 'elsewhere');
      const then = Date.now() / 1000 - 31;
      utimesSync(`${file}.lock`, then, then);
      expect(await withFileLock(file, async () => 'mine', signal)).toBe('mine');
    },
  );

  it('that another process keeps is waited for, and then names it', async () => {
    lockedBy(process.pid, 'elsewhere');
    const { clock, until } = patientClock();
    const waiting = withFileLock(file, async () => 'mine', signal, clock).catch((error) => error);
    await until(waiting);
    expect(await waiting).toBeInstanceOf(BrowserSessionBusyError);
    expect(await waiting).toMatchObject({
      place: file,
      holder: { pid: process.pid, host: 'elsewhere', sinceMs: 0 },
      message: expect.stringContaining(`process ${process.pid} on elsewhere`),
    });
    expect(left()).toEqual(['session.json.lock']);
  });

  it('names who has it also when the time is up before', async () => {
    lockedBy(process.pid, 'elsewhere');
    const up = AbortSignal.abort(new Error('time is up'));
    await expect(withFileLock(file, async () => 'mine', up)).rejects.toMatchObject({
      code: 'BROWSER_SESSION_BUSY',
    });
  });

  it('that was taken over is found out before anything is moved', async () => {
    const work = withFileLock(
      file,
      async ({ confirm }) => {
        await confirm();
        lockedBy(1, 'elsewhere');
        await confirm();
      },
      signal,
    );
    await expect(work).rejects.toMatchObject({ holder: { pid: 1, host: 'elsewhere' } });
    // It is another's now, and stays.
    expect(left()).toEqual(['session.json.lock']);
  });
});
