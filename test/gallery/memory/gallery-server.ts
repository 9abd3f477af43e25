import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MemoryPair } from './memory-pair.js';

/** What is done to elements with a `data-id`, in all documents of one page, in order. */
const NOTE_DEEDS = `<script>
{
  const log = (text, instead) => {
    const done = JSON.parse(sessionStorage.getItem('done') ?? '[]');
    if (instead && done.at(-1)?.startsWith(instead)) done.pop();
    sessionStorage.setItem('done', JSON.stringify([...done, text]));
  };
  const idOf = (event) => event.composedPath().find((at) => at.dataset?.id)?.dataset.id;
  addEventListener('click', (event) => {
    const id = idOf(event);
    if (event.isTrusted && event.detail > 0 && !event.composedPath()[0].matches('input:not([type]),input[type=text],input[type=password],textarea,select'))
      log(id ?? 'something else');
  }, true);
  addEventListener('input', (event) => {
    const { type, value } = event.composedPath()[0];
    if (type !== 'checkbox' && type !== 'radio') log(idOf(event) + '=' + value, idOf(event) + '=');
  }, true);
}
</script>`;

export interface MemoryGallery extends AsyncDisposable {
  readonly url: string;
  /** Which of a pair's two states is served from now on. */
  show(pair: MemoryPair, state: 'before' | 'after'): void;
}

/** Serves one state of one pair at `/gallery`. */
export async function startMemoryGallery(): Promise<MemoryGallery> {
  let shown: { pair: MemoryPair; state: 'before' | 'after' } | undefined;
  const server = createServer((request, response) => {
    const [, , part = ''] = (request.url ?? '/').split(/[/?#]/);
    const { pair, state } = shown ?? {};
    const parts = { ...pair?.parts, ...(state === 'after' ? pair?.partsAfter : {}) };
    const whole = state === 'after' ? (pair?.after ?? pair?.before) : pair?.before;
    const html = part === '' ? whole : parts[part];
    if (html === undefined) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const { port } = server.address() as AddressInfo;
    const other = `http://localhost:${port}/gallery`;
    const text = html.replaceAll('SELF', '/gallery').replaceAll('OTHER', other);
    response.end(`<!doctype html>${NOTE_DEEDS}${text}`);
  });
  server.listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/gallery`,
    show(pair, state) {
      shown = { pair, state };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
