import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { PLACE, SESSION } from './act-in-session.js';
import { inSession, type ToolWorld } from './in-session.js';
import { whereIs } from './where-is.js';

export function offerScreenshot(server: McpServer, world: ToolWorld): void {
  server.registerTool(
    'screenshot',
    {
      title: 'Look at the page',
      description:
        'Takes a picture of what the browser shows, as JPEG. Fields for passwords and payment are painted over.',
      inputSchema: z.strictObject({
        session: SESSION,
        fullPage: z.boolean().optional().describe('The whole page, not only what is in view.'),
      }),
      outputSchema: z.object(PLACE),
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    ({ session, fullPage = false }, context) =>
      inSession(world, session, context, async ({ nova, signal }) => {
        const picture = await nova.screenshot({ fullPage, signal });
        const data = picture.toString('base64');
        return {
          structured: await whereIs(nova, signal),
          more: [{ type: 'image', data, mimeType: 'image/jpeg' }],
        };
      }),
  );
}
