import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ActOptions,
  NovaAct,
  type NovaActEvent,
  type NovaActOptions,
  novaActTool,
  progressReporter,
  type SharedBrowserOptions,
  secret,
  sharedBrowser,
  tool,
} from '@nova-act/core';
import {
  type RunningLocalService,
  type ScriptedProgram,
  scriptedModel,
  startLocalService,
} from '@nova-act/local';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isClear, isCovered } from '../../packages/core/test/support/pixels.js';
import { chromium } from '../support/chromium.js';
import { Collector } from './collector.js';
import { leaksIn, PLANTED, shown } from './planted.js';

const SECRET = PLANTED.typedPassword;
const FIELD = 'style="position:absolute;left:10px;width:300px;height:30px;top:';
/** What the site has been sent, and shows again in every way it knows. */
const echo = (value: string) => {
  const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return `<!doctype html><title>Hello ${text}</title>
    <style>body { margin: 0; font: 16px monospace } body > * { position: absolute; left: 10px; margin: 0 }</style>
    <h1 style="top:10px;font:16px monospace">Hello ${text.toUpperCase()}</h1>
    <p style="top:60px">In pieces: ${text.slice(0, 9)}<b>${text.slice(9)}</b></p>
    <a style="top:110px" href="/?again=${encodeURIComponent(value)}" title="${text}">again</a>
    <input style="top:160px;width:300px;height:30px" value="${text}">
    <textarea style="top:210px;width:300px;height:30px">${text}</textarea>
    <iframe style="top:260px;width:300px;height:30px;border:0" srcdoc='<body style="margin:0;font:16px monospace">${text}'></iframe>
    <div style="top:310px" id=host></div>
    <script>
      console.error('not taken: ' + ${JSON.stringify(value).replaceAll('<', '\\u003c')});
      document.getElementById('host').attachShadow({ mode: 'closed' }).innerHTML = '<i>' + ${JSON.stringify(value)} + '</i>';
      const inFrame = document.querySelector('iframe').contentDocument;
      const deep = inFrame.body.appendChild(inFrame.createElement('div')).attachShadow({ mode: 'closed' });
      deep.innerHTML = '<p></p><p></p>';
      deep.firstChild.textContent = ${JSON.stringify(value.slice(0, 9)).replaceAll('<', '\\u003c')};
      deep.lastChild.textContent = ${JSON.stringify(value.slice(9)).replaceAll('<', '\\u003c')};
    </script>`;
};
const PAGE = `<!doctype html><title>sign in</title><form>
  <input name=user ${FIELD}10px">
  <input name=q ${FIELD}60px">
  <input name=upper ${FIELD}110px" oninput="this.value = this.value.replace(/ /g, '').toUpperCase().split('').join(' ')">
  <button ${FIELD}160px">Sign in</button>
  <select ${FIELD}460px"></select><select ${FIELD}510px"><option>one<option value="">two</select></form>`;
/** Parts of it where there is nothing but the secret. */
const ECHOED = [
  { left: 75, top: 12, right: 250, bottom: 24 },
  { left: 15, top: 62, right: 300, bottom: 74 },
  { left: 12, top: 162, right: 308, bottom: 188 },
  { left: 12, top: 212, right: 300, bottom: 238 },
  { left: 12, top: 262, right: 250, bottom: 274 },
  { left: 12, top: 312, right: 250, bottom: 324 },
];
const box = (top: number) => `<box>${top},12,${top + 20},300</box>`;

const at = (top: number) => ({ left: 10, top, right: 310, bottom: top + 30 });
/** A page with a sign-in page of another site in it. */
const framed = (src: string) =>
  `<body style="margin:0"><iframe src="${src}" style="position:absolute;border:0;left:0;top:100px;width:400px;height:300px"></iframe>`;
