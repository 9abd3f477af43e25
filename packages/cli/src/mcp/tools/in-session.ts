import type { CallToolResult, ServerContext } from '@modelcontextprotocol/server';
import { isNovaActError } from '@nova-act/core';
import type { BrowserSession } from '../sessions/browser-session.js';
import type { OpenedSession } from '../sessions/open-session.js';
import type { Owner } from '../sessions/owner.js';
import type { Sessions } from '../sessions/sessions.js';
import { progressTo } from './progress.js';
import { toolError } from './tool-error.js';

/** What every tool works with. */
export interface ToolWorld {
  readonly sessions: Sessions;
  readonly owner: Owner;
  /** Whether go_to may lead to this machine's and its network's own addresses too. */
  readonly allowLocal: boolean;
  /** Of the secrets that prompts may name. */
  readonly secretNames?: readonly string[] | undefined;
  readonly onError: (error: unknown) => void;
}

/** What a call came to, beside the session that it was in. */
export interface ToolAnswer {
  readonly structured: Record<string, unknown>;
  /** Beside the text that says the same as `structured`. */
  readonly more?: CallToolResult['content'];
}

/** What a call's work has while it is its turn. */
export interface Turn {
  readonly nova: OpenedSession['nova'];
  readonly session: BrowserSession;
  readonly signal: AbortSignal;
}

/** Does a call's work in the session that it means; what goes wrong is told to the caller. */
export async function inSession(
  { sessions, owner, onError }: ToolWorld,
  wanted: string | undefined,
  context: ServerContext,
  work: (turn: Turn) => Promise<ToolAnswer>,
): Promise<CallToolResult> {
  let found: BrowserSession | undefined;
  try {
    const session = sessions.find(owner, wanted);
    found = session;
    const { signal } = context.mcpReq;
    const call = { signal, onEvent: progressTo(context, onError) };
    const answer = await sessions.use(owner, session, call, ({ nova }) =>
      work({ nova, session, signal }),
    );
    return answered({ session: session.id, ...answer.structured }, answer.more);
  } catch (error) {
    if (!found || !endsSession(error)) return toolError(error, found?.id);
    await found.end({ succeeded: false, reason: error }).catch(onError);
    return toolError(error, undefined);
  }
}

export function answered(
  structured: Record<string, unknown>,
  more: CallToolResult['content'] = [],
): CallToolResult {
  return {
    content: [{ type: 'text', text: JSON.stringify(structured) }, ...more],
    structuredContent: structured,
  };
}

/** Nothing can be done in it any more. */
function endsSession(error: unknown): error is Error {
  return isNovaActError(error) && error.code === 'ACT_BROWSER_CRASHED';
}
