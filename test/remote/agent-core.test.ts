import {
  type AgentCoreBrowserOptions,
  type AgentCoreBrowserSession,
  agentCoreBrowser,
  NovaAct,
  type NovaActOptions,
  type StopFailedError,
} from '@nova-act/core';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Collector } from '../secrets/collector.js';
import { PLANTED } from '../secrets/planted.js';
import { type PageServer, servePages } from '../support/serve-pages.js';
import { rejection } from '../workflow/support/local-run.js';
import { AgentCoreStandIn, type Trouble } from './agent-core-stand-in.js';

const REGION = 'eu-central-1';
const KEYS = {
  accessKeyId: PLANTED.accessKeyId,
  secretAccessKey: PLANTED.secretAccessKey,
  sessionToken: PLANTED.sessionToken,
};

let service: RunningLocalService;
let pages: PageServer;
beforeAll(async () => {
  pages = await servePages({ '/': '<title>Start</title>' });
  service = await startLocalService({ model: scriptedModel([[['return', '"done"']]]) });
});
afterAll(async () => {
  await service?.stop();
  await pages?.[Symbol.asyncDispose]();
});

const standIn = (trouble?: Trouble) =>
  AgentCoreStandIn.start({ keys: KEYS, region: REGION, ...(trouble ? { trouble } : {}) });

/** A session in a browser of the stand-in's. */
function options(
  there: AgentCoreStandIn,
  more: AgentCoreBrowserOptions = {},
  ofSession: NovaActOptions = {},
): NovaActOptions {
  const browser = agentCoreBrowser({
    region: REGION,
    endpointUrl: there.url,
    credentials: KEYS,
    ...more,
  });
  return { ...service.novaActOptions, browser, startingPage: `${pages.url}/`, ...ofSession };
}

describe('a browser in AgentCore', () => {
  it('is started as asked for, connected to with a signature, and stopped', async () => {
    await using there = await standIn();
    const collector = new Collector();
    let told: AgentCoreBrowserSession | undefined;
    let link = '';
    const more: AgentCoreBrowserOptions = {
      identifier: 'shop_browser-a1B2c3D4e5',
      name: 'orders',
      sessionTimeoutSeconds: 600,
      profile: 'shop-a1B2c3D4e5',
      proxy: {
        proxies: [{ externalProxy: { server: 'proxy.example', port: 8080 } }],
        bypass: { domainPatterns: ['.amazonaws.com'] },
      },
      extensions: [{ location: { s3: { bucket: 'extensions', prefix: 'blocker.zip' } } }],
      enterprisePolicies: [{ location: { s3: { bucket: 'policies', prefix: 'p.json' } } }],
      certificates: [
        {
          location: {
            secretsManager: {
              secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:ca-x',
            },
          },
        },
      ],
      onSession: async (session) => {
        told = session;
        link = await session.liveViewUrl();
      },
    };
    const nova = await NovaAct.start(options(there, more, { logger: collector.logger }));
    expect(await nova.page.evaluate('[document.title, innerWidth, innerHeight]')).toEqual([
      'Start',
      1600,
      813,
    ]);
    const { response } = await nova.act('Do it');
    expect(response).toBe('"done"');
    const later = (await told?.liveViewUrl(60)) ?? '';
    await nova.stop();

    const [session] = there.sessions;
    expect(session?.request).toEqual({
      name: 'orders',
      sessionTimeoutSeconds: 600,
      viewPort: { width: 1600, height: 813 },
      profileConfiguration: { profileIdentifier: 'shop-a1B2c3D4e5' },
      proxyConfiguration: more.proxy,
      extensions: more.extensions,
      enterprisePolicies: more.enterprisePolicies,
      certificates: more.certificates,
    });
    expect(there.log).toEqual(['StartBrowserSession', 'connect', 'StopBrowserSession']);
    expect(there.states).toEqual(['TERMINATED']);
    expect(told).toMatchObject({
      sessionId: session?.id,
      browserIdentifier: 'shop_browser-a1B2c3D4e5',
      region: REGION,
    });
    for (const one of [link, later]) expect(there.wrongIn(one)).toBeUndefined();
    expect(there.wrongIn(link.replace(/Expires=\d+/, 'Expires=299'))).toBe('another signature');
    expect(new URL(later).searchParams.get('X-Amz-Expires')).toBe('60');
    expect(await rejection(Promise.resolve(told?.liveViewUrl(301)))).toMatchObject({
      field: 'expiresInSeconds',
    });
    collector.add('session', [nova, told]);
    expect(collector.at('log')).toContain('A browser runs in AgentCore');
    expect(collector.leaks).toEqual([]);
  });

  it('is one for each session, and ends only with its own', async () => {
    await using there = await standIn();
    const both = options(there);
    const [one, two] = await Promise.all([NovaAct.start(both), NovaAct.start(both)]);
    await one.stop();
    expect(there.states.toSorted()).toEqual(['READY', 'TERMINATED']);
    await two.act('Do it');
    await two.stop();
    expect(there.states).toEqual(['TERMINATED', 'TERMINATED']);
  });

  it('keeps what it has signed in to in its profile, before it is stopped', async () => {
    await using there = await standIn();
    const profile = { identifier: 'shop-a1B2c3D4e5', save: true };
    const nova = await NovaAct.start(options(there, { profile }));
    await nova.stop();
    expect(there.log.slice(2)).toEqual(['SaveBrowserSessionProfile', 'StopBrowserSession']);
    expect(there.sessions[0]).toMatchObject({
      profileSaved: 'shop-a1B2c3D4e5',
      state: 'TERMINATED',
    });
  });

  it('is stopped also when its profile cannot be saved, which is told', async () => {
    await using there = await standIn((operation) =>
      operation === 'SaveBrowserSessionProfile'
        ? { status: 403, type: 'AccessDeniedException' }
        : undefined,
    );
    const profile = { identifier: 'shop-a1B2c3D4e5', save: true };
    const nova = await NovaAct.start(options(there, { profile }));
    const error = (await rejection(nova.stop())) as StopFailedError;
    expect(error.failures).toMatchObject([{ step: 'end-remote-browser', outcome: 'failed' }]);
    expect(error.message).toContain('SaveBrowserSessionProfile: The stand-in says no');
    expect(there.states).toEqual(['TERMINATED']);
  });
});