/** A page that gives the focus to another site's frame as soon as anything is typed. */
const thief = (src: string) =>
  `${PAGE}<iframe src="${src}thieves" style="position:absolute;top:300px"></iframe>
   <script>document.querySelector('[name=q]').oninput = () => frames[0].focus();</script>`;
const THIEVES = `<input autofocus><script>
  addEventListener('focus', () => document.querySelector('input').focus());
  addEventListener('keydown', ({ key }) => fetch('/stolen?' + encodeURIComponent(key)));</script>`;

let service: RunningLocalService;
let site: Server;
let siteUrl: string;
let directory: string;
let programs: ScriptedProgram[] = [];
let received: string[] = [];
let stolen: string[] = [];
/** A page of our own, that decodes pictures. */
let decoder: Page;
const browser = sharedBrowser(chromium() as SharedBrowserOptions);
/** Keeps it open from one session to the next. */
let release: (() => Promise<void>) | undefined;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'typed-secrets-'));
  service = await startLocalService({
    model: scriptedModel(({ step }) => programs[step - 1] ?? [['return', '"done"']]),
  });
  const acquired = await browser.acquire();
  release = acquired.release;
  decoder = await acquired.browser.newPage();
  site = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const { pathname, search, searchParams } = new URL(request.url ?? '/', siteUrl);
    const argument = decodeURIComponent(search.slice(1));
    if (pathname === '/frame-of') return void response.end(framed(argument));
    if (pathname === '/thief') return void response.end(thief(argument));
    if (pathname === '/thieves') return void response.end(THIEVES);
    if (pathname === '/stolen') return void response.end(String(stolen.push(argument)));
    if (pathname === '/download') {
      response.setHeader('content-disposition', `attachment; filename="${argument}.txt"`);
      return void response.end(argument);
    }
    const sent = searchParams.get('q');
    if (sent !== null) received.push(sent);
    response.end(sent === null ? PAGE : echo(sent));
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
});
beforeEach(() => {
  programs = [];
  received = [];
  stolen = [];
});
afterAll(async () => {
  site?.closeAllConnections();
  site?.close();
  await service?.stop();
  await release?.();
  await rm(directory, { recursive: true, force: true });
});

/** What a request carried, and what is in it in base64. */
function bodyText(body: unknown): string {
  const text = typeof body === 'string' ? body : Buffer.from(body as Uint8Array).toString('utf8');
  const inside = text.match(/[A-Za-z0-9+/]{40,}={0,2}/g) ?? [];
  return [text, ...inside.map((part) => Buffer.from(part, 'base64').toString('latin1'))].join('\n');
}

/** Runs an act and gathers everything that leaves the process on the way. */
async function act(prompt: string, more: NovaActOptions, how: ActOptions = {}) {
  const collector = new Collector();
  const logsDirectory = await mkdtemp(join(directory, 'logs-'));
  const events: NovaActEvent[] = [];
  const progress = progressReporter({ write: (line) => collector.add('progress', line) });
  const nova = await NovaAct.start({
    browser,
    apiKey: service.apiKey,
    ownRun: {
      endpointUrl: service.apiKeyUrl,
      fetch: async (input, init) => {
        collector.add('requests', bodyText(init?.body ?? ''));
        return fetch(input, init);
      },
    },
    startingPage: siteUrl,
    captureDom: true,
    logsDirectory,
    logger: collector.logger,
    onEvent: (event) => {
      events.push(event);
      collector.add('events', event);
      progress(event);
    },
    ...more,
  });
  collector.add('session', nova);
  collector.add('options', more);
  let result: unknown;
  let error: unknown;
  try {
    result = await nova.act(prompt, {
      onStep: (step) => collector.add('onStep', step),
      maxSteps: 6,
      ...how,
    });
    collector.add('result', result);
  } catch (thrown) {
    error = thrown;
    collector.add('error', thrown);
  }
  const pictures = events.flatMap((event) =>
    event.type === 'step.observed' ? [event.observation.screenshotBase64] : [],
  );
  await nova.stop();
  collector.add('session', nova);
  const [folder = ''] = await readdir(logsDirectory);
  const names = await readdir(join(logsDirectory, folder));
  for (const name of names.filter((each) => each !== 'pictures')) {
    collector.add('traces', await readFile(join(logsDirectory, folder, name), 'utf8'));
  }
  return { collector, events, pictures, result: result as { response?: string }, error };
}

