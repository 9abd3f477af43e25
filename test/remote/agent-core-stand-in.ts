import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { DevtoolsGate } from '../support/devtools-gate.js';
import { type SpawnedChromium, spawnChromium } from '../support/spawned-chromium.js';
import { type Keys, wrongInHeader, wrongInLink } from './verify-sigv4.js';

/** A session that was started, with a Chromium of its own once it is connected to. */
export interface StandInSession {
  readonly id: string;
  /** The body of `StartBrowserSession`, but for its token. */
  readonly request: Record<string, unknown>;
  browser?: Promise<SpawnedChromium>;
  state: 'READY' | 'TERMINATED';
  profileSaved?: string;
}

/** Says whether a request is answered otherwise: with a status and an error, or not at all. */
export type Trouble = (
  operation: string,
  nth: number,
) => { status: number; type: string } | 'cut' | undefined;

interface StandInOptions {
  readonly keys: Keys;
  readonly region: string;
  readonly trouble?: Trouble;
  /** What makes a server of the listener; default plain http. */
  readonly serverOf?: (
    listener: (request: IncomingMessage, response: ServerResponse) => void,
  ) => Server;
}

const OPERATIONS: [string, RegExp][] = [
  ['StartBrowserSession', /^\/browsers\/([^/]+)\/sessions\/start$/],
  ['StopBrowserSession', /^\/browsers\/([^/]+)\/sessions\/stop$/],
  ['SaveBrowserSessionProfile', /^\/browser-profiles\/([^/]+)\/save$/],
];
const STREAM = /^\/browser-streams\/([^/]+)\/sessions\/([^/]+)\/(automation|live-view)$/;

/**
 * Stands in for the data plane of AgentCore: it takes what AWS's model of bedrock-agentcore describes,
 * computes every signature anew, and lets WebSockets through to a real Chromium for each session.
 */
export class AgentCoreStandIn implements AsyncDisposable {
  readonly sessions: StandInSession[] = [];
  /** `Operation`, or `Operation: what was wrong`. */
  readonly log: string[] = [];
  readonly gate = new DevtoolsGate();
  readonly #options: StandInOptions;
  readonly #tokens = new Map<string, StandInSession>();
  readonly #counts = new Map<string, number>();
  readonly #server: Server;

