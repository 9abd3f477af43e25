import { ValidationError } from '@nova-act/core';
import { copyMetadata } from './copy-metadata.js';
import { withWorkflow } from './with-workflow.js';
import type { WorkflowOptions } from './workflow-options.js';

type Method<This, Args extends unknown[], R> = (this: This, ...args: Args) => Promise<R>;

/** Of a method, in the standard convention and in that of `experimentalDecorators`. */
export interface WorkflowDecorator {
  /**
   * Standard: takes the place of the method when the class is defined.
   * @typeParam M The async method; its arguments, its `this` and its result stay as they are.
   */
  // biome-ignore lint/suspicious/noExplicitAny: the context's type takes no other arguments
  <This, M extends (this: This, ...args: any) => Promise<unknown>>(
    method: M,
    context: ClassMethodDecoratorContext<This, M>,
  ): M;
  /**
   * With `experimentalDecorators`: changes the descriptor that it is given.
   * @typeParam M The async method; its arguments, its `this` and its result stay as they are.
   */
  <M extends (...args: never[]) => Promise<unknown>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ): void;
}

/**
 * `@workflow(options)` on an async method: each call is one run, as with `withWorkflow`.
 * What other decorators have noted on the method with reflect-metadata (NestJS) stays on it, whichever of
 * them stands first.
 * @throws ValidationError, when the class is defined, on anything but a method.
 */
export function workflow(options: WorkflowOptions): WorkflowDecorator {
  return ((method: unknown, context: unknown, descriptor?: PropertyDescriptor) => {
    if (isStandard(context)) {
      if (context.kind === 'method') return wrap(method);
      throw notMethod(context.kind, context.name);
    }
    if (typeof descriptor?.value !== 'function') throw notMethod('target', context);
    descriptor.value = copyMetadata(descriptor.value, wrap(descriptor.value));
    return undefined;
  }) as WorkflowDecorator;

  function wrap(method: unknown) {
    return withWorkflow(options, method as Method<unknown, unknown[], unknown>);
  }
}

function isStandard(context: unknown): context is DecoratorContext {
  return typeof context === 'object' && context !== null && 'kind' in context;
}

function notMethod(kind: string, name: unknown): ValidationError {
  return new ValidationError(`decorates the ${kind} ${String(name ?? '')}, which is not a method`, {
    field: '@workflow',
    remedy: 'Put it on an async method; wrap functions with withWorkflow(options, fn).',
  });
}
