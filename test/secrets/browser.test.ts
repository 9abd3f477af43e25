import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { NovaAct, type NovaActOptions, progressReporter } from '@nova-act/core';
import {
  type RunningLocalService,
  type ScriptedProgram,
  scriptedModel,
  startLocalService,
} from '@nova-act/local';
import { Workflow, type WorkflowOptions } from '@nova-act/workflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium } from '../support/chromium.js';
import { rejection } from '../workflow/support/local-run.js';
import { authProxy } from './auth-proxy.js';
import { Collector } from './collector.js';
import { PLANTED, signed } from './planted.js';

const CREDENTIALS = {
  accessKeyId: PLANTED.accessKeyId,
  secretAccessKey: PLANTED.secretAccessKey,
  sessionToken: PLANTED.sessionToken,
};
/** A port that nobody listens on. */
const DEAD = 'http://127.0.0.1:9/page';

let programs: ScriptedProgram[] = [];
let local: RunningLocalService;
let directory: string;
let page: string;
/** Refuses every request and repeats what it was told. */
let mirror: Server;
let mirrorUrl: string;
/** Answers as a browser that lies elsewhere, or with text that repeats what it was told. */
let lure: Server;
let lureUrl: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'secrets-'));
  const model = scriptedModel(({ step }) => programs[step - 1] ?? [['return', 'done']]);
  local = await startLocalService({ model, credentials: CREDENTIALS, apiKey: PLANTED.apiKey });
  page = signed(`${local.gymUrl}/planets`);
  mirror = createServer((request, response) => {
    response.statusCode = 407;
    response.end(JSON.stringify([request.url, request.headers]));
  });
  await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve));
  mirrorUrl = `http://127.0.0.1:${(mirror.address() as AddressInfo).port}`;
  lure = createServer((request, response) => {
    if (request.url?.includes('text'))
      return void response.end(`${request.url} ${inspect(request.headers)}`);
    const webSocketDebuggerUrl = `ws://127.0.0.1:9/devtools/browser/${PLANTED.cdpToken}`;
    response.end(JSON.stringify({ webSocketDebuggerUrl }));
  });
  await new Promise<void>((resolve) => lure.listen(0, '127.0.0.1', resolve));
  lureUrl = `http://127.0.0.1:${(lure.address() as AddressInfo).port}`;
});
afterAll(async () => {
  mirror?.closeAllConnections();
  mirror?.close();
  lure?.closeAllConnections();
  lure?.close();
  await local?.stop();
  await rm(directory, { recursive: true, force: true });
});

const options = (collector: Collector): WorkflowOptions => ({
  workflowDefinitionName: 'secrets',
  credentials: CREDENTIALS,
  endpointUrl: local.url,
  logger: collector.logger,
});

/** What a session was told and told others, put where somebody may read it. */
function session(collector: Collector, more: NovaActOptions = {}): NovaActOptions {
  const onEvent = progressReporter({ write: (line) => collector.add('progress', line) });
  return { ...chromium(), logger: collector.logger, onEvent, ...more };
}

/** What the service was told of acts that failed: it keeps it on record. */
function addErrorsOnRecord(collector: Collector): void {
  const updates = local.runs().flatMap(({ acts }) => acts.map((act) => act.updates));
  collector.add('errors on record', updates);
  collector.add('requests', local.requests());
}

