// What Amazon Bedrock AgentCore Runtime calls: GET /ping and POST /invocations, on port 8080.
// https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-http-protocol-contract.html
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { shutdownSignal } from '@nova-act/workflow';
import { ZodError } from 'zod';
import { main } from './main.js';

const PORT = Number(process.env['PORT'] ?? 8_080);
const MOST_BYTES = 1_000_000;
const stop = shutdownSignal();
let busy = 0;

const server = createServer((request, response) => {
  if (request.method === 'GET' && request.url === '/ping') {
    return answer(response, 200, { status: busy > 0 ? 'HealthyBusy' : 'Healthy' });
  }
  if (request.method === 'POST' && request.url === '/invocations') {
    return void invoke(request, response);
  }
  answer(response, 404, { error: 'There are GET /ping and POST /invocations' });
});

async function invoke(request: IncomingMessage, response: ServerResponse): Promise<void> {
  busy += 1;
  // Whoever does not wait for the answer any more has the run ended, too.
  const gone = new AbortController();
  response.on('close', () => gone.abort(new Error('The caller has gone')));
  try {
    const payload = await read(request);
    answer(response, 200, await main(payload, AbortSignal.any([stop, gone.signal])));
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const isTheirs = error instanceof ZodError || error instanceof SyntaxError;
    console.error(`${name}: ${message}`);
    answer(response, isTheirs ? 400 : 500, { error: message });
  } finally {
    busy -= 1;
  }
}

async function read(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) {
    text += part;
    if (text.length > MOST_BYTES) throw new SyntaxError('The payload is too large');
  }
  return JSON.parse(text);
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

server.listen(PORT, '0.0.0.0', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
stop.addEventListener('abort', () => server.close());
