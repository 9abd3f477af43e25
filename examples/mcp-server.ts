// `nova-act mcp` is a browser for agents that speak the Model Context Protocol. Here a program is the
// client; Claude, Cursor and others start the same command, as the README of packages/cli shows.
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { startLocalService } from '@nova-act/local';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

const manifest = import.meta.resolve('nova-act/package.json');
const transport = new StdioClientTransport({
  command: process.execPath,
  // With the package installed: { command: 'npx', args: ['nova-act', 'mcp'] }.
  args: [
    fileURLToPath(new URL('bin/nova-act.js', manifest)),
    ...['mcp', '--starting-page', `${service.gymUrl}/planets`, '--idle-minutes', '5'],
  ],
  env: process.env as Record<string, string>,
});
const client = new Client({ name: 'example', version: '1.0.0' });
await client.connect(transport);

const call = async (name: string, input: Record<string, unknown> = {}) => {
  const onprogress = ({ message }: { message?: string | undefined }) =>
    console.log('progress:', message);
  const result = await client.callTool({ name, arguments: input }, { onprogress });
  if (result.isError) throw new Error(JSON.stringify(result.content));
  return result.structuredContent as Record<string, unknown>;
};

const schema = {
  type: 'object',
  properties: { name: { type: 'string' }, moons: { type: 'integer' } },
  required: ['name', 'moons'],
};
const { answer } = await call('get', { prompt: 'Which planet has the most moons?', schema });
console.log('answer:', answer);
// The browser is still open, and is told how the work went when it is closed.
const { status } = await call('close');
console.log('run:', status);
await client.close();
await service.stop();
