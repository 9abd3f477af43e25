// A RemoteBrowser of your own: whatever starts browsers somewhere (Browserbase, Browserless, a grid, a
// container), as an object with `open`, which gives the address and the end of one. Here it is a Chromium in a
// process of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { NovaAct, type RemoteBrowser } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { withWorkflow } from '@nova-act/workflow';
import { chromium } from 'playwright';

// The service and practice pages on this machine; with --aws the program uses AWS and your credentials.
const service = await startLocalService();
if (!process.argv.includes('--aws')) Object.assign(process.env, service.iamEnv);

const browser: RemoteBrowser = {
  name: 'Chromium next door',
  // Of a cloud this would be: POST /sessions, give its connectUrl, and DELETE it in `end`.
  async open({ viewport, signal }) {
    const profile = await mkdtemp(join(tmpdir(), 'nova-act-next-door-'));
    const program = process.env['NOVA_ACT_BROWSER_EXECUTABLE'] ?? chromium.executablePath();
    const args = ['--headless', '--no-sandbox', '--remote-debugging-port=0'];
    const size = `--window-size=${viewport.width},${viewport.height}`;
    const child = spawn(program, [...args, size, `--user-data-dir=${profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const closed = once(child, 'close');
    const end = async () => {
      child.kill();
      await closed;
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      console.log('ended');
    };
    for await (const line of createInterface({ input: child.stderr, signal })) {
      const endpointUrl = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (endpointUrl === undefined) continue;
      child.stderr.resume();
      return { endpointUrl, end };
    }
    await end();
    throw new Error('The browser did not start');
  },
};

const describePlanet = withWorkflow(
  { workflowDefinitionName: 'planets', modelId: 'nova-act-latest' },
  (planet: string) =>
    NovaAct.use({ browser, startingPage: `${service.gymUrl}/planets` }, async (nova) => {
      await nova.act(`Click the link ${planet}`);
      return nova.page.title();
    }),
);

console.log(await describePlanet('Mars'));
await service.stop();
