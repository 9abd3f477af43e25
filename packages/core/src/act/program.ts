import type { Box, ClickType, ScrollDirection } from '../browser/actuator.js';
import type { ActInvalidModelGenerationError } from '../errors/index.js';
import type { HumanCallName } from '../human/human-input.js';
import type { NovaActTool } from '../tools/tool-definition.js';
import type { JsonValue } from '../wire/json.js';
import type { CallView } from './events.js';

/** What one call asks for, decoded and checked; nothing is left to interpret when it runs. */
export type Action =
  | { kind: 'click'; box: Box; clickType: ClickType; blurField: boolean }
  | { kind: 'hover'; box: Box }
  | { kind: 'scroll'; direction: ScrollDirection; box: Box; distance?: number }
  | { kind: 'type'; text: string; box: Box; pressEnter: boolean }
  | { kind: 'goToUrl'; url: string }
  | { kind: 'wait'; seconds: number }
  | { kind: 'settle' }
  | { kind: 'observe' }
  | { kind: 'think'; thought: string }
  | { kind: 'return'; response: string | undefined }
  | { kind: 'throw'; message: string }
  | { kind: 'tool'; tool: NovaActTool; input: JsonValue }
  | { kind: 'human'; name: HumanCallName; message: string }
  /** Arguments that cannot be used: it fails when its turn comes. */
  | { kind: 'fault'; error: ActInvalidModelGenerationError };

export interface ProgramCall {
  /** The id of the call, from the service. */
  callId: string;
  action: Action;
  /** The same for people and traces; of a text to be typed, only its length. */
  view: CallView;
  /** The same with that text, for when its field turns out to hide nothing. */
  disclosed?: CallView;
}

/** What the agent wants done before it looks again. Never empty. */
export type Program = readonly ProgramCall[];

/** What one executed call came to. */
export interface CallOutcome {
  /** The id of the call, from the service. */
  callId: string;
  /** The result as the service is told it. */
  text: string;
  /** What an action of the browser says it did; the service is not told. */
  did?: JsonValue | undefined;
}

/** The same with the call as it may be shown now that it was run. */
export interface ExecutedCall extends CallOutcome {
  view: CallView;
}
