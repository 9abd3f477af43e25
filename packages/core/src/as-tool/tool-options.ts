import type { ActOptions } from '../act/act-options.js';
import { ValidationError } from '../errors/index.js';
import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import type { Schema } from '../schema/index.js';
import type { NovaAct, NovaActOptions } from '../session/nova-act.js';
import { isToolName } from '../tools/tool-names.js';

/**
 * What `novaActTool` is made of: a session of yours, or how to open one; and what each call is told, as
 * an act is.
 */
export interface NovaActToolOptions<S extends Schema = Schema>
  extends Pick<ActOptions, 'maxSteps' | 'timeoutMs' | 'beforeStep' | 'onStep'> {
  /**
   * A started session of yours, which all calls go on in, one after the other; you close it. Give this or
   * `session`.
   */
  nova?: NovaAct | undefined;
  /**
   * Each call has a session of its own, opened with these options and closed after it. A function is asked
   * for them at each call. Calls may run side by side.
   */
  session?: NovaActOptions | (() => NovaActOptions | Promise<NovaActOptions>) | undefined;
  /** What Strands' models know the tool by: 1–64 letters, digits, `_` or `-`. Default `use_browser`. */
  name?: string | undefined;
  /** When to use it, for the other model. Default: a few sentences on what it does. */
  description?: string | undefined;
  /** What an answer must be. Default: a text. */
  schema?: S | undefined;
}

const OPTIONS: KnownOptions = knownOptions<NovaActToolOptions>(
  'novaActTool()',
  {
    nova: true,
    session: true,
    name: true,
    description: true,
    schema: true,
    maxSteps: true,
    timeoutMs: true,
    beforeStep: true,
    onStep: true,
  },
  {
    startingPage: 'Give it in session: { startingPage }.',
    inputSchema: 'The input is { prompt, url }. Did you mean schema, for the answer?',
    signal: 'Leave it out: each framework hands its own signal to the call.',
  },
);

/** @throws ValidationError */
export function checkToolOptions(options: NovaActToolOptions): void {
  refuseUnknown(options, OPTIONS);
  const { nova, session, name, description } = options;
  if ((nova === undefined) === (session === undefined)) {
    throw new ValidationError(
      nova === undefined ? 'and session are both missing' : 'and session are both given',
      {
        field: 'nova',
        remedy:
          'Give one: nova, a session that you keep, or session, the options of one for each call.',
      },
    );
  }
  if (nova !== undefined && typeof nova?.actGet !== 'function') {
    throw new ValidationError('is not a session', {
      field: 'nova',
      value: nova,
      remedy: 'Pass what `await NovaAct.start(options)` gives.',
    });
  }
  if (session === null || !['object', 'function', 'undefined'].includes(typeof session)) {
    throw new ValidationError('is not what a session is made of', {
      field: 'session',
      value: session,
      remedy: 'Pass an object of options of NovaAct, or a function that gives one.',
    });
  }
  if (name !== undefined && !isToolName(name)) {
    throw new ValidationError('is not a tool name', {
      field: 'name',
      value: name,
      remedy: 'Use 1 to 64 letters, digits, "_" or "-".',
    });
  }
  if (description !== undefined && (typeof description !== 'string' || !description.trim())) {
    throw new ValidationError('says nothing', {
      field: 'description',
      value: description,
      remedy: 'Say when the model is to use the tool, or leave it out.',
    });
  }
}
