import { ValidationError } from '@nova-act/core';
import { Workflow } from './workflow.js';
import type { WorkflowOptions } from './workflow-options.js';

/** Any function that gives a promise: its overloads and type parameters are kept. */
export type AsyncFunction = (...args: never[]) => Promise<unknown>;

/**
 * Gives a function like `fn`, each call of which is one run: the same `this`, the same arguments, a
 * promise of the same result. Inside, `NovaAct` and `currentWorkflow()` find the run by themselves.
 *
 * ```ts
 * const main = withWorkflow({ workflowDefinitionName: 'flights' }, (from: string) =>
 *   NovaAct.use({ startingPage }, async (nova) => {
 *     return (await nova.actGet(`Cheapest flight from ${from}?`, { schema: Flight })).parsed;
 *   }),
 * );
 * ```
 *
 * @throws ValidationError when `fn` is no function. The options are looked at with each call, whose
 *   promise rejects as that of `Workflow.run` does.
 */
export function withWorkflow<Fn extends AsyncFunction>(options: WorkflowOptions, fn: Fn): Fn;
/** Of a function that does not always give a promise: the one like it does. */
export function withWorkflow<This, Args extends unknown[], R>(
  options: WorkflowOptions,
  fn: (this: This, ...args: Args) => R,
): (this: This, ...args: Args) => Promise<Awaited<R>>;
export function withWorkflow<This, Args extends unknown[], R>(
  options: WorkflowOptions,
  fn: (this: This, ...args: Args) => R,
): (this: This, ...args: Args) => Promise<Awaited<R>> {
  if (typeof fn !== 'function') {
    throw new ValidationError('is not a function', {
      field: 'fn',
      value: fn,
      remedy: 'Pass the function to run: withWorkflow(options, async () => { … }).',
    });
  }
  const wrapped = async function (this: This, ...args: Args): Promise<Awaited<R>> {
    return Workflow.run(options, () => fn.apply(this, args));
  };
  // So that stacks, profiles and frameworks see the function that was wrapped.
  Object.defineProperty(wrapped, 'name', { value: fn.name, configurable: true });
  Object.defineProperty(wrapped, 'length', { value: fn.length, configurable: true });
  return wrapped;
}
