// mcpTools: what an MCP server offers becomes tools of the agent. Here the server runs in this program;
// yours is reached by StdioClientTransport or StreamableHTTPClientTransport.
import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { McpServer } from '@modelcontextprotocol/server';
import { mcpTools, NovaAct } from '@nova-act/core';
import { scriptedModel, startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';
import { z } from 'zod';

const server = new McpServer({ name: 'warehouse', version: '1.0.0' });
server.registerTool(
  'stock.of',
  {
    description: 'How many pieces of an article are in stock.',
    inputSchema: z.object({ article: z.string() }),
    outputSchema: z.object({ pieces: z.number() }),
  },
  ({ article }) => {
    console.log(`asked for ${article}`);
    return { content: [{ type: 'text', text: '12' }], structuredContent: { pieces: 12 } };
  },
);
const [serverSide, clientSide] = InMemoryTransport.createLinkedPair();
await server.connect(serverSide);
const client = new Client({ name: 'example', version: '1.0.0' });
await client.connect(clientSide);

// A script in the place of the model, which would decide by itself to call the tool.
const service = await startLocalService({
  model: scriptedModel([
    [{ name: 'stock_of', input: { article: 'lamp' } }, 'takeObservation'],
    [['return', '12']],
  ]),
});

const countLamps = withWorkflow(
  { workflowDefinitionName: 'stock', modelId: 'nova-act-latest', ...service.workflowOptions },
  async () => {
    const tools = await mcpTools(client, { timeoutMs: 10_000 });
    return NovaAct.use({ tools }, async (nova) => {
      const { parsed } = await nova.actGet('How many lamps?', { schema: z.number() });
      return parsed;
    });
  },
);

console.log(`${await countLamps()} lamps`);
await client.close();
await service.stop();
