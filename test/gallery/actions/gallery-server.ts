import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { ActionPage } from './action-page.js';

export interface ActionGallery extends AsyncDisposable {
  urlOf(page: ActionPage): string;
}

/** Serves the pages on 127.0.0.1, and their frames on `localhost` too, which is another site. */
export async function startActionGallery(pages: readonly ActionPage[]): Promise<ActionGallery> {
  const bundles = new Map<string, Promise<string>>();
  const bundle = (name: string) => {
    const made = bundles.get(name) ?? bundled(name);
    bundles.set(name, made);
    return made;
  };
  const server = createServer(async (request, response) => {
    const [, number = '', part = ''] = (request.url ?? '/').split(/[/?#]/);
    const page = pages[Number(number)];
    const port = (server.address() as AddressInfo).port;
    if (part === 'file') {
      response.writeHead(200, { 'content-disposition': 'attachment; filename="report.txt"' });
      response.end('text');
      return;
    }
    if (part === 'slow' || part === 'late') {
      // Nothing but time: an answer that is asked for, and one that takes longer than most.
      await new Promise((resolve) => setTimeout(resolve, part === 'slow' ? 300 : 2_500));
    }
    if (!page) {
      response.writeHead(404).end();
      return;
    }
    if (part === 'bundle.js') {
      response.setHeader('content-type', 'text/javascript');
      response.end(await bundle(page.bundle ?? ''));
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const html =
      part === 'frame' ? (page.frame ?? '') : part === '' ? page.html : `<h1>${part}</h1>`;
    const text = html
      .replaceAll('SELF', `/${number}`)
      .replaceAll('SAME', `/${number}/frame`)
      .replaceAll('OTHER', `http://localhost:${port}/${number}/frame`)
      .replaceAll('BUNDLE', `<script src="/${number}/bundle.js"></script>`);
    response.end(`<!doctype html><meta charset="utf-8">${text}`);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (page) => `http://127.0.0.1:${port}/${pages.indexOf(page)}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bundled(name: string): Promise<string> {
  const entry = new URL(`./bundles/${name}.ts`, import.meta.url).pathname;
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  });
  return outputFiles[0]?.text ?? '';
}
