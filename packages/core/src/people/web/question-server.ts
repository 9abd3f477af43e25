import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readInputEvents } from './input-event.js';
import { LiveAnswer } from './live-answer.js';
import type { LivePage } from './live-page.js';
import { pageHtml } from './page-html.js';
import type { Question } from './question.js';
import { readBody } from './read-body.js';

/** A question as it is served, with the page to be worked on, if it is a takeover. */
export interface Served {
  readonly question: Question;
  /** Who sees the page. Each gets every picture. */
  readonly viewers: Set<LiveAnswer>;
  readonly live: LivePage | undefined;
}

const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/**
 * Serves questions, each at its own link, while there are any. Opening a link changes nothing, since
 * programs that show previews open links too: the page itself then claims the question, once, for the
 * browser it is in.
 */
export class QuestionServer {
  readonly #questions = new Map<string, Served>();
  readonly #server: Server;
  readonly #listening: Promise<unknown>;

  constructor(host: string, port: number) {
    this.#server = createServer((request, response) => {
      this.#handle(request, response).catch(() => response.destroy());
    });
    // A person may have gone, and nobody is to wait for them.
    this.#server.requestTimeout = 30_000;
    this.#server.listen(port, host);
    this.#listening = once(this.#server, 'listening');
  }

  /** Where it listens. @throws what listening failed with: the port is taken, the host is not this machine's */
  async url(): Promise<string> {
    await this.#listening;
    const { address, family, port } = this.#server.address() as AddressInfo;
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
  }

  add(served: Served): void {
    this.#questions.set(served.question.token, served);
  }

  remove(served: Served): void {
    for (const viewer of served.viewers) viewer.end();
    this.#questions.delete(served.question.token);
  }

  get isIdle(): boolean {
    return this.#questions.size === 0;
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { token, action } = placeOf(request);
    const served = this.#questions.get(token);
    if (request.method === 'GET' && action === undefined) {
      const { html, policy } = pageHtml();
      response.writeHead(served ? 200 : 404, {
        ...HEADERS,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy,
      });
      response.end(html);
      return;
    }
    if (!served) return send(response, 404, { error: 'gone' });
    if (request.method === 'GET' && action === 'events') return watch(served, request, response);
    if (request.method !== 'POST') return send(response, 405, { error: 'method' });
    const body = await readBody(request);
    if (!body) return send(response, 400, { error: 'body' });
    await post(served, action, body.value, request, response);
  }
}

async function post(
  { question, live }: Served,
  action: string | undefined,
  value: unknown,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const shown = cookieOf(request);
  if (action === 'claim') {
    const holder = question.claim(shown);
    if (holder === undefined) return send(response, 410, { error: 'used' });
    const { kind, message, prompt, screenshot, outcome } = question;
    // Without a path it is sent to this question's addresses alone, whatever a proxy puts before them.
    response.setHeader('set-cookie', `${COOKIE}=${holder}; HttpOnly; SameSite=Strict`);
    return send(response, 200, {
      kind,
      message,
      prompt,
      screenshot,
      outcome,
      isLive: live !== undefined,
    });
  }
  if (!question.isHeldBy(shown)) return send(response, 403, { error: 'not yours' });
  if (action === 'answer') {
    const counts = question.answer((value as { answer?: unknown } | null)?.answer);
    return send(response, counts ? 200 : 409, { outcome: question.outcome });
  }
  if (action === 'input') {
    const events = readInputEvents(value);
    if (!events) return send(response, 400, { error: 'events' });
    if (question.outcome !== undefined) return send(response, 409, { outcome: question.outcome });
    await live?.input(events);
    return send(response, 200, {});
  }
  send(response, 404, { error: 'gone' });
}

async function watch(
  { question, viewers, live }: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!question.isHeldBy(cookieOf(request))) return send(response, 403, { error: 'not yours' });
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
  const viewer = new LiveAnswer(response);
  viewers.add(viewer);
  const unlisten = question.onEnd((outcome) => viewer.tell('ended', { outcome }));
  response.once('close', () => {
    unlisten();
    viewers.delete(viewer);
  });
  // A page that stands still sends no second picture.
  if (live?.latest) await viewer.tell('frame', live.latest);
  await live?.start();
}

const ACTIONS = ['claim', 'answer', 'input', 'events'];

/** `/token` or `/token/action`, behind whatever path a proxy leaves before them. */
function placeOf({ url = '' }: IncomingMessage): { token: string; action: string | undefined } {
  const parts = (url.split('?')[0] ?? '').split('/').filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  return ACTIONS.includes(last)
    ? { token: parts.at(-2) ?? '', action: last }
    : { token: last, action: undefined };
}

const COOKIE = 'nova_act_question';

function cookieOf({ headers }: IncomingMessage): string | undefined {
  for (const part of (headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === COOKIE) return value;
  }
  return undefined;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
