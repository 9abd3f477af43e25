import { createContext, Script } from 'node:vm';

/** The work did not come to an end in its time, and was broken off. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';

  constructor(readonly limitMs: number) {
    super(`took longer than ${limitMs} ms`);
  }
}

const box: { work?: () => void } = {};
const context = createContext(box);
const script = new Script('work()');

/** A machine that is busy with other things gives the work a part of that time only. */
const MAX_STRETCH = 16;

/**
 * Does work that may take for ever without awaiting anything: a pattern that backtracks, say. No timer
 * runs while it does; V8 breaks it off between two of its instructions, `finally` blocks included. Where
 * this process had less than half of its limit to work in, it is begun anew with more: it must be work
 * that may be done twice.
 * @throws TimeLimitError; or what the work throws
 */
export function timeLimited<T>(limitMs: number, work: () => T): T {
  for (let stretch = 1; ; stretch *= 4) {
    const before = process.cpuUsage();
    try {
      return brokenOff(limitMs, limitMs * stretch, work);
    } catch (error) {
      const { user } = process.cpuUsage(before);
      const starved = user / 1_000 < limitMs / 2 && stretch < MAX_STRETCH;
      if (!(error instanceof TimeLimitError) || !starved) throw error;
    }
  }
}

function brokenOff<T>(limitMs: number, timeout: number, work: () => T): T {
  let result: { value: T } | undefined;
  box.work = () => {
    result = { value: work() };
  };
  try {
    script.runInContext(context, { timeout });
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new TimeLimitError(limitMs);
  }
  return (result as { value: T }).value;
}
