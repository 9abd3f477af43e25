import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActAgentFailedError, NovaAct } from '@nova-act/core';
import {
  type LocalServiceOptions,
  type RunningLocalService,
  startLocalService,
} from '@nova-act/local';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseArguments } from '../../packages/local/src/cli/parse-arguments.js';
import { chromium } from '../support/chromium.js';

/** The same shop twice: as it was, and after its makers have moved everything and put a notice on top. */
const style = 'body{font:16px sans-serif;margin:20px}label,button{display:inline-block;margin:6px}';
const script = `const log=(text)=>{document.querySelector('output').value+=text+';'};
  for(const b of document.querySelectorAll('button[data-item]'))b.onclick=()=>log('bought '+b.dataset.item);
  document.forms[0].onsubmit=(e)=>{e.preventDefault();const f=new FormData(e.target);log('sent '+f.get('who')+' '+f.get('secret'))}`;
const row = (item: string, price: string) =>
  `<tr><td>${item}</td><td>${price}</td><td><button data-item="${item}">Buy</button></td></tr>`;
const form = `<form><label for="who">Name</label><input id="who" name="who">
  <label for="secret">Password</label><input id="secret" name="secret" type="password"><button>Sign in</button></form>`;
const pages: Record<string, string> = {
  '/before': `<table>${row('Desk lamp', '£20')}${row('Floor lamp', '£45')}</table>${form}`,
  '/after': `<h1>Sale!</h1><p>Everything has moved.</p><div style="margin-left:500px">${form}</div>
    <div style="height:1500px"></div><table>${row('Wall lamp', '£12')}${row('Floor lamp', '£45')}${row('Desk lamp', '£20')}</table>`,
  '/closed': `<p>We have closed.</p>${form}<a href="/">Buy elsewhere</a>`,
};

let site: Server;
let origin = '';
const directory = mkdtempSync(join(tmpdir(), 'cassette-'));
beforeAll(async () => {
  site = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const body = pages[new URL(request.url ?? '/', 'http://a').pathname] ?? '';
    response.end(
      `<!doctype html><title>Lamps</title><style>${style}</style>${body}<output></output><script>${script}</script>`,
    );
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(() => {
  site.closeAllConnections();
  site.close();
  rmSync(directory, { recursive: true });
  vi.unstubAllEnvs();
});

const login = (password: string) =>
  `Type "ann" into Name, type "${password}" into Password and click Sign in`;
const buy = 'Click the "Buy" button next to Desk lamp';

/** Acts on a page against a local service, and gives what the page says happened. */
async function act(
  path: string,
  prompts: string[],
  options: LocalServiceOptions,
  then: (service: RunningLocalService) => Promise<void> = async () => undefined,
): Promise<string> {
  await using service = await startLocalService(options);
  vi.stubEnv('NOVA_ACT_ENDPOINT_URL', service.apiKeyUrl);
  await using nova = await NovaAct.start({
    ...chromium(),
    apiKey: service.apiKey,
    captureDom: true,
    startingPage: `${origin}${path}`,
  });
  for (const prompt of prompts) await nova.act(prompt);
  await then(service);
  return (await nova.page.locator('output').textContent()) ?? '';
}

describe('a run recorded with the rules model', () => {
  it('is replayed on a page that has moved, with the password of its own task', async () => {
    expect(await act('/before', [login('hunter-2-hunter'), buy], { record: directory })).toBe(
      'sent ann hunter-2-hunter;bought Desk lamp;',
    );
    const cassette = readdirSync(directory).map((file) =>
      readFileSync(join(directory, file), 'utf8'),
    );
    expect(cassette.join('')).not.toContain('hunter-2');
    expect(await act('/after', [login('another one'), buy], { replay: directory })).toBe(
      'sent ann another one;bought Desk lamp;',
    );
  });

  it('says what it does not find where the target is gone', async () => {
    await expect(act('/closed', [buy], { replay: directory })).rejects.toThrow(
      /points at the button “Buy” beside “Desk lamp £20 Buy”.*which is not on this page .*The nearest are/,
    );
    await expect(act('/closed', [buy], { replay: directory })).rejects.toBeInstanceOf(
      ActAgentFailedError,
    );
  });
});

describe('a run that is gone through again from a step on', () => {
  const both =
    'Click the "Buy" button next to Desk lamp, then click the "Buy" button next to Floor lamp';
  const prompts = [login('hunter-2-hunter'), both];

  it('does what the file of the console has, and then what a script says', async () => {
    const cassette = join(directory, 'to-step-2.jsonl');
    const keep = async (service: RunningLocalService) => {
      const chosen = service.runs()[0]?.acts[1];
      const path = `console/api/acts/${chosen?.actId}/cassette?before=${chosen?.steps[1]?.stepId}`;
      writeFileSync(cassette, await (await fetch(new URL(path, service.url))).text());
    };
    expect(await act('/before', prompts, {}, keep)).toBe(
      'sent ann hunter-2-hunter;bought Desk lamp;bought Floor lamp;',
    );
    const script = join(directory, 'script.json');
    writeFileSync(script, '[["takeObservation"], [["return", "\\"enough\\""]]]');
    const args = [
      '--replay',
      cassette,
      '--go-on',
      'end',
      '--model',
      'scripted',
      '--script',
      script,
    ];
    const { options } = parseArguments(args, {}).answering;
    let calls: unknown;
    const page = await act('/after', prompts, options, async (service) => {
      calls = service
        .runs()[0]
        ?.acts[1]?.steps.map((step) => step.calls.find(({ name }) => name !== 'think')?.name);
    });
    expect(page).toBe('sent ann hunter-2-hunter;bought Desk lamp;');
    // The script begins behind the replay, which had to scroll first.
    expect(calls).toEqual(['agentScroll', 'agentClick', 'takeObservation', 'return']);
    expect(readFileSync(cassette, 'utf8')).not.toContain('hunter-2');
  });
});
