import type { Page } from 'playwright';
import type { ToolSpec } from '../wire/operations.js';

/** What a human callback is given beside the agent's message. */
export interface HumanInputContext {
  /** Aborted when the act ends early, or `humanTimeoutMs` is over; take the question back. */
  signal: AbortSignal;
  /** The Playwright page in front at this moment; undefined where a custom `actuator` has none. */
  readonly page: Page | undefined;
  /** What the act was asked to do. */
  prompt: string;
  /** The id of the session on the service. */
  sessionId: string;
  /** The id of the act on the service. */
  actId: string;
  /** The id of the run on the service. */
  workflowRunId: string;
  /** The page as the agent saw it last: `data:image/jpeg;base64,…`. */
  screenshot: string;
}

/**
 * How the agent reaches a person. Offered to the model only for the callbacks that are there. A
 * person's time does not count in the act's `timeoutMs`: it has `humanTimeoutMs`, and is told as
 * `metadata.humanWaitMs`. After a takeover the page comes to rest before the agent looks again.
 */
export interface HumanInput {
  /** The agent asks for leave to do something. `'cancel'` ends the act with `ActApproveCanceledError`. */
  approve?:
    | ((message: string, context: HumanInputContext) => MaybePromise<'yes' | 'cancel'>)
    | undefined;
  /** The agent asks a person to do something in the browser (a login, a captcha). `'cancel'` ends the act with `ActUiTakeoverCanceledError`. */
  uiTakeover?:
    | ((message: string, context: HumanInputContext) => MaybePromise<'complete' | 'cancel'>)
    | undefined;
}

type MaybePromise<T> = T | Promise<T>;

const APPROVE = 'human_Approve';
const UI_TAKEOVER = 'human_UiTakeover';

export type HumanCallName = typeof APPROVE | typeof UI_TAKEOVER;

/** The calls that the user supplied callbacks for. */
export function offeredHumanCalls(human: HumanInput | undefined): Set<HumanCallName> {
  const offered = new Set<HumanCallName>();
  if (human?.approve) offered.add(APPROVE);
  if (human?.uiTakeover) offered.add(UI_TAKEOVER);
  return offered;
}

/** The tool specs for the callbacks that the user supplied. */
export function humanToolSpecs(human: HumanInput | undefined): ToolSpec[] {
  const specs: ToolSpec[] = [];
  if (human?.approve) {
    specs.push(
      spec(
        APPROVE,
        'Ask a person for approval before a step with consequences that the task says needs it: a financial transaction, the checkout of a cart, the submission of a form with sensitive data.',
      ),
    );
  }
  if (human?.uiTakeover) {
    specs.push(
      spec(
        UI_TAKEOVER,
        'Have a person take over the browser for a step that is theirs to do (a login, a captcha, entering sensitive data), and give it back when it is done.',
      ),
    );
  }
  return specs;
}

export function isHumanCall(name: string): name is HumanCallName {
  return name === APPROVE || name === UI_TAKEOVER;
}

function spec(name: HumanCallName, description: string): ToolSpec {
  return {
    name,
    description,
    inputSchema: {
      json: {
        type: 'object',
        properties: { message: { type: 'string', description: 'What the person is told.' } },
        required: ['message'],
      },
    },
  };
}