const type = (text: string, top = 60, more = {}): ScriptedProgram => [
  ['agentType', text, box(top), more],
  'takeObservation',
];

const declared = () => ({ password: secret(SECRET, { allowedUrls: [`${siteUrl}*`] }) });
/** The texts of the results that the service was told, by step. */
const resultsOf = (events: readonly NovaActEvent[]) =>
  events.flatMap((event) =>
    event.type === 'call.finished' ? [`${event.call.name} ${event.outcome}: ${event.text}`] : [],
  );

describe('a secret that the agent has typed', () => {
  it('reaches the page, and nobody else, also when the page shows it again in every way it knows', async () => {
    programs = [
      type('{{password}}'),
      [['agentClick', box(160)], 'takeObservation'],
      [['return', JSON.stringify(`It says Hello ${SECRET}`)]],
    ];
    const { collector, result, pictures } = await act('Sign in with {{password}}', {
      secrets: declared(),
    });
    expect(received).toEqual([SECRET]);
    expect(result.response).toBe('"It says Hello {{password}}"');
    for (const place of ['requests', 'events', 'onStep', 'traces', 'progress', 'result', 'log']) {
      expect([place, collector.at(place).includes('{{password}}')]).toEqual([place, true]);
    }
    expect(collector.leaks).toEqual([]);
    // Of what the page is called, complains of and is at.
    for (const said of ['Hello {{password}}', 'not taken: {{password}}', 'q={{password}}']) {
      expect([said, collector.at('traces').includes(said)]).toEqual([said, true]);
    }
    // The field that it was typed into, then what the page makes of it.
    const [empty = '', typed = '', shownAgain = ''] = pictures;
    expect(await isCovered(decoder, typed, at(60))).toBe(true);
    expect(await isClear(decoder, empty, at(60))).toBe(true);
    expect(await isClear(decoder, typed, at(10))).toBe(true);
    const dom = /Hello \{\{password\}\}/.exec(collector.at('requests'));
    expect(dom).not.toBeNull();
    for (const part of ECHOED) {
      expect([part, await isCovered(decoder, shownAgain, part)]).toEqual([part, true]);
    }
    expect(await isClear(decoder, shownAgain, { left: 10, top: 10, right: 60, bottom: 40 })).toBe(
      true,
    );
  });

  it('is told to nobody by tools, however they end, nor by an act that fails', async () => {
    const tools = [
      tool({
        name: 'read',
        description: 'Reads the field.',
        inputSchema: { type: 'object' },
        execute: async (_input, { page }) => ({
          [SECRET]: await page?.locator('[name=q]').inputValue(),
        }),
      }),
      tool({
        name: 'fail',
        description: 'Fails.',
        inputSchema: { type: 'object' },
        onError: 'tell',
        execute: async (_input, { page, logger }) => {
          logger.info(`It holds ${await page?.locator('[name=q]').inputValue()}`, { it: SECRET });
          throw new Error(`it holds ${await page?.locator('[name=q]').inputValue()}`);
        },
      }),
      tool({
        name: 'end',
        description: 'Ends.',
        inputSchema: { type: 'object' },
        execute: () => {
          throw Object.assign(new Error(`no ${SECRET}`, { cause: new Error(SECRET) }));
        },
      }),
    ];
    programs = [
      [['agentType', 'x', box(10)], { name: 'read', input: {} }, 'takeObservation'],
      [['agentType', '{{password}}', box(60)], { name: 'read', input: {} }, 'takeObservation'],
      [{ name: 'fail', input: {} }, 'takeObservation'],
      [['agentType', `${SECRET}`, box(210)], { name: 'end', input: {} }, 'takeObservation'],
    ];
    const { collector, error, events } = await act('Sign in with {{password}}', {
      secrets: declared(),
      tools,
    });
    expect(resultsOf(events)).toContain(
      'fail redirect: AgentRedirectError: The tool fail failed: it holds {{password}}',
    );
    expect(resultsOf(events)).toContain('read ok: {"{{password}}":"{{password}}"}');
    expect(collector.at('log')).toContain('It holds {{password}}');
    expect(error).toMatchObject({
      name: 'ActToolError',
      message: 'The tool end failed: no {{password}}',
    });
    expect(collector.leaks).toEqual([]);
  });

  it('is found again whatever signs are in it, in an address and in all that a page makes of it', async () => {
    const strange = 'p|s {wörd}&<1>%20"+x, and more';
    programs = [
      type('{{password}}'),
      [['agentClick', box(160)], 'takeObservation'],
      [['agentClick', '<box>112,12,120,50</box>'], 'takeObservation'],
    ];
    const { collector } = await act('Sign in with {{password}}', {
      secrets: { password: secret(strange) },
    });
    expect(received).toEqual([strange]);
    for (const address of ['&q={{password}}', '?again={{password}}']) {
      expect([address, collector.at('requests').includes(address)]).toEqual([address, true]);
    }
    const parts = /.{0,9}(?:w(?:ö|%c3%b6|\\u00f6|Ã¶)rd|20&quot;\+x|, and more).{0,9}/i;
    for (const place of ['requests', 'events', 'traces', 'log', 'result', 'error']) {
      expect([place, parts.exec(collector.at(place))?.[0]]).toEqual([place, undefined]);
    }
  });

  it('is told to nobody beside the acts: by a start that fails, a download, a stop hook, an address', async () => {
    const collector = new Collector();
    const start = (more: NovaActOptions) =>
      NovaAct.start({
        browser,
        apiKey: service.apiKey,
        ownRun: { endpointUrl: service.apiKeyUrl },
        logger: collector.logger,
        onEvent: (event) => collector.add('events', event),
        secrets: { password: secret(SECRET) },
        ...more,
      });
    const nova = await start({
      startingPage: `${siteUrl}at/${SECRET}`,
      stopHooks: [
        function failing() {
          throw new Error(`no ${SECRET}`, { cause: SECRET });
        },
      ],
    });
    const downloading = nova.page.waitForEvent('download');
    await nova.page.evaluate(`location.href = '/download?${SECRET}'`);
    await downloading;
    await nova.downloads();
    expect(nova.redact({ it: [`${nova.page.url()}`] })).toEqual({
      it: [`${siteUrl}at/{{password}}`],
    });
    programs = [[['return', '"done"']]];
    const told = await novaActTool({ nova }).execute({ prompt: 'Look' });
    expect(told).toEqual({ answer: 'done', url: `${siteUrl}at/{{password}}` });
    await nova.stop();
    expect(collector.at('events')).toContain("suggestedFilename: '{{password}}.txt'");
    expect(collector.at('events')).toContain("message: 'no {{password}}'");
    for (const startingPage of [`http://127.0.0.1:9/${SECRET}`, `file:///${SECRET}`]) {
      const error = await start({ startingPage }).catch((thrown: unknown) => thrown);
      expect(String(error)).toContain('{{password}}');
      collector.add('start', error);
    }
    expect(collector.leaks).toEqual([]);
  });

  it('is covered in the picture that a person is asked with, and in those that a program takes', async () => {
    programs = [
      type('{{password}}'),
      [{ name: 'human_Approve', input: { message: 'Send it?' } }, 'takeObservation'],
    ];
    const asked: string[] = [];
    let taken = '';
    await act('Sign in with {{password}}', {
      secrets: declared(),
      humanInput: {
        approve: (_message, { screenshot }) => {
          asked.push(screenshot);
          return 'yes';
        },
      },
      stopHooks: [
        async (nova) => {
          taken = `data:image/jpeg;base64,${(await nova.screenshot()).toString('base64')}`;
        },
      ],
    });
    expect(asked).toHaveLength(1);
    for (const picture of [asked[0] ?? '', taken]) {
      expect(await isCovered(decoder, picture, at(60))).toBe(true);
      expect(await isClear(decoder, picture, at(10))).toBe(true);
    }
  });

  it('is told to nobody where the prompt has the value itself in it, and the agent its name', async () => {
    programs = [type('{{password}}')];
    const { collector } = await act(`Sign in with ${SECRET}`, { secrets: declared() });
    expect(collector.at('requests').includes('Sign in with {{password}}')).toBe(true);
    expect(collector.leaks).toEqual([]);
  });

  it('is masked in its field whatever the page makes of it there', async () => {
    programs = [type('{{password}}', 110)];
    const { pictures, collector } = await act('Type {{password}}', { secrets: declared() });
    expect(await isCovered(decoder, pictures[1] ?? '', at(110))).toBe(true);
    expect(
      collector.at('requests').includes(SECRET.toUpperCase().split('').join(' ').slice(0, 20)),
    ).toBe(false);
  });

  it.each([
    ['a code of two characters', '42'],
    ['a text with line ends and signs', 'one "two"\n<three> & 4%'],
  ])('is told in no result either where it is %s', async (_what, value) => {
    programs = [type('{{value}}'), type('{{value}}', 210), [['return', '"done"']]];
    const { pictures, events, collector } = await act('Type {{value}}', {
      secrets: { value: secret(value) },
    });
    expect(await isCovered(decoder, pictures[1] ?? '', at(60))).toBe(true);
    const did = events.flatMap((event) =>
      event.type === 'call.finished' && event.did ? [event.did] : [],
    );
    expect(JSON.stringify(did)).not.toContain(JSON.stringify(value).slice(1, -1));
    expect(did[0]).toEqual({ field: 'input "q"', typed: value.length });
    if (value.length > 2) expect(collector.at('requests').includes('three')).toBe(false);
  });
});

