import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { answered, type ToolWorld } from './in-session.js';
import { toolError } from './tool-error.js';

export function offerClose(server: McpServer, { sessions, owner }: ToolWorld): void {
  server.registerTool(
    'close',
    {
      title: 'Close the browser',
      description:
        'Closes the browser when the work is done, and puts on record how it went. A browser that is ' +
        'left open is closed after a while, and its run is on record as failed.',
      inputSchema: z.strictObject({
        session: z.string().optional().describe('Left out: the one of this connection.'),
        outcome: z
          .enum(['succeeded', 'failed'])
          .optional()
          .describe('How the work went. Default: succeeded when every act has.'),
      }),
      outputSchema: z.object({
        session: z.string(),
        status: z.enum(['SUCCEEDED', 'FAILED']).describe('Of the run on record.'),
        workflowRunId: z.string().optional(),
      }),
      annotations: { destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    async ({ session, outcome }) => {
      try {
        const succeeded = outcome === undefined ? undefined : outcome === 'succeeded';
        const { workflowRunId, ...end } = await sessions.close(owner, session, succeeded);
        return answered({ ...end, ...(workflowRunId === undefined ? {} : { workflowRunId }) });
      } catch (error) {
        return toolError(error, session);
      }
    },
  );
}