describe('a session with a proxy that wants a password, on a signed page', () => {
  it('shows no secret in logs, progress, traces, results, the handoff or itself', async () => {
    const collector = new Collector();
    await using guard = await authProxy(PLANTED.proxyUser, PLANTED.proxyPassword);
    const { server } = guard;
    const proxy = { server, username: PLANTED.proxyUser, password: PLANTED.proxyPassword };
    programs = [
      [
        ['think', `Going to ${page}`],
        ['goToUrl', page],
      ],
      [['return', `Read ${page}`]],
    ];
    const logsDirectory = join(directory, 'happy');
    await Workflow.run(options(collector), async (workflow) => {
      const more = { startingPage: page, proxy, logsDirectory };
      const nova = await NovaAct.start(session(collector, more));
      collector.add('session', nova);
      const { metadata } = await nova.act(`Read ${page}`);
      collector.add('trace path', metadata.tracePath);
      await nova.goToUrl(page);
      await nova.stop();
      collector.add('session', nova);
      collector.add('workflow', workflow);
      collector.add('handoff', workflow.handoff());
    });
    const [folder = ''] = await readdir(logsDirectory);
    const names = await readdir(join(logsDirectory, folder));
    for (const name of names.filter((each) => each !== 'pictures')) {
      collector.add('traces', name);
      collector.add('traces', await readFile(join(logsDirectory, folder, name), 'utf8'));
    }
    addErrorsOnRecord(collector);
    expect(guard.passed).toBeGreaterThan(0);
    expect(collector.at('progress')).toContain('X-Amz-Signature=REDACTED');
    expect(collector.at('log')).toContain('X-Amz-Signature=REDACTED');
    expect(collector.at('traces')).toContain('X-Amz-Signature=REDACTED');
    expect(collector.at('handoff')).toContain('workflowRunId');
    expect(collector.leaks).toEqual([]);
  });

  it('shows no secret when an act or a navigation fails', async () => {
    const collector = new Collector();
    const dead = signed(DEAD);
    const blocked = signed(`${local.gymUrl}/shop`);
    const logsDirectory = join(directory, 'failing');
    await Workflow.run(options(collector), async () => {
      const more: NovaActOptions = {
        startingPage: page,
        logsDirectory,
        goToUrlTimeoutMs: 10_000,
        security: { blockedUrls: [`${local.gymUrl}/form*`] },
        stateGuardrail: ({ browserUrl }) => (browserUrl.includes('/shop') ? 'block' : 'pass'),
      };
      await using nova = await NovaAct.start(session(collector, more));
      const urls = [
        dead,
        blocked,
        signed(`${local.gymUrl}/form`),
        signed('ftp://e.com/'),
        signed('file:///etc/hosts'),
        `https://u:${PLANTED.urlPassword}@127.0.0.1:9/`,
        `http://u:${PLANTED.urlPassword}@[/?token=${PLANTED.signature}`,
      ];
      for (const url of urls) {
        programs = [[['goToUrl', url]]];
        const how = { maxSteps: 2 };
        await nova.act('go', how).catch((error: unknown) => collector.add('act', error));
        await nova.goToUrl(url).catch((error: unknown) => collector.add('goToUrl', error));
      }
      collector.add('session', nova);
    });
    const [folder = ''] = await readdir(logsDirectory);
    const names = await readdir(join(logsDirectory, folder));
    for (const name of names.filter((each) => each !== 'pictures')) {
      collector.add('traces', await readFile(join(logsDirectory, folder, name), 'utf8'));
    }
    addErrorsOnRecord(collector);
    expect(collector.at('act').match(/^ *\[?Act\w+Error/gm)?.length).toBeGreaterThan(4);
    expect(collector.at('goToUrl')).toContain('REDACTED');
    expect(collector.at('errors on record')).toContain('FAILED');
    expect(collector.leaks).toEqual([]);
  });
});

describe('a start that fails shows no secret', () => {
  const proxy = {
    server: 'http://127.0.0.1:9',
    username: PLANTED.proxyUser,
    password: PLANTED.proxyPassword,
  };
  const cdpHeaders = { authorization: `Bearer ${PLANTED.cdpHeader}` };
  const noBypass = [...(chromium().browserArgs ?? []), '--proxy-bypass-list=<-loopback>'];
  const STARTS: [string, () => NovaActOptions][] = [
    ['a signed page that is not there', () => ({ startingPage: signed(DEAD) })],
    [
      'a password for a page that is not there',
      () => ({
        startingPage: `http://u:${PLANTED.urlPassword}@127.0.0.1:9/`,
      }),
    ],
    ['a page of another scheme', () => ({ startingPage: signed('ftp://e.com/') })],
    ['a page with characters no URL has', () => ({ startingPage: `${signed(DEAD)}<>` })],
    [
      'a page that may not be opened',
      () => ({
        startingPage: signed(DEAD),
        security: { allowedUrls: ['example.com'] },
      }),
    ],
    ['a proxy that is not there', () => ({ startingPage: page, proxy, browserArgs: noBypass })],
    [
      'a password in the proxy’s address',
      () => ({
        proxy: { server: `http://${PLANTED.proxyUser}:${PLANTED.proxyPassword}@h:1` },
      }),
    ],
    ['a proxy that is no address', () => ({ proxy: { ...proxy, server: 'not an address' } })],
    [
      'a proxy of the wrong shape',
      () => ({
        // @ts-expect-error: what a user of JavaScript may do
        proxy: `http://${PLANTED.proxyUser}:${PLANTED.proxyPassword}@h:1`,
      }),
    ],
    [
      'a browser that is not there, reached with headers and a token',
      () => ({
        cdpEndpointUrl: `ws://127.0.0.1:9/?token=${PLANTED.cdpToken}`,
        cdpHeaders,
      }),
    ],
    [
      'a browser that refuses and repeats',
      () => ({
        cdpEndpointUrl: `${mirrorUrl}/?token=${PLANTED.cdpToken}`,
        cdpHeaders,
      }),
    ],
    [
      'a browser that refuses and repeats, by websocket',
      () => ({
        cdpEndpointUrl: `${mirrorUrl.replace('http', 'ws')}/${PLANTED.cdpToken}`,
        cdpHeaders,
      }),
    ],
    [
      'a browser whose address is its key, that refuses and repeats',
      () => ({ cdpEndpointUrl: `${mirrorUrl}/devtools/${PLANTED.cdpToken}/browser`, cdpHeaders }),
    ],
    [
      'a server that answers with where its browser is, which is not there',
      () => ({ cdpEndpointUrl: `${lureUrl}/${PLANTED.cdpToken}`, cdpHeaders }),
    ],
    [
      'a server that is no browser and answers with all it knows',
      () => ({ cdpEndpointUrl: `${lureUrl}/text/${PLANTED.cdpToken}`, cdpHeaders }),
    ],
    [
      'an address of a browser that is none',
      () => ({ cdpEndpointUrl: `ftp://u:${PLANTED.urlPassword}@h/${PLANTED.cdpToken}` }),
    ],
    [
      'headers of the wrong shape',
      () => ({
        cdpEndpointUrl: 'ws://127.0.0.1:9/',
        // @ts-expect-error: what a user of JavaScript may do
        cdpHeaders: { authorization: [PLANTED.cdpHeader] },
      }),
    ],
    [
      'headers that no header takes',
      () => ({
        cdpEndpointUrl: 'ws://127.0.0.1:9/',
        cdpHeaders: { authorization: `${PLANTED.cdpHeader}\n` },
      }),
    ],
    [
      'a program that is no browser',
      () => ({
        executablePath: '/bin/false',
        startingPage: page,
        proxy,
        browserArgs: [`--proxy-server=http://${PLANTED.proxyUser}:${PLANTED.proxyPassword}@h:1`],
      }),
    ],
    ['a program that does not exist', () => ({ executablePath: '/nonexistent', proxy })],
  ];

  it.each(STARTS)('%s', async (_what, more) => {
    programs = [];
    const collector = new Collector();
    const started = Workflow.run(options(collector), async () => {
      await using nova = await NovaAct.start(session(collector, { ...chromium(), ...more() }));
      await nova.act('go');
    });
    collector.add('error', await rejection(started));
    addErrorsOnRecord(collector);
    expect(collector.at('error')).toMatch(/StartFailedError|ValidationError/);
    expect(collector.leaks).toEqual([]);
  });
});
