import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { launchOptions, windowedBrowserExecutable } from '../../../test/support/chromium.js';

export interface BrowserProcess {
  cdpUrl: string;
  close(): Promise<void>;
}

/** A Chromium that listens for DevTools on a free port of the loopback interface. */
export async function startBrowserProcess(windowSize = '1600,987'): Promise<BrowserProcess> {
  const profile = await mkdtemp(join(tmpdir(), 'bench-profile-'));
  const child = spawn(
    windowedBrowserExecutable,
    [
      ...(launchOptions.args ?? []),
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `--window-size=${windowSize}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exited = once(child, 'exit');
  const cdpUrl = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = line.match(/^DevTools listening on ws:\/\/([^/]+)\//)?.[1];
      if (found) resolve(`http://${found}`);
    });
    child.on('exit', () => reject(new Error('The browser ended before it listened.')));
  });
  return {
    cdpUrl,
    async close() {
      child.kill();
      await exited;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
