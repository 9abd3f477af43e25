import { AsyncLocalStorage } from 'node:async_hooks';
import type { WorkflowBinding } from './workflow-binding.js';

// On globalThis, so that a second copy of this package in one process sees the same run.
const STORE = Symbol.for('@nova-act/core/context/1');

/** One frame is immutable; nesting makes a new one. */
interface ContextFrame {
  readonly workflow: WorkflowBinding;
}

const holder = globalThis as { [STORE]?: AsyncLocalStorage<ContextFrame> };
holder[STORE] ??= new AsyncLocalStorage<ContextFrame>();
const store = holder[STORE];

/** Runs `fn` with `workflow` as the current one, for everything it calls or awaits. */
export function runInWorkflow<T>(workflow: WorkflowBinding, fn: () => T): T {
  return store.run({ workflow }, fn);
}

/** The workflow this code runs in, or undefined outside of one. */
export function tryGetWorkflow(): WorkflowBinding | undefined {
  return store.getStore()?.workflow;
}

/**
 * Binds `fn` to the context of this moment, so that an emitter, a queue or a timer made elsewhere
 * cannot take it into another run.
 * @typeParam F the type of the function, which is given back as it was
 */
export function bindContext<F extends (...args: never[]) => unknown>(fn: F): F {
  return AsyncLocalStorage.bind(fn) as F;
}
