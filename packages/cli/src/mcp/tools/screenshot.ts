import type { McpServer } from '@modelcontextprotocol/server';
import { preempt } from '@nova-act/core/runtime';
import { z } from 'zod';
import { PLACE, SESSION } from './act-in-session.js';
import { inSession, type ToolWorld } from './in-session.js';
import { whereIs } from './where-is.js';

const TIMEOUT_MS = 30_000;
/** Text stays readable, at a fifth of the size of a PNG. */
const QUALITY = 80;

export function offerScreenshot(server: McpServer, world: ToolWorld): void {
  server.registerTool(
    'screenshot',
    {
      title: 'Look at the page',
      description: 'Takes a picture of what the browser shows, as JPEG.',
      inputSchema: z.strictObject({
        session: SESSION,
        fullPage: z.boolean().optional().describe('The whole page, not only what is in view.'),
      }),
      outputSchema: z.object(PLACE),
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    ({ session, fullPage = false }, context) =>
      inSession(world, session, context, async ({ nova, signal }) => {
        const shown = { type: 'jpeg', quality: QUALITY, fullPage, timeout: TIMEOUT_MS } as const;
        const picture = await preempt(nova.page.screenshot(shown), signal);
        const data = picture.toString('base64');
        return {
          structured: await whereIs(nova, signal),
          more: [{ type: 'image', data, mimeType: 'image/jpeg' }],
        };
      }),
  );
}
