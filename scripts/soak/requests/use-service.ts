import { Agent, request } from 'node:http';
import type { RunningLocalService } from '@nova-act/local';
import { signerOf } from '../../../packages/local/test/clients.js';
import { maxBodyBytes } from './onslaught.js';
import type { Ids } from './targets.js';

export interface Client {
  send(method: string, path: string, body: object): Promise<{ status: number; text: string }>;
  /** Sends all but the last byte; the function given back sends that, and gives the answer. */
  begin(
    method: string,
    path: string,
    body: object,
  ): Promise<() => Promise<{ status: number; text: string }>>;
  close(): void;
}

/** A client that does everything right, on one surface, over connections of its own. */
export function clientOf(service: RunningLocalService, surface: 'aws' | 'api-key'): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const key = { authorization: `Bearer ${service.apiKey}`, 'x-api-key': service.apiKey };
  const signer = signerOf(service);
  return {
    async send(...args) {
      return (await this.begin(...args))();
    },
    async begin(method, path, given) {
      const body = JSON.stringify(given);
      const url = `${surface === 'aws' ? service.url : service.apiKeyUrl}${path}`;
      const auth =
        surface === 'api-key'
          ? key
          : Object.fromEntries((await signer.sign(url, { method, body })).headers);
      const headers = { ...auth, 'content-length': Buffer.byteLength(body) };
      const sent = request(url, { agent, method, headers });
      const answer = new Promise<{ status: number; text: string }>((resolve, reject) => {
        sent.on('error', reject);
        sent.on('response', (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk) => {
            text += chunk;
          });
          response.on('error', reject);
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        });
      });
      await new Promise((resolve) => sent.write(body.slice(0, -1), resolve));
      return () => {
        sent.end(body.slice(-1));
        return answer;
      };
    },
    close: () => agent.destroy(),
  };
}

const clientInfo = { compatibilityVersion: 1, sdkVersion: '1.0.0' };
const observation = JSON.stringify({
  activeURL: 'https://example.com/',
  browserDimensions: {
    windowWidth: 1600,
    windowHeight: 813,
    scrollWidth: 1600,
    scrollHeight: 813,
    scrollLeft: 0,
    scrollTop: 0,
  },
  screenshotBase64: `data:image/png;base64,${'A'.repeat(6_000)}`,
  simplifiedDOM: '',
  idToBboxMap: {},
});
export const stepsOfALife = 3;

/** A run with an act in it, left as it is. */
export async function openAct(client: Client, definition: string): Promise<Ids & { path: string }> {
  const make = async (path: string, body: object, member: string): Promise<string> => {
    const { status, text } = await client.send('PUT', path, body);
    if (status !== 201) throw new Error(`PUT ${path}: ${status} ${text}`);
    return String((JSON.parse(text) as Record<string, unknown>)[member]);
  };
  const runs = `/workflow-definitions/${definition}/workflow-runs`;
  const run = await make(runs, { modelId: 'nova-act-latest', clientInfo }, 'workflowRunId');
  const session = await make(`${runs}/${run}/sessions`, {}, 'sessionId');
  const acts = `${runs}/${run}/sessions/${session}/acts`;
  const act = await make(acts, { task: 'Click it' }, 'actId');
  return { run, session, act, path: `${acts}/${act}` };
}

/** A run from its creation to its end; gives its id. Throws what was not answered as it should be. */
export async function live(
  service: RunningLocalService,
  surface: 'aws' | 'api-key',
): Promise<string> {
  const client = clientOf(service, surface);
  const want = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const { status, text } = await client.send('PUT', path, body);
    if (status !== 200) throw new Error(`PUT ${path}: ${status} ${text}`);
    return JSON.parse(text || '{}') as Record<string, unknown>;
  };
  try {
    const { run, path } = await openAct(client, surface === 'aws' ? 'mine' : 'default');
    let last: Record<string, unknown> | undefined;
    for (let step = 0; step < stepsOfALife; step += 1) {
      const ids = last
        ? (last['calls'] as { callId: string }[]).map(({ callId }) => callId)
        : ['initiateAct', 'takeObservation'];
      const callResults = ids.map((callId, at) => ({
        callId,
        content: [{ text: at === ids.length - 1 ? observation : '{}' }],
      }));
      const body = { callResults, ...(last ? { previousStepId: last['stepId'] } : {}) };
      last = await want(`${path}/invoke-step${surface === 'aws' ? '/' : ''}`, body);
    }
    await want(path, { status: 'SUCCEEDED' });
    await want(path.replace(/\/sessions\/.*/, ''), { status: 'SUCCEEDED' });
    return run;
  } finally {
    client.close();
  }
}

/** What a service holds at most of bodies that nobody has answered for yet. */
export const maxUnauthenticatedBytes = 400_000;

/** Whether all of that room is free: as many bodies as it is for are taken at a time. */
export async function hasRoom(service: RunningLocalService): Promise<boolean> {
  const client = clientOf(service, 'aws');
  const body = { padding: 'x'.repeat(maxBodyBytes - 100) };
  const bodies = Math.floor(maxUnauthenticatedBytes / maxBodyBytes);
  try {
    for (let tries = 0; tries < 100; tries += 1) {
      const begin = () => client.begin('POST', '/workflow-definitions', body);
      const begun = await Promise.all(Array.from({ length: bodies }, begin));
      // What was sent before has been read when these are answered, so that all are held at a time.
      for (let later = 0; later < 2; later += 1)
        await client.send('POST', '/workflow-definitions', {});
      const answers = await Promise.all(begun.map((finish) => finish()));
      // What strangers had is given back when the service has noticed that they are gone.
      if (answers.every(({ status }) => status === 200)) return true;
    }
    return false;
  } finally {
    client.close();
  }
}
