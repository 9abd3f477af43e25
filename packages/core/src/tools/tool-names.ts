// https://docs.aws.amazon.com/nova-act/latest/APIReference (ToolSpec: name)
const NAME = /^[a-zA-Z0-9_-]{1,64}$/;
export const MAX_NAME = 64;

/** Names the agent already uses for something else. */
const RESERVED: ReadonlySet<string> = new Set([
  'agentClick',
  'agentHover',
  'agentScroll',
  'agentType',
  'goToUrl',
  'wait',
  'waitForPageToSettle',
  'takeObservation',
  'think',
  'return',
  'throw',
  'throwAgentError',
  'human_Approve',
  'human_UiTakeover',
]);

export function isToolName(name: unknown): name is string {
  return typeof name === 'string' && NAME.test(name);
}

export function isReserved(name: string): boolean {
  return RESERVED.has(name);
}
