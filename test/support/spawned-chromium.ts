import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROWSER_ARGS, browserExecutable } from './chromium.js';

/** A Chromium that runs by itself and speaks the DevTools protocol on a port, as one elsewhere does. */
export interface SpawnedChromium extends AsyncDisposable {
  /** `ws://127.0.0.1:port/devtools/browser/…` */
  readonly url: string;
  /** Resolves when its process has ended. */
  readonly ended: Promise<void>;
}

export async function spawnChromium(...moreArgs: string[]): Promise<SpawnedChromium> {
  const profile = await mkdtemp(join(tmpdir(), 'spawned-chromium-'));
  const child = spawn(
    browserExecutable,
    [
      ...BROWSER_ARGS,
      '--headless',
      '--window-size=1600,900',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      ...moreArgs,
      'about:blank',
    ],
    // The head of a group, so that its helpers can be ended with it.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await listening(child);
  return {
    url,
    ended,
    async [Symbol.asyncDispose]() {
      endGroup(child);
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const url = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (url) resolve(url);
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error(`Chromium ended: ${said.slice(-2_000)}`)));
  });
}

function endGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
