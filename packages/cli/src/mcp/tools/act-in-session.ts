import type { CallToolResult, ServerContext } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { OpenedSession } from '../sessions/open-session.js';
import { inSession, type ToolWorld } from './in-session.js';
import { whereIs } from './where-is.js';

export const SESSION = z
  .string()
  .optional()
  .describe(
    'The browser to use: the id that an earlier result gave, or "new" for another one. Left out: the one of this connection, or a new one.',
  );

/** What `act` and `get` take alike. */
export const ACT_INPUT = {
  prompt: z
    .string()
    .min(1)
    .max(10_000)
    .describe('What to do, in plain words. The browser does not see this conversation.'),
  session: SESSION,
  maxSteps: z.number().int().min(1).max(199).optional().describe('Steps it may take. Default 30.'),
  timeoutMs: z
    .number()
    .int()
    .min(2_000)
    .max(1_800_000)
    .optional()
    .describe('Milliseconds it may take. Default 1,800,000.'),
};

export const PLACE = {
  session: z.string(),
  url: z.string().describe('Where the browser is now.'),
  title: z.string(),
};

interface ActInput {
  readonly session?: string | undefined;
  readonly maxSteps?: number | undefined;
  readonly timeoutMs?: number | undefined;
}

/** What an act is told beside its prompt. */
export interface ActLimits {
  readonly maxSteps: number | undefined;
  readonly timeoutMs: number | undefined;
  readonly signal: AbortSignal;
}

/** Does an act in the session that is meant, and says where the browser is after it. */
export function actInSession(
  world: ToolWorld,
  { session, maxSteps, timeoutMs }: ActInput,
  context: ServerContext,
  act: (nova: OpenedSession['nova'], limits: ActLimits) => Promise<Record<string, unknown>>,
): Promise<CallToolResult> {
  return inSession(world, session, context, async ({ nova, session, signal }) => {
    try {
      const answer = await act(nova, { maxSteps, timeoutMs, signal });
      return { structured: { ...answer, ...(await whereIs(nova, signal)) } };
    } catch (error) {
      session.allSucceeded = false;
      throw error;
    }
  });
}
