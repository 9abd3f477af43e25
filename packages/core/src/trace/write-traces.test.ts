import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLogger } from '../logger.js';
import type { ActTrace } from './act-trace.js';
import { PICTURE, playSample, sampleEvents } from './sample-act.case.js';
import { traceWriter } from './write-traces.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'traces-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const readJson = async (html: string | undefined) =>
  JSON.parse(await readFile((html ?? '').replace(/html$/, 'json'), 'utf8')) as ActTrace;

describe('traceWriter', () => {
  it('writes an HTML and a JSON file for each act, numbered in its session', async () => {
    const traces = traceWriter({ directory });
    for (const actId of ['a', 'b']) {
      for (const event of sampleEvents({ actId })) {
        if (event.type !== 'session.stopped') traces(event);
      }
    }
    playSample(traces, { actId: 'c', sessionId: 'session-2' });
    await traces.flush();
    expect((await readdir(join(directory, 'session-1'))).sort()).toHaveLength(4);
    // A session that is announced again begins to count anew; here both acts are of one each.
    expect(basename(traces.pathOf('c') ?? '')).toMatch(/^act-1-find-flights-.*-c\.html$/);
    expect(await readJson(traces.pathOf('b'))).toMatchObject({ actId: 'b', status: 'SUCCEEDED' });
  });

  it('numbers the acts of one session in order', async () => {
    const traces = traceWriter({ directory });
    const events = ['a', 'b'].map((actId) => sampleEvents({ actId }));
    const [first = [], second = []] = events;
    for (const event of [...first.slice(0, -1), ...second.slice(1)]) traces(event);
    await traces.flush();
    const names = ['a', 'b'].map((actId) => basename(traces.pathOf(actId) ?? '').slice(0, 6));
    expect(names).toEqual(['act-1-', 'act-2-']);
  });

  it('knows the path of an act as soon as it has ended, and of no other', async () => {
    const traces = traceWriter({ directory });
    expect(traces.pathOf('act-1')).toBeUndefined();
    playSample(traces);
    expect(dirname(traces.pathOf('act-1') ?? '')).toBe(join(directory, 'session-1'));
    expect(traces.pathOf('act-2')).toBeUndefined();
    await traces.flush();
  });

  it('leaves no half-written file behind, and lets nobody else read', async () => {
    const traces = traceWriter({ directory });
    playSample(traces);
    await traces.flush();
    const folder = join(directory, 'session-1');
    const names = await readdir(folder);
    expect(names.filter((name) => !/\.(html|json)$/.test(name))).toEqual([]);
    for (const name of names) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    }
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('keeps acts apart that run at the same time', async () => {
    const traces = traceWriter({ directory });
    const streams = ['x', 'y', 'z'].map((id) =>
      sampleEvents({ actId: id, sessionId: `s-${id}`, texts: { prompt: `Act ${id}` } }),
    );
    for (const index of (streams[0] ?? []).keys()) {
      for (const stream of streams) {
        const event = stream[index];
        if (event) traces(event);
      }
    }
    await traces.flush();
    for (const id of ['x', 'y', 'z']) {
      const trace = await readJson(traces.pathOf(id));
      expect(trace).toMatchObject({ actId: id, sessionId: `s-${id}`, prompt: `Act ${id}` });
      expect(trace.steps).toHaveLength(2);
    }
  });

  it('tells the logger when it cannot write, and throws nothing', async () => {
    const file = join(directory, 'taken');
    await writeFile(file, '');
    const warn = vi.fn();
    const traces = traceWriter({ directory: file, logger: { ...silentLogger, warn } });
    playSample(traces);
    await traces.flush();
    expect(warn).toHaveBeenCalledOnce();
    expect(warn.mock.calls[0]?.[0]).toBe('A trace could not be written');
  });

  it('shows an act that was never finished nowhere, and does not wait for it', async () => {
    const traces = traceWriter({ directory });
    for (const event of sampleEvents().slice(0, 4)) traces(event);
    await traces.flush();
    expect(await readdir(directory)).toEqual([]);
  });

  it('hides what the caller hides', async () => {
    const redact = (text: string) => text.replaceAll('Boston', '***');
    const traces = traceWriter({ directory, redact });
    playSample(traces);
    await traces.flush();
    expect(await readFile(traces.pathOf('act-1') ?? '', 'utf8')).not.toContain('Boston');
    expect(JSON.stringify(await readJson(traces.pathOf('act-1')))).not.toContain('Boston');
  });

  describe('the JSON file’s pictures', () => {
    const written = async (jsonScreenshots?: 'leave-out' | 'inline' | 'files') => {
      const traces = traceWriter({ directory, ...(jsonScreenshots ? { jsonScreenshots } : {}) });
      playSample(traces);
      await traces.flush();
      return readJson(traces.pathOf('act-1'));
    };

    it('are left out by default', async () => {
      expect((await written()).steps.map((step) => 'screenshot' in step)).toEqual([false, false]);
    });

    it('are in it when asked for inline', async () => {
      expect((await written('inline')).steps[0]?.screenshot).toBe(PICTURE);
    });

    it('are files beside it when asked for as files', async () => {
      const { steps } = await written('files');
      const names = steps.map(({ screenshot }) => screenshot ?? '');
      expect(new Set(names).size).toBe(2);
      for (const name of names) {
        const bytes = await readFile(join(directory, 'session-1', name));
        expect(bytes.toString('base64')).toBe(PICTURE.split(',')[1]);
      }
    });
  });

  it('makes its directory readable again only by whoever may', async () => {
    await chmod(directory, 0o755);
    const traces = traceWriter({ directory: join(directory, 'deep', 'er') });
    playSample(traces);
    await traces.flush();
    expect((await stat(join(directory, 'deep'))).mode & 0o777).toBe(0o700);
  });
});
