import { withScheme } from '../browser/boundary/check-url.js';
import { preempt } from '../deadline/pre-empt.js';
import { AgentRedirectError, ValidationError } from '../errors/index.js';
import { checkState } from '../guardrails/check-state.js';
import type { JsonValue } from '../wire/json.js';
import { parseJson } from '../wire/parse-json.js';
import type { ActEnvironment } from './act-environment.js';
import { asActError } from './as-act-error.js';
import type { CallScope } from './call-scope.js';
import type { Action } from './program.js';
import { runHuman } from './run-human.js';
import { runTool } from './run-tool.js';
import type { FieldNote } from './typed-text.js';

/** What a call came to. */
export interface Returned {
  /** Its return value, as the service is told. */
  value: unknown;
  /** What an action of the browser says it did: for people, never for the service. */
  did?: JsonValue | undefined;
  /** What the agent should hear of beside it. */
  heard?: string | undefined;
}

/**
 * Does what one call asks for.
 * @throws AgentRedirectError for what the agent can do another way; ActError for what ends the act.
 */
export async function runCall(
  action: Action,
  scope: CallScope,
  field: FieldNote,
): Promise<Returned> {
  switch (action.kind) {
    case 'think':
    case 'return':
    case 'throw':
      return { value: null };
    case 'fault':
      throw action.error;
    case 'settle':
      await scope.page.settle(scope.signal);
      return { value: null };
    case 'observe':
      return { value: await scope.page.look(scope.signal) };
    case 'tool':
      return runTool(action.tool, action.input, scope);
    case 'human':
      return runHuman(action, scope);
    default:
      // The model is told nothing of what was hit or typed: it looks for itself, and what a page
      // calls its elements would be a way for the page to talk to it.
      return { value: null, did: asTold(await actuate(action, scope, field)) };
  }
}

/** More than any action has to tell. */
const MAX_TOLD = 100_000;

/** What a hand says it did, as plain JSON; nothing where it is none, for a hand may be anybody's. */
function asTold(did: unknown): JsonValue | undefined {
  try {
    const text = JSON.stringify(did);
    return text === undefined || text.length > MAX_TOLD ? undefined : parseJson(text);
  } catch {
    return undefined; // Cyclic, or a BigInt: it is for people only, and the action is done.
  }
}

type BrowserAction = Extract<
  Action,
  { kind: 'click' | 'hover' | 'scroll' | 'type' | 'goToUrl' | 'wait' }
>;

async function actuate(action: BrowserAction, { env, signal }: CallScope, field: FieldNote) {
  if (action.kind === 'goToUrl' && env.secrets.names(action.url)) {
    throw new AgentRedirectError('A secret can only be typed into a field, not into an address.');
  }
  if (action.kind === 'goToUrl') await checkState(env.guardrail, withScheme(action.url), signal);
  try {
    return await preempt(actuation(action, env, signal, field), signal);
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
  { actuator, secrets }: ActEnvironment,
  signal: AbortSignal,
  field: FieldNote,
): Promise<JsonValue | undefined> {
  switch (action.kind) {
    case 'click':
      return actuator.click(action.box, action, signal);
    case 'hover':
      return actuator.hover(action.box, signal);
    case 'scroll':
      return actuator.scroll(action.direction, action.box, action, signal);
    case 'type': {
      const { text, box, pressEnter } = action;
      const reveal = secrets.revealer(text, signal);
      // A text with names in it is no secret: whatever its field hides, it may be shown.
      const onField = reveal ? { reveal } : { onField: field.note };
      return actuator.type(text, box, { pressEnter, ...onField }, signal);
    }
    case 'goToUrl':
      return actuator.goToUrl(action.url, signal, 'agent');
    case 'wait':
      return actuator.wait(action.seconds, signal);
  }
}
