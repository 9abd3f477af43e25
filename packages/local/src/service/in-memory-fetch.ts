import type { Answer, RawRequest } from '../surface/answer.js';

/**
 * Answers a fetch without a network; faults that break a connection look as Node's `fetch` shows them.
 * `signal` is the client's own: that of a `Request` made with it is forgotten, in Node 20, when garbage is
 * collected.
 */
export async function fetchInMemory(
  request: Request,
  handle: (raw: RawRequest) => Promise<Answer>,
  signal: AbortSignal = request.signal,
): Promise<Response> {
  signal.throwIfAborted();
  const answer = await untilAborted(handle(await toRaw(request, signal)), signal);
  switch (answer.delivery) {
    case 'whole':
      return new Response(answer.body, { status: answer.status, headers: answer.headers });
    case 'silent':
      return untilAborted(new Promise<never>(() => undefined), signal);
    case 'reset':
      throw broken('fetch failed');
    case 'truncate':
      return new Response(half(answer.body), { status: answer.status, headers: answer.headers });
  }
}

async function toRaw(request: Request, signal: AbortSignal): Promise<RawRequest> {
  const url = new URL(request.url);
  const headers: Record<string, string> = { host: url.host };
  for (const [name, value] of request.headers) headers[name] = value;
  return {
    method: request.method,
    path: url.pathname,
    query: url.search.slice(1),
    headers,
    body: Buffer.from(await request.arrayBuffer()),
    signal,
  };
}

/** Settles as `promise` does, or rejects with the signal's reason, whichever is first. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function half(body: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(body);
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) return controller.error(broken('terminated'));
      sent = true;
      controller.enqueue(bytes.subarray(0, Math.ceil(bytes.length / 2)));
    },
  });
}

function broken(message: string): TypeError {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  return new TypeError(message, { cause });
}