describe('what an agent may name', () => {
  it('is what is declared: of another name it is told so, and which there are', async () => {
    programs = [type('{{passwort}}'), type('{{ password }}'), [['agentClick', box(160)]]];
    const { events } = await act('Sign in with {{password}}', { secrets: declared() });
    expect(resultsOf(events)[0]).toBe(
      'agentType redirect: AgentRedirectError: There is no secret {{passwort}}. Those that can be typed: {{password}}.',
    );
    expect(received).toEqual([SECRET]);
  });

  it('is refused in a prompt before anything is sent', async () => {
    const { error, collector } = await act('Sign in with {{passwort}}', { secrets: declared() });
    expect(error).toMatchObject({ name: 'ValidationError', field: 'prompt' });
    expect(String(error)).toContain('{{passwort}}');
    expect(collector.at('requests').includes('Sign in')).toBe(false);
  });

  it('is any text where there are no secrets', async () => {
    programs = [type('{{password}}'), [['agentClick', box(160)]]];
    await act('Type {{password}}', {});
    expect(received).toEqual(['{{password}}']);
  });

  it('is not put into an address', async () => {
    programs = [[['goToUrl', `${siteUrl}?q={{password}}`], 'takeObservation']];
    const { events } = await act('Go', { secrets: declared() });
    expect(resultsOf(events)[0]).toContain('A secret can only be typed into a field');
    expect(received).toEqual([]);
  });
});

