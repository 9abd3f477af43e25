import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};

export interface FolderServer extends AsyncDisposable {
  readonly url: string;
}

/** Serves the files of a folder, and nothing beside it, on the loopback interface. */
export async function serveFolder(folder: string): Promise<FolderServer> {
  const server = createServer(async (request, response) => {
    const path = fileIn(folder, request.url ?? '/');
    try {
      if (path === undefined) throw new Error('outside of the folder');
      const content = await readFile(path);
      const type = types[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The file that an address names; nothing where that lies outside of the folder. */
export function fileIn(folder: string, address: string): string | undefined {
  let path: string;
  try {
    path = normalize(join(folder, decodeURIComponent(address.split(/[?#]/)[0] ?? '')));
  } catch {
    return undefined; // Not well encoded.
  }
  return path.startsWith(folder + sep) && !path.includes('\0') ? path : undefined;
}
