import { ValidationError } from '@nova-act/core';
import { withWorkflow } from './with-workflow.js';
import type { WorkflowOptions } from './workflow-options.js';

type Method<This, Args extends unknown[], R> = (this: This, ...args: Args) => Promise<R>;

/** Of a method, in the standard convention and in that of `experimentalDecorators`. */
export interface WorkflowDecorator {
  <This, Args extends unknown[], R>(
    method: Method<This, Args, R>,
    context: ClassMethodDecoratorContext<This, Method<This, Args, R>>,
  ): Method<This, Args, R>;
  <M extends (...args: never[]) => Promise<unknown>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ): void;
}

/**
 * `@workflow(options)` on an async method: each call is one run, as with `withWorkflow`.
 * @throws ValidationError, when the class is defined, on anything but a method.
 */
export function workflow(options: WorkflowOptions): WorkflowDecorator {
  return ((method: unknown, context: unknown, descriptor?: PropertyDescriptor) => {
    if (isStandard(context)) {
      if (context.kind === 'method') return wrap(method);
      throw notMethod(context.kind, context.name);
    }
    if (typeof descriptor?.value !== 'function') throw notMethod('target', context);
    descriptor.value = wrap(descriptor.value);
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
