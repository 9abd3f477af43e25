import { MAX_PROMPT_LENGTH } from '../act/check-act-options.js';
import { Turns } from '../deadline/turns.js';
import { ValidationError } from '../errors/index.js';
import { redactUrl } from '../errors/redact-url.js';
import {
  compileSchema,
  type JsonSchema,
  type Schema,
  type SchemaOutput,
  stringSchema,
} from '../schema/index.js';
import { NovaAct } from '../session/nova-act.js';
import { sharedInputSchema } from './input-schema.js';
import { checkToolOptions, type NovaActToolOptions } from './tool-options.js';

/** What the other model asks for. */
export interface NovaActToolInput {
  /** What to do in the browser, or to find out there. */
  prompt: string;
  /** The page to go to first. */
  url?: string | undefined;
}

/** What it gets. */
export interface NovaActToolOutput<T = string> {
  /** The answer: a text, or what the schema of the tool says. */
  answer: T;
  /** The page that the browser is on now; absent where a custom `actuator` has none. */
  url?: string | undefined;
}

/** A session as a tool of another framework's agent: all that the AI SDK and Strands want of one. */
export interface NovaActAsTool<T = string> {
  /** What the other model calls it by. */
  readonly name: string;
  /** What the other model is told that it does. */
  readonly description: string;
  /** A JSON Schema, which is the AI SDK's own `Schema` too; each of its versions has another type for it. */
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly inputSchema: any;
  /** As the AI SDK calls it. What is thrown is told to the model. */
  execute(
    input: NovaActToolInput,
    options?: { readonly abortSignal?: AbortSignal | undefined } | undefined,
  ): Promise<NovaActToolOutput<T>>;
  /** As Strands calls it. What is thrown is told to the model. */
  callback(
    input: NovaActToolInput,
    context?: { readonly cancelSignal?: AbortSignal | undefined } | undefined,
  ): Promise<NovaActToolOutput<T>>;
}

const DESCRIPTION =
  'Does a task in a web browser and answers what was asked about it. Say in plain words what to do and what to ' +
  'find out, one task at a time, with all that is needed for it: the browser does not see this conversation.';

const INPUT = {
  type: 'object',
  properties: {
    prompt: {
      type: 'string',
      minLength: 1,
      maxLength: MAX_PROMPT_LENGTH,
      description: 'What to do, or to find out.',
    },
    url: {
      type: 'string',
      description: 'The page to go to first. Leave it out to go on where the browser is.',
    },
  },
  required: ['prompt'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/**
 * Nova Act as a tool of another framework's agent: in the AI SDK (`ai` 5, 6 and 7) as it is, in Strands
 * (`@strands-agents/sdk`) by its `tool()`. A call takes `{ prompt, url }` and gives `{ answer, url }`; the
 * framework's abort signal ends it. An address that the model gives is one of an agent's: this machine's and
 * its network's own are refused unless `startingPage` or `security` opens them.
 *
 * ```ts
 * await NovaAct.use({ startingPage }, async (nova) => {
 *   const use_browser = novaActTool({ nova });
 *   await generateText({ model, prompt, tools: { use_browser }, stopWhen: stepCountIs(10) }); // AI SDK
 *   await new Agent({ model, tools: [tool(use_browser)] }).invoke(prompt); // Strands
 * });
 * ```
 * The calls throw what `NovaAct.start`, `goToUrl` and `actGet` throw.
 * @throws ValidationError
 */
export function novaActTool<const S extends Schema = typeof stringSchema>(
  options: NovaActToolOptions<S>,
): NovaActAsTool<SchemaOutput<S>> {
  checkToolOptions(options);
  const { nova, session, name = 'use_browser', description = DESCRIPTION } = options;
  const compiled = compileSchema(INPUT, 'input');
  // Found out now rather than by the first call.
  if (options.schema !== undefined) compileSchema(options.schema, 'schema');
  const turns = new Turns();

  const run = async (
    given: unknown,
    signal: AbortSignal | undefined,
  ): Promise<NovaActToolOutput<SchemaOutput<S>>> => {
    const checked = await compiled.check(given);
    if ('issues' in checked) {
      const [{ path, message } = { path: '', message: 'is not valid' }] = checked.issues;
      const remedy = 'Pass { prompt, url? }, both texts.';
      throw new ValidationError(message, { field: path || 'input', remedy });
    }
    const input = checked.value as NovaActToolInput;
    if (nova) return turns.take(() => ask(nova, input, options, signal), signal);
    const sessionOptions = typeof session === 'function' ? await session() : (session ?? {});
    const signals = [signal, sessionOptions.signal].filter((each) => each !== undefined);
    const own = signals.length > 0 ? { signal: AbortSignal.any(signals) } : {};
    return NovaAct.use({ ...sessionOptions, ...own }, (one) => ask(one, input, options, signal));
  };
  return {
    name,
    description,
    inputSchema: sharedInputSchema(INPUT, compiled),
    execute: (input, around) => run(input, around?.abortSignal),
    callback: (input, around) => run(input, around?.cancelSignal),
  };
}

async function ask<S extends Schema>(
  nova: NovaAct,
  { prompt, url }: NovaActToolInput,
  { schema, maxSteps, timeoutMs, beforeStep, onStep }: NovaActToolOptions<S>,
  signal: AbortSignal | undefined,
): Promise<NovaActToolOutput<SchemaOutput<S>>> {
  // Some models give every member, and an empty text for none.
  if (url) await nova.goToUrl(url, { signal, by: 'agent' });
  const steps = { maxSteps, timeoutMs, beforeStep, onStep };
  const asked = { schema: schema ?? stringSchema, ...steps, signal };
  const { parsed } = await nova.actGet(prompt, asked);
  return { answer: parsed as SchemaOutput<S>, ...here(nova) };
}

/** Where the browser is, when the session has a page. */
function here(nova: NovaAct): { url?: string } {
  try {
    return { url: nova.redact(redactUrl(nova.page.url())) };
  } catch {
    return {}; // The user's own hand shows none, or the session has just been closed.
  }
}
