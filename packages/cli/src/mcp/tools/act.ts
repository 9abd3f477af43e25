import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { ACT_INPUT, actInSession, PLACE } from './act-in-session.js';
import type { ToolWorld } from './in-session.js';

export function offerAct(server: McpServer, world: ToolWorld): void {
  server.registerTool(
    'act',
    {
      title: 'Do something in the browser',
      description:
        'Does one task on web pages, as a person would: clicks, types, scrolls, picks dates, fills forms. ' +
        'Say what to do with all that is needed for it, one task at a time; go_to a page first. ' +
        'To find something out, use get.',
      inputSchema: z.strictObject(ACT_INPUT),
      outputSchema: z.object({
        ...PLACE,
        response: z.string().optional().describe('What the agent says of it, if anything.'),
        steps: z.number().int(),
      }),
      annotations: { destructiveHint: true, openWorldHint: true },
    },
    ({ prompt, ...input }, context) =>
      actInSession(world, input, context, async (nova, limits) => {
        const { response, steps } = await nova.act(prompt, limits);
        return { ...(response === undefined ? {} : { response }), steps: steps.length };
      }),
  );
}