describe('where a secret may be typed', () => {
  const elsewhere = () => siteUrl.replace('127.0.0.1', 'localhost');

  it('is where it is meant for: at another address the agent is told so, and nothing is typed', async () => {
    const secrets = {
      password: secret(SECRET, { allowedUrls: ['https://bank.example', `${elsewhere()}*`] }),
    };
    programs = [type('{{password}}'), [['agentClick', box(160)], 'takeObservation']];
    const { events } = await act('Sign in with {{password}}', { secrets });
    expect(resultsOf(events)[0]).toContain('{{password}} may not be typed here');
    expect(received).toEqual(['']);
  });

  it.each([
    ['a frame that it is meant for, in a page that it is not', true],
    ['a page that it is meant for, in a frame that it is not', false],
  ])('is told by the document that takes it: %s', async (_what, isMeant) => {
    const outer = `${siteUrl}frame-of?${encodeURIComponent(elsewhere())}`;
    const allowedUrls = [isMeant ? `${elsewhere()}*` : `${siteUrl}*`];
    programs = [type('{{password}}', 160), [['agentClick', box(260)], 'takeObservation']];
    const { events, pictures } = await act('Sign in with {{password}}', {
      secrets: { password: secret(SECRET, { allowedUrls }) },
      startingPage: outer,
    });
    expect(resultsOf(events)[0]?.includes('may not be typed here')).toBe(!isMeant);
    expect(received).toEqual([isMeant ? SECRET : '']);
    if (isMeant) expect(await isCovered(decoder, pictures[1] ?? '', at(160))).toBe(true);
  });

  it('is no longer, where the page gives the focus to another site while it is typed', async () => {
    programs = [type('{{password}}', 60), [['agentClick', box(160)], 'takeObservation']];
    const { events } = await act('Sign in with {{password}}', {
      secrets: declared(),
      startingPage: `${siteUrl}thief?${encodeURIComponent(elsewhere())}`,
    });
    expect(stolen.join('').length).toBeLessThan(3);
    expect(resultsOf(events)[0]).toContain('may not be typed here');
  });
});

