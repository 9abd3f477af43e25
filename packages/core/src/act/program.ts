import type { Box, ClickType, ScrollDirection } from '../browser/actuator.js';
import type { HumanCallName } from '../human/human-input.js';
import type { NovaActTool } from '../tools/tool.js';
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
  | { kind: 'human'; name: HumanCallName; message: string };

export interface ProgramCall {
  callId: string;
  action: Action;
  /** The same for people and traces. */
  view: CallView;
}

/** What the agent wants done before it looks again. Never empty. */
export type Program = readonly ProgramCall[];
