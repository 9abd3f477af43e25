import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { checkState } from './check-state.js';
import { exchange } from './exchange.js';
import { maxBodyBytes, type Onslaught, type StrangeConnection } from './onslaught.js';
import { type Ids, victimDefinition } from './targets.js';
import { clientOf, hasRoom, live, maxUnauthenticatedBytes, openAct } from './use-service.js';
import { isSound, isStranger, writeRequest } from './write-request.js';

type Tally = (what: string, times?: number) => void;

/** Everything at once against a service of its own, and then whether it is what it was. */
export async function runOnslaught(it: Onslaught, tally: Tally): Promise<string[]> {
  const findings: string[] = [];
  const dataDirectory = it.kept ? await mkdtemp(join(tmpdir(), 'nova-act-onslaught-')) : undefined;
  const start = () =>
    startLocalService({
      model: scriptedModel(() => [['agentClick', '<box>1,1,2,2</box>'], 'takeObservation']),
      maxBodyBytes,
      maxRequests: 1_000,
      // Far below what the frame takes for a hang.
      limits: { maxUnauthenticatedBytes, headersTimeoutMs: 5_000, requestTimeoutMs: 10_000 },
      ...(dataDirectory === undefined ? {} : { dataDirectory }),
      onInternalError: (error) =>
        findings.push(
          `failed itself: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        ),
    });
  try {
    const service = await start();
    try {
      findings.push(...(await attack(service, it, tally)));
      const seen = plain(service);
      await service.stop();
      if (dataDirectory !== undefined) {
        const again = await start();
        if (!isDeepStrictEqual(plain(again), seen)) findings.push('a restart changed the records');
        await again.stop();
        tally('restarts');
      }
    } finally {
      await service.stop();
    }
  } finally {
    if (dataDirectory !== undefined) await rm(dataDirectory, { recursive: true });
  }
  return findings;
}

async function attack(
  service: RunningLocalService,
  it: Onslaught,
  tally: Tally,
): Promise<string[]> {
  const victims = {
    aws: await victim(service, 'aws'),
    'api-key': await victim(service, 'api-key'),
  };
  const connections = it.connections.map((connection) => talk(service, connection, victims, tally));
  const [mine, ...noises] = await Promise.all([
    Promise.all([live(service, 'aws'), live(service, 'api-key')]),
    ...connections,
  ]);
  const room =
    it.probed && !(await hasRoom(service)) ? ['room that was taken is not free again'] : [];
  tally('clients that did all right', mine.length);
  return [...noises.flat(), ...room, ...checkState(service, mine)];
}

async function victim(service: RunningLocalService, surface: 'aws' | 'api-key'): Promise<Ids> {
  const client = clientOf(service, surface);
  try {
    return await openAct(client, surface === 'aws' ? victimDefinition : 'default');
  } finally {
    client.close();
  }
}

async function talk(
  service: RunningLocalService,
  connection: StrangeConnection,
  victims: Record<'aws' | 'api-key', Ids>,
  tally: Tally,
): Promise<string[]> {
  const { requests, cut } = connection;
  const bytes = await Promise.all(
    requests.map((request) => writeRequest(request, service, victims)),
  );
  const sound = cut === 1 && requests.every(isSound);
  const answers = sound ? requests.length : undefined;
  const { statuses, text } = await exchange(service.url, Buffer.concat(bytes), connection, answers);
  tally('requests', requests.length);
  if (cut < 1) tally('connections that the client broke off');
  for (const status of statuses) tally(`answers ${Math.floor(status / 100)}xx`);
  const findings: string[] = [];
  if (statuses.some((status) => status >= 500)) findings.push(`was told ${shown(text)}`);
  if (sound && statuses.length < requests.length)
    findings.push(`${requests.length} sound requests, ${statuses.length} answers: ${shown(text)}`);
  if (requests.every(isStranger) && statuses.some((status) => status < 300))
    findings.push(`a stranger was let in: ${shown(text)}`);
  return findings;
}

/** What of its records could be read from a file. */
const plain = (service: RunningLocalService): unknown => JSON.parse(JSON.stringify(service.runs()));

const shown = (text: string) => JSON.stringify(text.slice(0, 2_000));