describe('a secret that is fetched', () => {
  it('is fetched each time it is typed, and not before', async () => {
    let codes = 0;
    const fetched: string[] = [];
    const code = secret(async ({ signal }) => {
      expect(signal.aborted).toBe(false);
      codes += 1;
      const value = `${SECRET.slice(0, 20)}${codes}`;
      fetched.push(value);
      return value;
    });
    programs = [type('{{code}}'), type('{{code}}'), [['agentClick', box(160)], 'takeObservation']];
    const { collector } = await act('Type {{code}}', { secrets: { code } });
    expect(fetched).toHaveLength(2);
    expect(received).toEqual([fetched[1]]);
    for (const value of fetched) expect(collector.at('requests').includes(value)).toBe(false);
    expect(collector.at('requests').includes('Hello {{code}}')).toBe(true);
  });

  it.each([
    [
      'fails',
      () => Promise.reject(new Error('the vault is locked')),
      'The secret code could not be fetched',
    ],
    ['gives nothing', () => '', 'its function gave no text'],
  ])('ends the act when that %s', async (_what, fetch, message) => {
    programs = [type('{{code}}')];
    const { error } = await act('Type {{code}}', { secrets: { code: secret(fetch) } });
    expect(error).toMatchObject({ name: 'ActExecutionError' });
    expect(String(error)).toContain(message);
  });
});

it('an address with a secret in it is told without it when it cannot be reached', async () => {
  const nova = await NovaAct.start({
    browser,
    apiKey: service.apiKey,
    ownRun: { endpointUrl: service.apiKeyUrl },
    secrets: { password: secret(SECRET) },
  });
  const error = await nova
    .goToUrl(`http://127.0.0.1:9/${SECRET}`)
    .catch((thrown: unknown) => thrown);
  await nova.stop();
  expect(String(error)).toContain('127.0.0.1:9/{{password}}');
  expect(leaksIn(shown(error))).toEqual([]);
});