  private constructor(options: StandInOptions) {
    this.#options = options;
    const listener = (request: IncomingMessage, response: ServerResponse) =>
      void this.#answer(request, response);
    this.#server = (options.serverOf ?? createServer)(listener);
    this.#server.on(
      'upgrade',
      (request: IncomingMessage, client: Duplex, head: Buffer) =>
        void this.#upgrade(request, client, head),
    );
  }

  static async start(options: StandInOptions): Promise<AgentCoreStandIn> {
    const standIn = new AgentCoreStandIn(options);
    standIn.#server.listen(0, '127.0.0.1');
    await once(standIn.#server, 'listening');
    return standIn;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get states(): string[] {
    return this.sessions.map(({ state }) => state);
  }

  /** What is wrong with a link to a live view. */
  wrongIn(link: string): string | undefined {
    const { pathname } = new URL(link);
    if (STREAM.exec(pathname)?.[3] !== 'live-view') return 'no live view';
    return wrongInLink(link, this.#options.keys, this.#scope());
  }

  async [Symbol.asyncDispose]() {
    this.gate.cut();
    this.#server.closeAllConnections();
    this.#server.close();
    for (const { browser } of this.sessions) await (await browser)?.[Symbol.asyncDispose]();
  }

  #scope() {
    return { region: this.#options.region, service: 'bedrock-agentcore', nowMs: Date.now() };
  }

  #wrongIn(request: IncomingMessage, body: string): string | undefined {
    const { method = '', url = '' } = request;
    const headers = request.headers as Record<string, string | undefined>;
    return wrongInHeader({ method, target: url, headers, body }, this.#options.keys, this.#scope());
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const say = (status: number, answer: object, type?: string) => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'x-amzn-requestid': 'stand-in',
        ...(type ? { 'x-amzn-errortype': type } : {}),
      });
      response.end(JSON.stringify(answer));
    };
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://host');
    const [operation = '', pattern] = OPERATIONS.find(([, path]) => path.test(pathname)) ?? [];
    const [, id = ''] = pattern?.exec(pathname) ?? [];
    const wrong =
      request.method === 'PUT' && pattern ? this.#wrongIn(request, body) : 'no operation';
    this.log.push(wrong ? `${operation}: ${wrong}` : operation);
    if (wrong) return say(403, { message: wrong }, 'InvalidSignatureException');
    const nth = (this.#counts.get(operation) ?? 0) + 1;
    this.#counts.set(operation, nth);
    const trouble = this.#options.trouble?.(operation, nth);
    if (trouble === 'cut' && operation !== 'StartBrowserSession')
      return void request.socket.destroy();
    if (typeof trouble === 'object') {
      return say(trouble.status, { message: 'The stand-in says no' }, trouble.type);
    }
    const input = JSON.parse(body || '{}') as Record<string, unknown>;
    if (operation === 'StartBrowserSession') {
      const session = this.#started(input);
      // What was begun goes on, though nobody hears of it.
      if (trouble === 'cut') return void request.socket.destroy();
      return say(200, this.#described(decodeURIComponent(id), session));
    }
    const sessionId = searchParams.get('sessionId') ?? String(input['sessionId']);
    const session = this.sessions.find((one) => one.id === sessionId && one.state === 'READY');
    if (!session) return say(404, { message: 'no such session' }, 'ResourceNotFoundException');
    if (operation === 'SaveBrowserSessionProfile') session.profileSaved = id;
    else await this.#stop(session);
    say(200, { browserIdentifier: decodeURIComponent(id), sessionId, lastUpdatedAt: new Date() });
  }

  /** The same token is the same session. */
  #started({ clientToken, ...request }: Record<string, unknown>): StandInSession {
    const known = this.#tokens.get(String(clientToken));
    if (known) return known;
    const id = randomBytes(13).toString('hex').toUpperCase();
    const session: StandInSession = { id, request, state: 'READY' };
    this.sessions.push(session);
    this.#tokens.set(String(clientToken), session);
    return session;
  }

  #described(browserIdentifier: string, { id }: StandInSession): object {
    const stream = `${this.url}/browser-streams/${browserIdentifier}/sessions/${id}`;
    return {
      browserIdentifier,
      sessionId: id,
      createdAt: new Date().toISOString(),
      streams: {
        automationStream: { streamEndpoint: `${stream}/automation`, streamStatus: 'ENABLED' },
        liveViewStream: { streamEndpoint: `${stream}/live-view` },
      },
    };
  }

  async #stop(session: StandInSession): Promise<void> {
    session.state = 'TERMINATED';
    await (await session.browser)?.[Symbol.asyncDispose]();
  }

  async #upgrade(request: IncomingMessage, client: Duplex, head: Buffer): Promise<void> {
    const { pathname } = new URL(request.url ?? '', 'http://host');
    const [, , sessionId, kind] = STREAM.exec(pathname) ?? [];
    const wrong = kind === 'automation' ? this.#wrongIn(request, '') : 'no stream';
    this.log.push(wrong ? `connect: ${wrong}` : 'connect');
    const session = this.sessions.find(({ id, state }) => id === sessionId && state === 'READY');
    const nth = (this.#counts.get('connect') ?? 0) + 1;
    this.#counts.set('connect', nth);
    if (wrong || !session || this.#options.trouble?.('connect', nth)) {
      this.gate.refuse(client, session ? 403 : 404);
      return;
    }
    const { width = 1456, height = 819 } = (session.request['viewPort'] ?? {}) as Record<
      string,
      number
    >;
    session.browser ??= spawnChromium(`--window-size=${width},${height}`);
    const { url } = await session.browser;
    this.gate.join(request, client, head, url);
  }
}
