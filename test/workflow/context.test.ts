import { EventEmitter, on, once } from 'node:events';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bindContext } from '@nova-act/core/runtime';
import {
  currentWorkflow,
  NoCurrentWorkflowError,
  tryCurrentWorkflow,
  Workflow,
  withWorkflow,
} from '@nova-act/workflow';
import { describe, expect, it, vi } from 'vitest';
import { localRun, rejection } from './support/local-run.js';

const id = () => tryCurrentWorkflow()?.workflowRunId;
const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A queue like p-limit: what is put in runs later, drained by whoever happens to finish. */
function queueOfOne() {
  const waiting: (() => Promise<void>)[] = [];
  let busy = false;
  const drain = async () => {
    if (busy) return;
    busy = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
    busy = false;
  };
  return <T>(job: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push(() => job().then(resolve, reject));
      void drain();
    });
}

const sharedQueue = queueOfOne();

/** Each gives what `id()` was at the points where the context could have been lost. */
const WAYS: Record<string, () => Promise<unknown[]>> = {
  'after an await': async () => [id(), await tick(), id()].filter((seen) => seen !== undefined),
  'in a timer': () =>
    new Promise((resolve) => {
      setTimeout(() => setImmediate(() => resolve([id()])), 0);
    }),
  'in an interval': () =>
    new Promise((resolve) => {
      const seen: unknown[] = [];
      const timer = setInterval(() => {
        if (seen.push(id()) < 3) return;
        clearInterval(timer);
        resolve(seen);
      }, 1);
    }),
  'in microtasks and nextTick': () =>
    new Promise((resolve) => {
      const seen: unknown[] = [];
      process.nextTick(() => seen.push(id()));
      queueMicrotask(() => {
        seen.push(id());
        void Promise.resolve().then(() => resolve([...seen, id()]));
      });
    }),
  'in Promise.all, race and allSettled': async () => {
    const late = async () => {
      await tick();
      return id();
    };
    const raced = await Promise.race([late(), late()]);
    const settled = await Promise.allSettled([late()]);
    return [
      ...(await Promise.all([late(), late()])),
      raced,
      ...settled.map((s) => 'value' in s && s.value),
    ];
  },
  'in a handler of an emitter that fires inside': async () => {
    const emitter = new EventEmitter();
    const seen: unknown[] = [];
    emitter.on('x', () => seen.push(id()));
    await tick();
    emitter.emit('x');
    return seen;
  },
  'after events.once and in a loop over events.on': async () => {
    const emitter = new EventEmitter();
    setImmediate(() => emitter.emit('x', 1));
    await once(emitter, 'x');
    const seen: unknown[] = [id()];
    setImmediate(() => emitter.emit('x', 1));
    for await (const _ of on(emitter, 'x')) {
      seen.push(id());
      break;
    }
    return seen;
  },
  'in a bound handler of an emitter that fires outside': () =>
    new Promise((resolve) => {
      outside.once(
        'x',
        bindContext(() => resolve([id()])),
      );
    }),
  'in a pipeline of streams': async () => {
    const seen: unknown[] = [];
    const through = new Transform({
      objectMode: true,
      transform(chunk, _encoding, done) {
        seen.push(id());
        setImmediate(() => done(null, chunk));
      },
    });
    await pipeline(Readable.from([1, 2, 3]), through, async (source) => {
      for await (const _ of source) seen.push(id());
    });
    return seen;
  },
  'in an async generator': async () => {
    const seen: unknown[] = [];
    async function* generate() {
      for (let n = 0; n < 3; n += 1) {
        await tick();
        seen.push(id());
        yield n;
      }
    }
    for await (const _ of generate()) seen.push(id());
    return seen;
  },
  'in a queue that another run drains': async () => {
    const job = async () => {
      await tick();
      return id();
    };
    return Promise.all([1, 2, 3].map(() => sharedQueue(bindContext(job))));
  },
  'after a rejection that was caught': async () => {
    const seen: unknown[] = [];
    try {
      await tick().then(() => {
        throw new Error('x');
      });
    } catch {
      seen.push(id());
    } finally {
      seen.push(id());
    }
    return seen;
  },
  'in a thenable': async () => {
    const seen: unknown[] = [];
    await {
      // biome-ignore lint/suspicious/noThenProperty: thenables are one of the ways.
      then(resolve: (value: number) => void) {
        seen.push(id());
        setImmediate(resolve, 1);
      },
    };
    return [...seen, id()];
  },
};

const outside = new EventEmitter();

describe('the context of a workflow', () => {
  it.each(Object.entries(WAYS))('is kept %s, in runs that overlap', async (_way, way) => {
    const { iam } = localRun();
    const ticker = setInterval(() => outside.emit('x'), 1);
    const one = async () => {
      const seen = await way();
      const own = currentWorkflow().workflowRunId;
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.every((value) => value === own)).toBe(true);
      return own;
    };
    try {
      const runs = await Promise.all([1, 2, 3, 4].map(() => Workflow.run(iam, one)));
      expect(new Set(runs).size).toBe(4);
    } finally {
      clearInterval(ticker);
    }
    expect(tryCurrentWorkflow()).toBeUndefined();
  });

  it('is that of the inner workflow inside, and of the outer again after it', async () => {
    const { iam } = localRun();
    const inner = withWorkflow(iam, async () => {
      await tick();
      return id();
    });
    await Workflow.run(iam, async (outer) => {
      const own = outer.workflowRunId;
      const during = inner();
      expect(id()).toBe(own);
      expect(await during).not.toBe(own);
      expect(id()).toBe(own);
      const failing = Workflow.run(iam, async () => {
        throw new Error('inner');
      });
      await rejection(failing);
      expect(id()).toBe(own);
    });
  });

  it('is not there before, after, or in what was registered outside', async () => {
    const { iam } = localRun();
    const emitter = new EventEmitter();
    const seen: unknown[] = [];
    const heard = new Promise<void>((resolve) => {
      setImmediate(() => {
        seen.push(id());
        resolve();
      });
    });
    emitter.on('x', () => seen.push(id()));
    await Workflow.run(iam, () => heard);
    emitter.emit('x');
    expect(seen).toEqual([undefined, undefined]);
  });

  it('is asked for with an error that says what to do where there is none', () => {
    expect(tryCurrentWorkflow()).toBeUndefined();
    expect(() => currentWorkflow()).toThrow(NoCurrentWorkflowError);
    expect(() => currentWorkflow()).toThrow(/withWorkflow\(\).*handoff\(\)/s);
  });

  it('is seen by a second copy of the packages', async () => {
    vi.resetModules();
    const copy = await import('@nova-act/workflow');
    expect(copy.Workflow).not.toBe(Workflow);
    const { iam } = localRun();
    await Workflow.run(iam, async (workflow) => {
      await tick();
      expect(copy.currentWorkflow()).toBe(workflow);
      await copy.Workflow.run(iam, async (theirs) => {
        await tick();
        expect(currentWorkflow()).toBe(theirs);
      });
      expect(copy.currentWorkflow()).toBe(workflow);
    });
  });
});
