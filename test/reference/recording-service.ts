import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalService, type ScriptedProgram, scriptedModel } from '@nova-act/local';

export interface Recorded {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

export const CREDENTIALS = {
  accessKeyId: 'AKIDRECORDEDRECORDED',
  secretAccessKey: 'recorded/secret/recorded/secret/recorded',
};

/** The service on a port of the loopback interface, with every request kept as it came. */
export async function startRecordingService(programs: readonly ScriptedProgram[]) {
  const service = createLocalService({
    model: scriptedModel(programs),
    credentials: CREDENTIALS,
    workflowDefinitions: ['reference'],
  });
  const recorded: Recorded[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const text = await textOf(incoming);
    const headers = incoming.headers as Record<string, string>;
    const url = `http://${headers.host}${incoming.url}`;
    recorded.push({
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    });
    const { connection: _hop, 'transfer-encoding': _chunked, ...passed } = headers;
    const answer = await service.fetch(
      new Request(url, {
        method: incoming.method ?? 'GET',
        headers: passed,
        ...(text === '' ? {} : { body: text }),
      }),
    );
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** What came since this was last called. */
    take: () => recorded.splice(0),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
