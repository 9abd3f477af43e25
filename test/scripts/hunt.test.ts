import { describe, expect, it } from 'vitest';
import { huntBrowser } from '../../scripts/setup/browser/hunt.mjs';

/** A machine on which `works` start and `there` exist; each installer may add to both. */
function machine(there: string[], works: string[]) {
  const started: string[] = [];
  const installed: string[] = [];
  const installer = (name: string, brings?: string, runs = true) => ({
    name,
    run: async () => {
      installed.push(name);
      if (!brings) return 'no network';
      there.push(brings);
      if (runs) works.push(brings);
      return undefined;
    },
  });
  const hunt = (installers: ReturnType<typeof installer>[]) =>
    huntBrowser({
      list: () => there,
      attempt: async (executable: string) => {
        started.push(executable);
        return works.includes(executable) ? { version: '1' } : { fault: 'does not start' };
      },
      installers,
      report: () => undefined,
    });
  return { hunt, installer, started, installed };
}

describe('the browser for a fresh clone', () => {
  it('is the first that starts; what comes after it is left alone', async () => {
    const { hunt, installer, started, installed } = machine(
      ['asked', 'own', 'chrome'],
      ['own', 'chrome'],
    );
    const { found, tried } = await hunt([installer('download', 'new')]);
    expect(found).toEqual({ executable: 'own', version: '1' });
    expect(started).toEqual(['asked', 'own']);
    expect(installed).toEqual([]);
    expect([...tried]).toEqual([['asked', 'does not start']]);
  });

  it('is installed when none starts', async () => {
    const { hunt, installer } = machine([], []);
    const { found } = await hunt([installer('download', 'new')]);
    expect(found?.executable).toBe('new');
  });

  it('comes from the next way when one fails, or brings a browser that does not start', async () => {
    const { hunt, installer, installed } = machine([], []);
    const ways = [
      installer('download'),
      installer('copy', 'broken', false),
      installer('apt', 'deb'),
    ];
    const { found, tried } = await hunt([...ways, installer('never', 'x')]);
    expect(found?.executable).toBe('deb');
    expect(installed).toEqual(['download', 'copy', 'apt']);
    expect(tried.get('download')).toBe('no network');
    expect(tried.get('copy')).toContain('does not start');
  });

  it('mends one that was there but lacked a library', async () => {
    const there = ['own'];
    const works: string[] = [];
    const { hunt } = machine(there, works);
    const mend = { name: 'apt', run: async () => void works.push('own') };
    const { found, tried } = await hunt([mend as never]);
    expect(found?.executable).toBe('own');
    expect(tried.size).toBe(0);
  });

  it('is nothing, with every reason, when all ways fail', async () => {
    const { hunt, installer } = machine(['chrome'], []);
    const { found, tried } = await hunt([installer('download'), installer('apt')]);
    expect(found).toBeUndefined();
    expect([...tried.keys()]).toEqual(['chrome', 'download', 'apt']);
  });
});
