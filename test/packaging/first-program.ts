import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { selfSigned } from '../../packages/core/test/support/self-signed.js';
import { ROOT } from '../architecture/source-files.js';
import { codeBlocks } from '../readme/code-blocks.js';
import { run } from './run.js';

const LIMIT_MS = 90_000;

/** The first program of README.md and the lines that install what it needs, as they are printed. */
export function firstProgram(): { install: string[]; program: string; page: URL } {
  const blocks = codeBlocks('README.md');
  const install =
    blocks
      .find(({ language, code }) => language === 'sh' && code.startsWith('npm init'))
      ?.code.trim()
      .split('\n') ?? [];
  const program = blocks.find(({ language }) => language === 'ts')?.code ?? '';
  const page = /https:\/\/[^'"]+/.exec(program)?.[0] ?? '';
  return { install, program, page: new URL(page) };
}

/** What stands where the program's page is, seen from the browser: practice pages over TLS. */
export async function servePage(page: URL, gymUrl: string) {
  const [, path = ''] = page.pathname.split('/gym');
  const server: Server = createServer(selfSigned, async (request, response) => {
    const inGym = (request.url ?? '').replace(page.pathname.replace(path, ''), '');
    const answer = await fetch(gymUrl + inGym, { redirect: 'manual' });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const browserArgs = [
    `--host-resolver-rules=MAP ${page.hostname}:443 127.0.0.1:${port}`,
    '--ignore-certificate-errors',
    '--no-sandbox',
  ];
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { browserArgs, stop };
}

/** Another version of Node, from npm; kept for the next time. */
export async function nodeOf(version: string): Promise<string> {
  const folder = join(ROOT, '.cache/nodes', version);
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const binary = join(folder, 'node_modules', name, 'bin', 'node');
  if (!existsSync(binary)) {
    const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--no-save', '--ignore-scripts'];
    await run('npm', ['install', ...quiet, '--prefix', folder, `${name}@${version}`], ROOT);
  }
  return binary;
}

/** Runs a program in `cwd` with this environment alone, and gives what it printed and how it ended. */
export function runAlone(command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv) {
  const alone = { PATH: `${dirname(command)}:${process.env.PATH}`, HOME: cwd, ...env };
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(command, args, { cwd, env: alone, timeout: LIMIT_MS }, (error, stdout, stderr) =>
      resolve({ code: error ? (error.code ?? error.signal) : 0, stdout, stderr }),
    );
  });
}
