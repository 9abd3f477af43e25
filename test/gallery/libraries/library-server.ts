import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { answerHtmx } from './pages/htmx-server.js';
import { answerTurbo } from './pages/turbo-server.js';

export interface LibraryServer extends AsyncDisposable {
  urlOf(library: string): string;
}

/** What a library's own server part answers; false for what is not its. */
export type Answer = (path: string, search: URLSearchParams, response: ServerResponse) => boolean;

const servers: Readonly<Record<string, Answer>> = { htmx: answerHtmx, turbo: answerTurbo };

/** Serves each library's page on 127.0.0.1, its script built from the packages when it is first asked for. */
export async function startLibraryServer(): Promise<LibraryServer> {
  const bundles = new Map<string, Promise<string>>();
  const bundle = (name: string) => {
    const made = bundles.get(name) ?? bundled(name);
    bundles.set(name, made);
    return made;
  };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://page');
    const [, library = '', ...rest] = pathname.split('/');
    const path = rest.join('/');
    if (path === 'bundle.js') {
      response.setHeader('content-type', 'text/javascript');
      response.end(await bundle(library));
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (servers[library]?.(path, searchParams, response)) return;
    if (path !== '') response.writeHead(404).end();
    else response.end(shell(library, '<div id="root"></div>'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (library) => `http://127.0.0.1:${port}/${library}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const shell = (library: string, body: string) =>
  `<!doctype html><meta charset="utf-8"><title>${library}</title>
   <style>body { font: 14px sans-serif } #root > div { margin-bottom: 8px }</style>
   ${body}<script src="/${library}/bundle.js"></script>`;

async function bundled(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL(`./bundles/${name}.jsx`, import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    platform: 'browser',
    loader: { '.css': 'text', '.png': 'dataurl' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
