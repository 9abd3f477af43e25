import { withScheme } from '../browser/url-rules.js';
import { preempt } from '../deadline/pre-empt.js';
import { ActError, ActToolError, AgentRedirectError, ValidationError } from '../errors/index.js';
import { thrownText } from '../errors/thrown-text.js';
import { checkState } from '../guardrails/check-state.js';
import { askHuman } from '../human/ask-human.js';
import type { NovaActTool } from '../tools/tool.js';
import type { JsonValue } from '../wire/json.js';
import type { ActEnvironment } from './act-environment.js';
import { asActError } from './as-act-error.js';
import type { PageView } from './page-view.js';
import type { Action } from './program.js';

/** What the calls of one act share while they run. */
export interface CallScope {
  readonly env: ActEnvironment;
  readonly actId: string;
  readonly signal: AbortSignal;
  readonly page: PageView;
}

/**
 * Does what one call asks for and gives its return value.
 * @throws AgentRedirectError for what the agent can do another way; ActError for what ends the act.
 */
export async function runCall(action: Action, scope: CallScope): Promise<unknown> {
  switch (action.kind) {
    case 'think':
    case 'return':
    case 'throw':
      return undefined;
    case 'settle':
      return scope.page.settle(scope.signal);
    case 'observe':
      return scope.page.look(scope.signal);
    case 'tool':
      return runTool(action.tool, action.input, scope);
    case 'human':
      return runHuman(action, scope);
    default:
      return actuate(action, scope);
  }
}

type BrowserAction = Extract<
  Action,
  { kind: 'click' | 'hover' | 'scroll' | 'type' | 'goToUrl' | 'wait' }
>;

async function actuate(action: BrowserAction, { env, signal }: CallScope) {
  if (action.kind === 'goToUrl') await checkState(env.guardrail, withScheme(action.url), signal);
  try {
    return await preempt(actuation(action, env, signal), signal);
  } catch (error) {
    if (action.kind === 'goToUrl' && error instanceof ValidationError && !signal.aborted) {
      // An address of the agent's own making: it may know a better one.
      throw new AgentRedirectError(`${error.message} Go on from the page that is open.`);
    }
    throw asActError(error, signal, action.kind);
  }
}

async function actuation(
  action: BrowserAction,
  { actuator }: ActEnvironment,
  signal: AbortSignal,
): Promise<JsonValue | undefined> {
  switch (action.kind) {
    case 'click':
      return actuator.click(action.box, action, signal);
    case 'hover':
      return actuator.hover(action.box, signal);
    case 'scroll':
      return actuator.scroll(action.direction, action.box, action, signal);
    case 'type':
      return actuator.type(action.text, action.box, action, signal);
    case 'goToUrl':
      return actuator.goToUrl(action.url, signal);
    case 'wait':
      return actuator.wait(action.seconds, signal);
  }
}

async function runTool(tool: NovaActTool, input: JsonValue, { env, actId, signal }: CallScope) {
  const checked = await preempt(tool.input.check(input), signal);
  if ('issues' in checked) {
    const problems = checked.issues.map(({ path, message }) => `${path || 'input'}: ${message}`);
    throw new AgentRedirectError(`The input of ${tool.name} is not valid. ${problems.join('; ')}`);
  }
  const { sessionId, workflowRunId } = env.path;
  const context = { signal, sessionId, actId, workflowRunId };
  try {
    const value = await preempt((async () => tool.execute(checked.value, context))(), signal);
    return JSON.stringify(value) === undefined ? null : value;
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (cause instanceof AgentRedirectError || cause instanceof ActError) throw cause;
    const why = cause instanceof Error ? cause.message : thrownText(cause);
    throw new ActToolError(`The tool ${tool.name} failed: ${why}`, { toolName: tool.name, cause });
  }
}

async function runHuman(
  { name, message }: Extract<Action, { kind: 'human' }>,
  { env, actId, signal, page }: CallScope,
) {
  const { sessionId, workflowRunId } = env.path;
  const screenshot = page.latest?.observation.screenshotBase64 ?? '';
  const context = { signal, sessionId, actId, workflowRunId, screenshot };
  return preempt(askHuman(env.human ?? {}, name, message, context), signal);
}
