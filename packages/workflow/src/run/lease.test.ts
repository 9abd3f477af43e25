import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { thisHolder } from './holder.js';
import { dropLapsedLease, leaseOf, takeLease } from './lease.js';

const RUN = '11111111-1111-4111-8111-111111111111';
let folder: string;
const files = () => readdirSync(folder, { recursive: true }).map(String);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nova-act-lease-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** What a lease looks like whose holder is changed. */
function leave(change: object): void {
  const { release } = takeLease(RUN);
  const path = join(folder, files().find((name) => name.includes(RUN)) ?? '');
  const entry = JSON.parse(readFileSync(path, 'utf8'));
  release();
  takeLease('another'); // Keeps the folder.
  writeFileSync(path, JSON.stringify({ ...entry, ...change }));
}

async function pidOfOneThatHasGone(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('a lease', () => {
  it('is held while its process lives, and leaves nothing when it is released', () => {
    const lease = takeLease(RUN);
    expect(leaseOf(RUN)).toBe('held');
    lease.share();
    expect(leaseOf(RUN)).toBe('held');
    lease.release();
    expect(leaseOf(RUN)).toBe('unknown');
    expect(files()).toEqual([]);
  });

  it('is for this user alone', () => {
    const { release } = takeLease(RUN);
    const modes = files().map((name) => statSync(join(folder, name)).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600]);
    release();
  });

  it('has lapsed when its process has gone', async () => {
    leave({ pid: await pidOfOneThatHasGone() });
    expect(leaseOf(RUN)).toBe('lapsed');
    dropLapsedLease(RUN);
    expect(leaseOf(RUN)).toBe('unknown');
  });

  it('has lapsed when another process has its number now', () => {
    leave({ began: '1' });
    expect(leaseOf(RUN)).toBe(thisHolder().began === undefined ? 'held' : 'lapsed');
  });

  it.each<[string, object]>([
    ['from another machine, boot or container', { place: 'elsewhere' }],
    ['of a run that others may be in as well', { began: '1', shared: true }],
    ['with a number that is none', { pid: -1 }],
  ])('%s says nothing', (_what, change) => {
    leave(change);
    expect(leaseOf(RUN)).toBe('unknown');
  });

  it('that is damaged says nothing', () => {
    leave({});
    const path = join(folder, files().find((name) => name.includes(RUN)) ?? '');
    writeFileSync(path, '{"pid":');
    expect(leaseOf(RUN)).toBe('unknown');
  });

  it('is held when one of its holders lives', () => {
    leave({ began: '1' });
    const path = join(folder, files().find((name) => name.includes(RUN)) ?? '');
    writeFileSync(`${path}0`, readFileSync(path));
    const { release } = takeLease(RUN);
    expect(leaseOf(RUN)).toBe('held');
    release();
  });

  it('is not taken, and nothing fails, where there can be no file or the id could lead elsewhere', () => {
    takeLease('../../up').release();
    expect(files()).toEqual([]);
    vi.stubEnv('TMPDIR', join(folder, 'file'));
    writeFileSync(join(folder, 'file'), '');
    takeLease(RUN).release();
    expect(leaseOf(RUN)).toBe('unknown');
  });

  it.skipIf(process.platform !== 'linux')(
    'is not taken, and ends, where a folder cannot be made at all',
    () => {
      vi.stubEnv('TMPDIR', '/proc/nowhere');
      takeLease(RUN).release();
      expect(leaseOf(RUN)).toBe('unknown');
    },
  );

  it.skipIf(process.platform === 'win32')(
    'neither follows a link in the place of its folder nor believes it',
    () => {
      const first = takeLease(RUN);
      const [name = ''] = readdirSync(folder);
      mkdirSync(join(folder, 'elsewhere'));
      renameSync(join(folder, name), join(folder, 'elsewhere', name));
      symlinkSync(join(folder, 'elsewhere', name), join(folder, name));
      expect(leaseOf(RUN)).toBe('unknown');
      first.share();
      takeLease('another').release();
      expect(readdirSync(join(folder, 'elsewhere', name))).toHaveLength(1);
    },
  );
});
