import type { Page } from 'playwright';
import { preempt } from '../deadline/pre-empt.js';
import { timeLimit } from '../deadline/time-limit.js';
import { ActError, ActToolError, AgentRedirectError } from '../errors/index.js';
import { thrownMessage } from '../errors/thrown-text.js';
import type { ToolContext } from '../tools/tool-context.js';
import type { NovaActTool } from '../tools/tool-definition.js';
import type { JsonValue } from '../wire/json.js';
import { parseJson } from '../wire/parse-json.js';
import type { CallScope } from './call-scope.js';

/**
 * Has a tool do its work, and lets the page settle when it worked on it.
 * @throws AgentRedirectError for what the agent can do another way; ActToolError, which ends the act
 */
export async function runTool(
  tool: NovaActTool,
  input: JsonValue,
  scope: CallScope,
): Promise<{ value: unknown; heard?: string | undefined }> {
  const checked = await preempt(tool.input.check(input), scope.signal);
  if ('issues' in checked) {
    const problems = checked.issues.map(({ path, message }) => `${path || 'input'}: ${message}`);
    throw new AgentRedirectError(`The input of ${tool.name} is not valid. ${problems.join('; ')}`);
  }
  const { actuator } = scope.env;
  const before = openPages(actuator);
  let touched = false;
  const worksOn = () => {
    touched = true;
    return actuator.page;
  };
  const changed = () => touched || !sameAs(before, openPages(actuator));
  // A tool may do without a page: that there is none is for the next look to say.
  await preempt(actuator.expectChange?.(scope.signal), scope.signal).catch(() => {});
  scope.signal.throwIfAborted();
  try {
    const value = await execute(tool, checked.value, scope, worksOn);
    const heard = changed() ? await scope.page.settleAndHear(scope.signal) : undefined;
    return { value, heard };
  } catch (error) {
    if (error instanceof AgentRedirectError && changed()) {
      const heard = await scope.page.settleAndHear(scope.signal);
      if (heard) throw new AgentRedirectError(`${error.message} ${heard}`);
    }
    throw error;
  }
}

async function execute(
  tool: NovaActTool,
  input: unknown,
  scope: CallScope,
  page: () => Page | undefined,
): Promise<unknown> {
  const { env, actId, prompt, step, signal } = scope;
  const { name, timeoutMs } = tool;
  const limit = timeLimit(
    timeoutMs,
    signal,
    env.clock,
    () =>
      new AgentRedirectError(`The tool ${name} was not done after ${timeoutMs} ms: do without it.`),
  );
  const { sessionId, workflowRunId } = env.path;
  const context: ToolContext = {
    signal: limit.signal,
    get page() {
      return page();
    },
    act: { prompt, step },
    logger: env.logger,
    sessionId,
    actId,
    workflowRunId,
  };
  try {
    const value = await preempt((async () => tool.execute(input, context))(), limit.signal);
    return asJson(value);
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (cause instanceof AgentRedirectError || cause instanceof ActError) throw cause;
    const message = `The tool ${tool.name} failed: ${thrownMessage(cause)}`;
    if (tool.onError === 'tell') throw new AgentRedirectError(message);
    throw new ActToolError(message, { toolName: tool.name, cause });
  } finally {
    limit.close();
  }
}

/** The service takes 5 MB in one request, a picture of the page included. */
const MAX_RESULT = 4_000_000;

/**
 * A result as the plain JSON that is sent, made once: what makes its own JSON may make another each time.
 * @throws Error for what cannot be sent: cyclic, a BigInt, nested deeper than JSON is read, too large
 */
function asJson(value: unknown): JsonValue {
  const text = JSON.stringify(value);
  if (text === undefined) return null;
  if (text.length <= MAX_RESULT) return parseJson(text);
  throw new RangeError(
    `its result is ${text.length} characters of JSON, and at most ${MAX_RESULT} can be sent`,
  );
}

function openPages({ pages }: { pages?: readonly Page[] | undefined }): [Page, string][] {
  return (pages ?? []).map((page) => [page, page.url()]);
}

function sameAs(before: readonly [Page, string][], after: readonly [Page, string][]): boolean {
  return (
    before.length === after.length &&
    before.every(([page, url], at) => page === after[at]?.[0] && url === after[at]?.[1])
  );
}