describe('a start that fails', () => {
  const REFUSED = { status: 403, type: 'AccessDeniedException' };

  it('for AgentCore says no, is told as AgentCore says it, and leaves nothing', async () => {
    await using there = await standIn(() => REFUSED);
    const error = (await rejection(NovaAct.start(options(there)))) as Error;
    expect(error).toMatchObject({ code: 'START_FAILED', cause: { code: 'ACT_ACCESS_DENIED' } });
    expect(error.message).toContain('StartBrowserSession: The stand-in says no');
    expect(there.sessions).toEqual([]);
  });

  it.each<[string, Trouble, AgentCoreBrowserOptions, NovaActOptions]>([
    ['to connect', (operation) => (operation === 'connect' ? REFUSED : undefined), {}, {}],
    ['to open its page', () => undefined, {}, { startingPage: 'http://127.0.0.1:9/' }],
    [
      'to tell of the session',
      () => undefined,
      {
        onSession: () => {
          throw new Error('nobody is there');
        },
      },
      {},
    ],
  ])('%s stops the session', async (_what, trouble, more, ofSession) => {
    await using there = await standIn(trouble);
    const collector = new Collector();
    collector.add('error', await rejection(NovaAct.start(options(there, more, ofSession))));
    expect(collector.at('error')).toContain('StartFailedError');
    expect(there.states).toEqual(['TERMINATED']);
    expect(collector.leaks).toEqual([]);
  });

  it('because it was aborted while the browser was started stops what comes of that', async () => {
    const ended = new AbortController();
    await using there = await standIn(() => {
      ended.abort();
      return undefined;
    });
    const starting = NovaAct.start(options(there, {}, { signal: ended.signal }));
    const error = (await rejection(starting)) as { closed?: Promise<unknown> };
    expect(await error.closed).toBeUndefined();
    expect(there.log).toEqual(['StartBrowserSession', 'StopBrowserSession']);
    expect(there.states).toEqual(['TERMINATED']);
  });

  it('whose answer is lost is asked for again as the same, and is one session', async () => {
    await using there = await standIn((operation, nth) =>
      nth === 1 ? cutAt(operation) : undefined,
    );
    const nova = await NovaAct.start(options(there));
    await nova.stop();
    expect(there.log).toEqual([
      'StartBrowserSession',
      'StartBrowserSession',
      'connect',
      'StopBrowserSession',
      'StopBrowserSession',
    ]);
    expect(there.states).toEqual(['TERMINATED']);
  });
});

const cutAt = (operation: string) => (operation === 'connect' ? undefined : 'cut');

describe('the end of a session', () => {
  it('that AgentCore has ended already is no failure', async () => {
    await using there = await standIn();
    const nova = await NovaAct.start(options(there));
    for (const session of there.sessions) session.state = 'TERMINATED';
    await nova.stop();
    expect(there.log.at(-1)).toBe('StopBrowserSession');
  });

  it('comes at once when the connection is lost', async () => {
    await using there = await standIn();
    await using waiting = await startLocalService({ model: scriptedModel([[['wait', 60]]]) });
    const nova = await NovaAct.start(
      options(
        there,
        {},
        {
          ...waiting.novaActOptions,
          onEvent: ({ type }) => {
            if (type === 'call.started') there.gate.cut();
          },
        },
      ),
    );
    expect(await rejection(nova.act('Wait'))).toMatchObject({ code: 'ACT_BROWSER_CRASHED' });
    await nova.stop();
    expect(there.log).toEqual(['StartBrowserSession', 'connect', 'StopBrowserSession']);
    expect(there.states).toEqual(['TERMINATED']);
  });
});
