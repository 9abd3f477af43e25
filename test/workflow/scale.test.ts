import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { currentWorkflow, type Workflow, withWorkflow } from '@nova-act/workflow';
import { expect, it } from 'vitest';
import { localRun } from './support/local-run.js';

const OPEN = 1_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Heap in use once what is garbage has gone; finalizers run between collections. */
async function heapBytes(): Promise<number> {
  for (let i = 0; i < 4; i += 1) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed;
}

/** Opens workflows together, all of which wait for the last one, with one signal above them. */
async function openAtOnce(count: number, signal: AbortSignal): Promise<Set<string>> {
  // A service of their own, which goes with them: it is this side that may not keep anything.
  const { iam, service } = localRun();
  let opened = 0;
  let proceed = () => {};
  const allOpen = new Promise<void>((resolve) => {
    proceed = resolve;
  });
  const main = withWorkflow({ ...iam, signal }, async (n: number) => {
    opened += 1;
    if (opened === count) proceed();
    await allOpen;
    if (n % 10 === 0) throw new Error('every tenth');
    return currentWorkflow().workflowRunId;
  });
  const settled = await Promise.allSettled(Array.from({ length: count }, (_, n) => main(n)));
  const failed = service.runs().filter(({ status }) => status === 'FAILED');
  expect(failed).toHaveLength(count / 10);
  expect(service.runs().every(({ updates }) => updates.length === 1)).toBe(true);
  return new Set(settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
}

it('1,000 workflows open at once end truly, are not mixed, and leave nothing in memory', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  // One signal above a thousand of them is no leak, and nothing may be printed that calls it one.
  process.on('warning', note);
  const { signal } = new AbortController();
  try {
    // The first rounds load code and fill caches that stay.
    for (let i = 0; i < 3; i += 1) await openAtOnce(OPEN, signal);
    const before = await heapBytes();
    // What a round leaks adds up and is in the least of them too; what the engine keeps for a moment
    // (compiled code, a table that grew) is not.
    const after: number[] = [];
    while (after.length < 4 && !after.some((bytes) => bytes < before * 1.05)) {
      const ids = await openAtOnce(OPEN, signal);
      expect(ids.size).toBe(OPEN - OPEN / 10);
      ids.clear();
      after.push(await heapBytes());
    }
    expect(Math.min(...after)).toBeLessThan(before * 1.05);
    expect(unhandled).toEqual([]);
  } finally {
    process.off('unhandledRejection', note);
    process.off('warning', note);
  }
}, 240_000);

it('a workflow that has ended is garbage, also where its signal lives on', async () => {
  const controller = new AbortController();
  const { iam } = localRun();
  const refs: WeakRef<object>[] = [];
  const main = withWorkflow({ ...iam, signal: controller.signal }, async () => {
    refs.push(new WeakRef(currentWorkflow() as Workflow));
  });
  for (let i = 0; i < 20; i += 1) await main();
  await heapBytes();
  expect(refs.filter((ref) => ref.deref() !== undefined).length).toBeLessThanOrEqual(1);
  controller.abort();
});
