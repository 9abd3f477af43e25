import type { IncomingMessage, ServerResponse } from 'node:http';

type Route = (query: URLSearchParams, response: ServerResponse, request: IncomingMessage) => void;

/** What is said when: `[[900, "text"], …]`, in ms from the beginning. */
export type Script = [afterMs: number, text: string][];

/** Says a script, and calls `end` after its last line; gives back what stops it. */
export function say(script: Script, tell: (text: string) => void, end?: () => void): () => void {
  const timers = script.map(([afterMs, text], at) =>
    setTimeout(() => {
      tell(text);
      if (at === script.length - 1) end?.();
    }, afterMs),
  );
  return () => {
    for (const timer of timers) clearTimeout(timer);
  };
}

const scriptOf = (query: URLSearchParams) => JSON.parse(query.get('say') ?? '[]') as Script;
const eventStream = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
const channels = new Map<string, Set<(text: string) => void>>();

/** A number may stand for itself, so that ticks differ: `price #` becomes `price 17`. */
export const ticking = (text: string) => {
  let count = 0;
  return () => {
    count += 1;
    return text.replaceAll('#', `${count}`);
  };
};

export const liveRoutes: Record<string, Route> = {
  /** `/stream?say=…`: as events, or as plain pieces of a body with `plain`. `hold`: never ends. */
  '/stream': (query, response) => {
    const isPlain = query.has('plain');
    response.writeHead(200, isPlain ? { 'content-type': 'text/plain' } : eventStream);
    response.flushHeaders();
    const tell = (text: string) => void response.write(isPlain ? text : `data: ${text}\n\n`);
    const end = query.has('hold') ? undefined : () => response.end();
    const stop = say(scriptOf(query), tell, end);
    response.on('close', stop);
  },
  /** `/channel?id=a&tick=1000&text=price%20%23`: an event stream that others can speak on. */
  '/channel': (query, response) => {
    response.writeHead(200, eventStream).flushHeaders();
    const tell = (text: string) => void response.write(`data: ${text}\n\n`);
    leave(query, response, tell);
    const tickMs = Number(query.get('tick'));
    if (tickMs === 0) return;
    const next = ticking(query.get('text') ?? 'tick');
    const timer = setInterval(() => tell(next()), tickMs);
    response.on('close', () => clearInterval(timer));
  },
  /** `/poll?id=a`: a request that is held until somebody speaks on the channel. */
  '/poll': (query, response) => {
    leave(query, response, (text) => response.end(text));
  },
  /** `/tell?id=a&ms=50&say=…`: acknowledges after `ms`, and says the script on the channel. */
  '/tell': (query, response) => {
    setTimeout(
      () => {
        response.writeHead(Number(query.get('status') ?? 200)).end(query.get('body') ?? 'ok');
        say(scriptOf(query), (text) => {
          for (const tell of [...(channels.get(query.get('id') ?? '') ?? [])]) tell(text);
        });
      },
      Number(query.get('ms') ?? 0),
    );
  },
};

function leave(query: URLSearchParams, response: ServerResponse, tell: (text: string) => void) {
  const id = query.get('id') ?? '';
  const channel = channels.get(id) ?? new Set();
  channels.set(id, channel);
  channel.add(tell);
  response.on('close', () => channel.delete(tell));
}
