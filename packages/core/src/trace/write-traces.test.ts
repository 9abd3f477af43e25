import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLogger } from '../logger.js';
import type { ActTrace } from './act-trace.js';
import { PICTURE, playSample, sampleEvents } from './sample-act.case.js';
import type { SessionTrace } from './session-trace.js';
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
    const names = (await readdir(join(directory, 'session-1'))).sort();
    expect(names.filter((name) => name.startsWith('act-'))).toHaveLength(4);
    expect(names.slice(4)).toEqual(['index.html', 'pictures', 'session.json']);
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
    const names = await readdir(folder, { recursive: true });
    expect(names.filter((name) => !/\.(html|json|png)$|^pictures$/.test(name))).toEqual([]);
    for (const name of names.filter((each) => each !== 'pictures')) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    }
    for (const each of [folder, join(folder, 'pictures')]) {
      expect((await stat(each)).mode & 0o777).toBe(0o700);
    }
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

  it('hides what the caller hides', async () => {
    const redact = (text: string) => text.replaceAll('Boston', '***');
    const traces = traceWriter({ directory, redact });
    playSample(traces);
    await traces.flush();
    expect(await readFile(traces.pathOf('act-1') ?? '', 'utf8')).not.toContain('Boston');
    expect(JSON.stringify(await readJson(traces.pathOf('act-1')))).not.toContain('Boston');
  });

  describe('pictures', () => {
    const other = 'data:image/jpeg;base64,/9j/AAAA';
    const written = async (
      pictures: 'files' | 'inline' | 'none' | undefined,
      screenshots: string[],
      ...acts: string[]
    ) => {
      const traces = traceWriter({ directory, ...(pictures ? { pictures } : {}) });
      for (const actId of acts) {
        for (const event of sampleEvents({ actId, screenshots })) {
          if (event.type !== 'session.stopped') traces(event);
        }
      }
      await traces.flush();
      const html = traces.pathOf(acts[0] ?? '') ?? '';
      return { html: await readFile(html, 'utf8'), json: await readJson(html), traces };
    };

    it('are files beside the pages, each once in its session, which HTML and JSON name', async () => {
      const { html, json } = await written(undefined, [PICTURE, other], 'a', 'b');
      const names = json.steps.map(({ screenshot }) => screenshot ?? '');
      expect(names).toEqual([
        expect.stringMatching(/^pictures\/[0-9a-f]{32}\.png$/),
        expect.stringMatching(/^pictures\/[0-9a-f]{32}\.jpg$/),
      ]);
      expect(await readdir(join(directory, 'session-1', 'pictures'))).toHaveLength(2);
      const bytes = await readFile(join(directory, 'session-1', names[0] ?? ''));
      expect(bytes.toString('base64')).toBe(PICTURE.split(',')[1]);
      for (const name of names) expect(html).toContain(`src="${name}"`);
      expect(html).not.toContain('base64');
    });

    it('are in HTML and JSON when asked for inline, in the HTML once each', async () => {
      const { html, json } = await written('inline', [PICTURE, PICTURE], 'a');
      expect(json.steps[0]?.screenshot).toBe(PICTURE);
      expect(html.split(PICTURE)).toHaveLength(2);
      expect(await readdir(join(directory, 'session-1'))).not.toContain('pictures');
    });

    it('are kept nowhere when asked for none', async () => {
      const { html, json } = await written('none', [PICTURE, other], 'a');
      expect(json.steps.map((step) => 'screenshot' in step)).toEqual([false, false]);
      expect(html).not.toContain('src=');
      expect(await readdir(join(directory, 'session-1'))).not.toContain('pictures');
    });

    it('are refused in a place that there is not', () => {
      expect(() => traceWriter({ directory, pictures: 'outside' as never })).toThrow(
        /pictures: is not a place for pictures \(got "outside"\)/,
      );
    });

    it('that are none are not kept', async () => {
      const { json } = await written(undefined, ['https://e.com/a.jpg', 'x'], 'a');
      expect(json.steps.map((step) => 'screenshot' in step)).toEqual([false, false]);
    });
  });

  describe('the page of a session', () => {
    const session = async (id = 'session-1') => {
      const folder = join(directory, id);
      const data = JSON.parse(await readFile(join(folder, 'session.json'), 'utf8'));
      return {
        data: data as SessionTrace,
        html: await readFile(join(folder, 'index.html'), 'utf8'),
      };
    };

    it('leads to every act, and every act leads back', async () => {
      const traces = traceWriter({ directory });
      const [first = [], second = []] = ['a', 'b'].map((actId) => sampleEvents({ actId }));
      for (const event of [...first.slice(0, -1), ...second.slice(1)]) traces(event);
      await traces.flush();
      const { data, html } = await session();
      expect(data.acts.map(({ act, page }) => [act, page])).toEqual([
        [1, basename(traces.pathOf('a') ?? '')],
        [2, basename(traces.pathOf('b') ?? '')],
      ]);
      for (const { page = '' } of data.acts) {
        expect(html).toContain(`href="${page}"`);
        expect(await readFile(join(directory, 'session-1', page), 'utf8')).toContain(
          'href="index.html"',
        );
      }
      expect(data.totals).toMatchObject({ acts: 2, succeeded: 2, numStepsExecuted: 4 });
      expect(data.startingPage).toBe('https://flights.example/');
    });

    it('is true while an act runs, and stays so when the process dies in it', async () => {
      const traces = traceWriter({ directory });
      const [first = [], second = []] = ['a', 'b'].map((actId) => sampleEvents({ actId }));
      for (const event of [...first.slice(0, -1), ...second.slice(1, 6)]) traces(event);
      await traces.flush();
      const { data, html } = await session();
      expect(data.acts.map(({ status, page }) => [status, page !== undefined])).toEqual([
        ['SUCCEEDED', true],
        ['RUNNING', false],
      ]);
      expect(data.totals).toMatchObject({ acts: 2, succeeded: 1, running: 1 });
      expect(html).toContain('Not finished');
    });

    it('never names a file that is not there, whenever it is looked at', async () => {
      const traces = traceWriter({ directory });
      for (const actId of ['a', 'b', 'c']) {
        for (const event of sampleEvents({ actId })) {
          if (event.type !== 'session.stopped') traces(event);
        }
      }
      let isWritten = false;
      const flushed = traces.flush().then(() => {
        isWritten = true;
      });
      let looks = 0;
      while (!isWritten) {
        const { data } = await session().catch(() => ({ data: undefined }));
        for (const { page, screenshot } of data?.acts ?? []) {
          for (const file of [page, screenshot]) {
            if (file) await stat(join(directory, 'session-1', file));
          }
        }
        looks += 1;
      }
      await flushed;
      expect(looks).toBeGreaterThan(0);
      expect((await session()).data.acts).toHaveLength(3);
    });

    it('escapes what comes from pages and models, and hides what is hidden', async () => {
      const attack = '"><script>alert(1)</script>';
      const traces = traceWriter({ directory, redact: (text) => text.replaceAll('Boston', '***') });
      playSample(traces, { texts: { prompt: `Boston ${attack}`, response: attack } });
      await traces.flush();
      const { html, data } = await session();
      expect(html).not.toContain('<script');
      expect(data.acts[0]?.prompt).toBe(`*** ${attack}`);
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
