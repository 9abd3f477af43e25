import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../deadline/clock.js';
import { TraceNotOpenedError } from '../../errors/index.js';
import type { TraceWriter } from '../../trace/index.js';
import type { Launch } from './open-file.js';
import { sessionTraceFiles } from './session-trace-files.js';

const file = '/traces/session-1/act-2.html';
const writer = (latest: string | undefined = file) => {
  const flush = vi.fn(async () => {});
  return { latestOf: (id: string) => (id === 'session-1' ? latest : undefined), flush };
};
const traceOf = (launch: Launch, traces = writer(), clock = systemClock) =>
  sessionTraceFiles(traces as unknown as TraceWriter, () => 'session-1', clock, launch);
/** A starter that ends so; with nothing given it stays. */
const starter = (end?: { code?: number; error?: Error }) =>
  vi.fn<Launch>(async () => {
    const child = new EventEmitter();
    if (end?.error) setImmediate(() => child.emit('error', end.error));
    else if (end) setImmediate(() => child.emit('exit', end.code));
    return child as never;
  });

beforeEach(() => vi.stubEnv('DISPLAY', ':0'));
afterEach(() => vi.unstubAllEnvs());

describe('nova.trace', () => {
  it('opens the page of the newest act once it is written, and gives its path', async () => {
    const traces = writer();
    const launch = starter({ code: 0 });
    launch.mockImplementationOnce(async (path) => {
      expect(traces.flush).toHaveBeenCalled();
      return starter({ code: 0 })(path);
    });
    const trace = traceOf(launch, traces);
    expect(trace.path).toBe(file);
    expect(await trace.open()).toBe(file);
    expect(launch).toHaveBeenCalledExactlyOnceWith(file);
  });

  it('takes a starter that goes on for the browser itself', async () => {
    const after = (_ms: number, fn: () => void) => {
      queueMicrotask(fn);
      return () => {};
    };
    const clock = { now: () => 0, after };
    expect(await traceOf(starter(), writer(), clock).open()).toBe(file);
  });

  it.each([
    [
      'ends with an error',
      starter({ code: 3 }),
      /its starter ended with 3\. Open it by hand: \/traces/,
    ],
    ['cannot be run', starter({ error: new Error('ENOENT') }), /ENOENT/],
    ['is not there', vi.fn(() => Promise.reject(new Error('no xdg-open'))), /no xdg-open/],
  ])('says where the page is when what opens it %s', async (_what, launch, message) => {
    const error = await traceOf(launch)
      .open()
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TraceNotOpenedError);
    expect(error).toMatchObject({ code: 'TRACE_NOT_OPENED', path: file });
    expect((error as Error).message).toMatch(message);
  });

  it.runIf(process.platform === 'linux')(
    'starts nothing on a machine without a display',
    async () => {
      vi.stubEnv('DISPLAY', '');
      vi.stubEnv('WAYLAND_DISPLAY', '');
      const launch = starter({ code: 0 });
      await expect(traceOf(launch).open()).rejects.toMatchObject({
        name: 'TraceNotOpenedError',
        path: file,
        message: expect.stringContaining('no display'),
      });
      expect(launch).not.toHaveBeenCalled();
    },
  );

  it('says what is missing before there is a trace', async () => {
    const launch = starter({ code: 0 });
    const nothing = sessionTraceFiles(undefined, () => 'session-1', systemClock, launch);
    expect(nothing.path).toBeUndefined();
    await expect(nothing.open()).rejects.toMatchObject({ field: 'logsDirectory' });
    const early = sessionTraceFiles(
      writer() as unknown as TraceWriter,
      () => undefined,
      systemClock,
      launch,
    );
    await expect(early.open()).rejects.toMatchObject({ name: 'NotStartedError' });
    expect(launch).not.toHaveBeenCalled();
  });
});
