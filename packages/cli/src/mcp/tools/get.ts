import type { McpServer } from '@modelcontextprotocol/server';
import { type JsonSchema, stringSchema } from '@nova-act/core';
import { z } from 'zod';
import { ACT_INPUT, actInSession, PLACE } from './act-in-session.js';
import type { ToolWorld } from './in-session.js';

export function offerGet(server: McpServer, world: ToolWorld): void {
  server.registerTool(
    'get',
    {
      title: 'Find something out in the browser',
      description:
        'Answers a question from web pages, and does what is needed to find out. With a schema the answer ' +
        'is JSON that satisfies it.',
      inputSchema: z.strictObject({
        ...ACT_INPUT,
        schema: z
          .record(z.string(), z.unknown())
          .optional()
          .describe('A JSON Schema of the answer. Default: a text.'),
      }),
      outputSchema: z.object({
        ...PLACE,
        answer: z.unknown().describe('A text, or what the schema describes.'),
        steps: z.number().int(),
      }),
      annotations: { destructiveHint: true, openWorldHint: true },
    },
    ({ prompt, schema, ...input }, context) =>
      actInSession(world, input, context, async (nova, limits) => {
        const asked: JsonSchema = schema ?? stringSchema;
        const { parsed, steps } = await nova.actGet(prompt, { ...limits, schema: asked });
        return { answer: parsed, steps: steps.length };
      }),
  );
}
