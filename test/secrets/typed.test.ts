import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ActOptions,
  NovaAct,
  type NovaActEvent,
  progressReporter,
  type SharedBrowserOptions,
  sharedBrowser,
} from '@nova-act/core';
import {
  type RunningLocalService,
  type ScriptedProgram,
  scriptedModel,
  startLocalService,
} from '@nova-act/local';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromium } from '../support/chromium.js';
import { Collector } from './collector.js';
import { PLANTED, signed } from './planted.js';

const SECRET = PLANTED.typedPassword;
const FIELD = 'style="position:absolute;left:10px;width:300px;height:30px;top:';
const PAGE = `<!doctype html><title>sign in</title>
  <input name=user ${FIELD}10px">
  <input name=pass type=password ${FIELD}60px">
  <input name=shown autocomplete="section-a current-password" ${FIELD}110px">
  <input name=dots ${FIELD}160px;-webkit-text-security:disc">
  <input name=locked type=password readonly ${FIELD}210px">
  <input name=fickle type=password maxlength=40 ${FIELD}260px" oninput="this.value.length > 3 && this.blur()">
  <input name=otp autocomplete=one-time-code ${FIELD}310px">
  <label style="position:absolute;left:10px;top:360px;width:300px;height:40px;display:block">
    Password <input type=password></label>
  <div id=host ${FIELD}410px"></div>
  <script>
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = '<input type=password style="width:300px;height:26px">';
  </script>`;
const box = (top: number) => `<box>${top},12,${top + 20},300</box>`;

let service: RunningLocalService;
let site: Server;
let siteUrl: string;
let directory: string;
let programs: ScriptedProgram[] = [];
const browser = sharedBrowser(chromium() as SharedBrowserOptions);
/** Keeps it open from one session to the next. */
let release: (() => Promise<void>) | undefined;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'typed-'));
  service = await startLocalService({
    model: scriptedModel(({ step }) => programs[step - 1] ?? [['return', '"done"']]),
  });
  ({ release } = await browser.acquire());
  site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(PAGE);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
});
beforeEach(() => {
  programs = [];
  process.env['NOVA_ACT_ENDPOINT_URL'] = service.apiKeyUrl;
});
afterAll(async () => {
  site?.closeAllConnections();
  site?.close();
  await service?.stop();
  await release?.();
  await rm(directory, { recursive: true, force: true });
});

/** Runs an act and gathers everything that is told of it. */
async function act(collector: Collector, logsDirectory: string, startingPage = siteUrl) {
  const progress = progressReporter({ write: (line) => collector.add('progress', line) });
  const events: NovaActEvent[] = [];
  const nova = await NovaAct.start({
    browser,
    apiKey: service.apiKey,
    startingPage,
    captureDom: true,
    logsDirectory,
    logger: collector.logger,
    onEvent: (event) => {
      events.push(event);
      collector.add('events', JSON.stringify(event));
      progress(event);
    },
  });
  const onStep: ActOptions['onStep'] = (step) => collector.add('onStep', JSON.stringify(step));
  try {
    const result = await nova.act(`sign in at ${startingPage}`, { onStep, maxSteps: 3 });
    collector.add('result', result);
    collector.add('metadata', result.metadata);
  } catch (error) {
    collector.add('error', error);
  }
  await nova.stop();
  const [folder = ''] = await readdir(logsDirectory);
  const names = await readdir(join(logsDirectory, folder));
  for (const name of names.filter((each) => each !== 'pictures')) {
    collector.add('traces', await readFile(join(logsDirectory, folder, name), 'utf8'));
  }
  return events;
}

describe('a text that the agent types into a field that hides it', () => {
  it.each([
    ['a password field', 60],
    ['a password field whose password is shown', 110],
    ['a field that is drawn as dots', 160],
    ['a password field that takes nothing', 210],
    ['a password field that loses the focus while it is typed into', 260],
    ['a field for a one-time code', 310],
    ['the label of a password field', 365],
    ['a password field in a closed shadow root', 412],
    ['no field at all', 700],
  ])('is shown as its length alone, everywhere: %s', async (what, top) => {
    programs = [[['agentType', SECRET, box(top)], 'takeObservation']];
    const collector = new Collector();
    await act(collector, join(directory, what.replaceAll(' ', '-')));
    expect(collector.at('events')).toContain(`(${SECRET.length} characters)`);
    expect(collector.at('onStep')).toContain(`(${SECRET.length} characters)`);
    expect(collector.at('traces')).toContain(`(${SECRET.length} characters)`);
    expect(collector.at('progress')).toContain(`(${SECRET.length} characters)`);
    expect(collector.leaks).toEqual([]);
  });

  it('is shown as its length when the act fails, too', async () => {
    const type: ScriptedProgram = [['agentType', SECRET, box(60)], 'takeObservation'];
    programs = [type, type, type];
    const collector = new Collector();
    await act(collector, join(directory, 'failing'));
    expect(collector.at('error')).toContain('ActExceededMaxStepsError');
    expect(collector.at('error')).toContain(`(${SECRET.length} characters)`);
    expect(collector.leaks).toEqual([]);
  });

  it('is shown, once it is typed, where the field hides nothing', async () => {
    programs = [[['agentType', 'Boston', box(10)], 'takeObservation']];
    const collector = new Collector();
    const events = await act(collector, join(directory, 'plain'));
    const textOf = (type: string) =>
      events.flatMap((event) =>
        event.type === type && 'call' in event && event.call.name === 'agentType'
          ? [event.call.input.text]
          : [],
      );
    expect(textOf('call.started')).toEqual(['(6 characters)']);
    expect(textOf('call.finished')).toEqual(['Boston']);
    for (const place of ['onStep', 'traces', 'result', 'progress']) {
      expect(collector.at(place)).toContain('Boston');
    }
  });
});

describe('a page whose address lets somebody in', () => {
  it.each([
    ['signed', () => signed(`${siteUrl}signed`)],
    ['with a token in its fragment', () => `${siteUrl}#access_token=${PLANTED.signature}&a=1`],
    ['with nothing but a token in its fragment', () => `${siteUrl}#${bare(PLANTED.securityToken)}`],
    ['with an Azure signature', () => `${siteUrl}?sv=2026&sig=${PLANTED.signature}`],
    ['with a Google signature', () => `${siteUrl}?X-Goog-Signature=${PLANTED.signature}`],
    [
      'with a CloudFront signature',
      () =>
        `${siteUrl}?Policy=${PLANTED.securityToken}&Signature=${PLANTED.signature}&Key-Pair-Id=${PLANTED.accessKeyId}`,
    ],
    [
      'with a user and password',
      () => siteUrl.replace('http://', `http://me:${PLANTED.urlPassword}@`),
    ],
  ])('is shown without that in every event, result and error: %s', async (what, address) => {
    const url = address();
    programs = [
      [['think', `Going to ${url}`], ['goToUrl', url], 'takeObservation'],
      [['return', JSON.stringify(`It is at ${url}`)]],
    ];
    const collector = new Collector();
    const events = await act(collector, join(directory, what.replaceAll(' ', '-')), url);
    expect(events.map(({ type }) => type)).toContain('session.started');
    expect(collector.at('events')).toContain('REDACTED');
    const { at } = collector;
    // The answer is what was asked for: it is the program's own, and only told to others without.
    const rest = new Collector();
    for (const place of ['events', 'traces', 'progress', 'log', 'metadata'])
      rest.add(place, at.call(collector, place));
    expect(rest.leaks).toEqual([]);
  });
});

/** Not told by a name, but by how it is made. */
const bare = (token: string) => `aB3${token}`;
