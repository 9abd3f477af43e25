import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { PLACE, SESSION } from './act-in-session.js';
import { inSession, type ToolWorld } from './in-session.js';
import { whereIs } from './where-is.js';

export function offerGoTo(server: McpServer, world: ToolWorld): void {
  const by = world.allowLocal ? 'program' : 'agent';
  server.registerTool(
    'go_to',
    {
      title: 'Go to a page',
      description:
        'Opens an http or https address in the browser, and waits until the page has come to rest.',
      inputSchema: z.strictObject({ url: z.string().min(1), session: SESSION }),
      outputSchema: z.object(PLACE),
      annotations: { destructiveHint: false, idempotentHint: true, openWorldHint: true },
    },
    ({ url, session }, context) =>
      inSession(world, session, context, async ({ nova, signal }) => {
        await nova.goToUrl(url, { by, signal });
        return { structured: await whereIs(nova, signal) };
      }),
  );
}
