import {
  ActNotRememberedError,
  ActStateGuardrailError,
  type Memory,
  NovaAct,
  type NovaActEvent,
  type NovaActOptions,
  secret,
  tool,
} from '@nova-act/core';
import {
  type RunningLocalService,
  type ScriptedProgram,
  scriptedModel,
  startLocalService,
} from '@nova-act/local';
import { type Browser, chromium } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchOptions } from '../support/chromium.js';
import { type PageServer, servePages } from '../support/serve-pages.js';
import { TestMemory } from '../support/test-memory.js';

const button = (name: string, top: number, onclick: string) =>
  `<button style="position:absolute;left:100px;top:${top}px;width:200px;height:40px" onclick="${onclick}">${name}</button>`;
const PAGES = {
  '/': `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1><p id="says"></p>
    ${button('Basket', 100, "location.href='/basket'")}
    ${button('Greet', 200, "document.getElementById('says').textContent='Good day'")}`,
  '/basket': `<!doctype html><html lang="en"><title>Basket</title><h1>Basket</h1><p id="says"></p>
    ${button('Order', 100, "document.getElementById('says').textContent='Thank you'")}`,
  '/account': `<!doctype html><html lang="en"><title>Account</title><h1>Account <b class="balance">1,234 EUR</b></h1>
    <ul><li><i class="balance">Secret Fund</i> ${button('Open', 100, "document.getElementById('says').textContent='Opened'")}</li></ul>
    <button class="balance" style="position:absolute;left:100px;top:200px;width:200px;height:40px">DE12 3456</button><p id="says"></p>`,
  '/sign-in': `<!doctype html><html lang="en"><title>Sign in</title><h1>Sign in</h1><p id="says"></p>
    <input aria-label="Password" id="pass" style="position:absolute;left:100px;top:100px;width:200px;height:40px">
    ${button('Sign in', 200, "document.getElementById('says').textContent='Hello '+document.getElementById('pass').value")}`,
  '/till': `<!doctype html><html lang="en"><title>Till</title><h1>Till</h1><p id="says"></p>
    <iframe title="Card" src="/card" style="position:absolute;left:0;top:90px;width:600px;height:300px;border:0"></iframe>`,
  '/card': `<!doctype html><html lang="en"><title>Card</title>
    ${button('Pay', 10, "parent.document.getElementById('says').textContent='Paid'")}`,
};
const at = (top: number) => `<box>${top + 5},105,${top + 35},295</box>`;
const BASKET: ScriptedProgram = [['agentClick', at(100)], 'takeObservation'];
const ORDER = BASKET;
const DONE: ScriptedProgram = ['return'];

let service: RunningLocalService;
let pages: PageServer;
let script: readonly ScriptedProgram[] = [];
let asked = 0;
let memory: TestMemory;
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(launchOptions);
  pages = await servePages(PAGES);
  service = await startLocalService({
    model: scriptedModel(({ step }) => {
      asked++;
      return script[step - 1] ?? [['throw', 'The script is at its end']];
    }),
  });
});
beforeEach(() => {
  memory = new TestMemory();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
  await pages[Symbol.asyncDispose]();
});

/** A session that starts at the shop, with what `body` gives. */
async function inShop<T>(
  body: (nova: NovaAct) => Promise<T>,
  options: NovaActOptions = {},
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 813 } });
  const { novaActOptions } = service;
  const startingPage = `${pages.url}/`;
  return NovaAct.use({ ...novaActOptions, context, startingPage, memory, ...options }, body);
}

/** The model does it by this script; afterwards it has another one, and is counted anew. */
async function recorded(
  nova: NovaAct,
  by: readonly ScriptedProgram[],
  prompt = 'Order the basket',
): Promise<void> {
  script = by;
  await nova.act(prompt);
  script = [];
  asked = 0;
  await nova.goToUrl(`${pages.url}/`);
}

const onRecord = (actId: string | undefined) =>
  service
    .runs()
    .flatMap(({ sessions }) => sessions.flatMap(({ acts }) => acts))
    .find((act) => act.actId === actId);

const says = (nova: NovaAct) => nova.page.textContent('#says');

describe('An act that is remembered', () => {
  it('says nothing of what is masked, and is played without it', async () => {
    const startingPage = `${pages.url}/account`;
    await inShop(
      async (nova) => {
        script = [[['agentClick', at(100)], 'takeObservation'], DONE];
        await nova.act('Open the account');
        script = [[['agentClick', at(200)], 'takeObservation'], DONE];
        await nova.act('Show the number');
        const kept = [...memory.kept.values()].join();
        expect(kept).toContain('"name":"Open"');
        expect(kept).not.toMatch(/1,234|Secret Fund|DE12/);
        script = [];
        asked = 0;
        await nova.goToUrl(startingPage);
        await nova.act('Open the account');
        expect([asked, await says(nova)]).toEqual([0, 'Opened']);
      },
      { startingPage, mask: ['.balance'] },
    );
  });

  it('has a secret typed again, which is in no recording, beside variables in its prompt', async () => {
    const value = 'open-sesame-please';
    const startingPage = `${pages.url}/sign-in`;
    const prompt = 'Sign in as {{user}} with {{password}}';
    const options = { startingPage, secrets: { password: secret(value) } };
    await inShop(async (nova) => {
      script = [
        [['agentType', '{{password}}', at(100)], 'takeObservation'],
        [['agentClick', at(200)], 'takeObservation'],
        DONE,
      ];
      await nova.act(prompt, { variables: { user: 'Bob' } });
      expect(JSON.stringify(memory.newest)).not.toContain('sesame');
      expect(memory.newest?.steps[0]).toMatchObject({ do: 'type', text: '{{password}}' });
      expect(memory.newest?.end?.appeared).toEqual(['Hello {{password}}']);
      script = [];
      asked = 0;
      await nova.goToUrl(startingPage);
      const { metadata } = await nova.act(prompt, { variables: { user: 'Bob' } });
      expect([asked, metadata.memory?.played]).toEqual([0, 2]);
      expect(await says(nova)).toBe(`Hello ${value}`);
      const [unknown, twice] = [{ variables: { user: 'Bob' } }, { variables: { password: 'Bob' } }];
      await expect(nova.act(`${prompt} and {{code}}`, unknown)).rejects.toThrow('names {{code}}');
      await expect(nova.act('Type {{password}}', twice)).rejects.toThrow(
        'is the name of a secret too',
      );
    }, options);
  });

  it('is played without the model, and is on the service as any act that succeeded', async () => {
    const events: NovaActEvent[] = [];
    await inShop(
      async (nova) => {
        await recorded(nova, [BASKET, ORDER, DONE]);
        events.length = 0;
        const { metadata, steps } = await nova.act('Order the basket');
        expect(await says(nova)).toBe('Thank you');
        expect(asked).toBe(0);
        expect(metadata).toMatchObject({
          memory: { played: 2, healed: false },
          numStepsExecuted: 0,
          serverTimeMs: 0,
        });
        expect(steps.map(({ played, stepId, calls }) => [played, stepId, calls[0]?.name])).toEqual([
          [true, undefined, 'agentClick'],
          [true, undefined, 'agentClick'],
          [true, undefined, 'return'],
        ]);
        expect(onRecord(metadata.actId)).toMatchObject({
          status: 'SUCCEEDED',
          task: 'Order the basket',
          steps: [],
        });
      },
      { onEvent: (event) => events.push(event) },
    );
    expect(events.filter(({ type }) => type === 'step.decided')).toMatchObject([
      { played: true },
      { played: true },
      { played: true },
    ]);
  });

  it('tells onStep which steps were played', async () => {
    await inShop(async (nova) => {
      await recorded(nova, [BASKET, ORDER, DONE]);
      const heard: unknown[] = [];
      await nova.act('Order the basket', { onStep: (step) => void heard.push(step.played) });
      expect(heard).toEqual([true, true, true]);
    });
  });

  it('is mended where the page has changed, and played again after that', async () => {
    await inShop(async (nova) => {
      await recorded(nova, [BASKET, ORDER, DONE]);
      const renamed = { status: 200, contentType: 'text/html' };
      const body = PAGES['/basket'].replace('>Order<', '>Buy now<');
      await nova.page.route('**/basket', (route) => route.fulfill({ ...renamed, body }));
      script = [ORDER, DONE];
      const { memory: healed } = (await nova.act('Order the basket')).metadata;
      expect(healed).toEqual({
        played: 1,
        healed: true,
        why: 'step 2, the button “Order”: it is not on the page',
      });
      expect(asked).toBe(2);
      await nova.goToUrl(`${pages.url}/`);
      asked = 0;
      const again = await nova.act('Order the basket');
      expect([asked, again.metadata.memory]).toEqual([0, { played: 2, healed: false }]);
      expect(await says(nova)).toBe('Thank you');
    });
  });

  it('is asked for its answer alone', async () => {
    await inShop(async (nova) => {
      script = [BASKET, [['return', '"blue"']]];
      const first = await nova.actGet('What is in the basket?');
      await nova.goToUrl(`${pages.url}/`);
      script = [[['return', '"green"']]];
      asked = 0;
      const { parsed, metadata } = await nova.actGet('What is in the basket?', { memory: 'only' });
      expect([first.parsed, parsed, asked]).toEqual(['blue', 'green', 1]);
      expect(metadata).toMatchObject({ memory: { played: 1, healed: false }, numStepsExecuted: 1 });
      expect([...memory.kept.values()].join()).not.toMatch(/blue|green/);
    });
  });

  it('does not act for an answer with only', async () => {
    await inShop(async (nova) => {
      script = [BASKET, [['return', '"blue"']]];
      await nova.actGet('What is in the basket?');
      await nova.goToUrl(`${pages.url}/`);
      script = [ORDER, [['return', '"green"']]];
      const failing = nova.actGet('What is in the basket?', { memory: 'only' });
      await expect(failing).rejects.toBeInstanceOf(ActNotRememberedError);
      expect(await says(nova)).toBe('');
    });
  });

  it('fails with only where nothing is recorded, and writes nothing', async () => {
    await inShop(async (nova) => {
      const failing = nova.act('Order the basket', { memory: 'only' });
      await expect(failing).rejects.toMatchObject({
        code: 'ACT_NOT_REMEMBERED',
        message: expect.stringContaining('nothing is recorded of it'),
        metadata: { memory: { played: 0, healed: false } },
      });
      expect(memory.saves).toBe(0);
    });
  });

  it('neither plays nor records with off, and records anew with record', async () => {
    await inShop(async (nova) => {
      script = [BASKET, DONE];
      const off = await nova.act('Order the basket', { memory: 'off' });
      expect([memory.saves, off.metadata.memory]).toEqual([0, undefined]);
      await nova.goToUrl(`${pages.url}/`);
      await nova.act('Order the basket', { memory: 'record' });
      await nova.goToUrl(`${pages.url}/`);
      script = [[['agentClick', at(200)], 'takeObservation'], DONE];
      await nova.act('Order the basket', { memory: 'record' });
      expect(memory.newest?.steps).toMatchObject([{ target: { name: 'Greet' } }]);
      expect(memory.newest?.end).toMatchObject({ appeared: ['Good day'] });
    });
  });

  it('is not recorded where it failed', async () => {
    await inShop(async (nova) => {
      script = [BASKET, [['throw', 'There is no basket']]];
      await nova.act('Order the basket').catch(() => {});
      expect(memory.saves).toBe(0);
    });
  });

  it('is another act where it begins on another page', async () => {
    await inShop(async (nova) => {
      await recorded(nova, [BASKET, ORDER, DONE]);
      await nova.goToUrl(`${pages.url}/basket`);
      script = [DONE];
      const { metadata } = await nova.act('Order the basket');
      expect(metadata.memory).toMatchObject({ played: 0, why: 'nothing is recorded of it' });
    });
  });
});

describe('An act that is recorded at one address of a site', () => {
  const goTo = (url: string): ScriptedProgram => [['goToUrl', url], 'takeObservation'];

  it('is played at another without the model, also on the way to a page and into its frame', async () => {
    await using staging = await servePages(PAGES);
    const site = staging.url.replace('127.0.0.1', 'staging.localhost');
    memory.baseUrl = `${pages.url}/`;
    await inShop((nova) => recorded(nova, [goTo(`${pages.url}/till`), ORDER, DONE], 'Pay'));
    expect(memory.newest).toMatchObject({
      steps: [
        { page: { address: '/' }, do: 'goToUrl', path: '/till' },
        { page: { address: '/till' }, target: { name: 'Pay', frames: [{ address: '/card' }] } },
      ],
      end: { address: '/till' },
    });
    expect(JSON.stringify(memory.newest)).not.toContain('127.0.0.1');
    memory.baseUrl = site;
    await inShop(
      async (nova) => {
        const { metadata } = await nova.act('Pay', { memory: 'only' });
        expect([asked, metadata.memory?.played]).toEqual([0, 2]);
        expect([nova.page.url(), await says(nova)]).toEqual([`${site}/till`, 'Paid']);
        await expect(nova.act('Pay', { memory: 'only' })).rejects.toThrow('nothing is recorded');
      },
      { startingPage: `${site}/` },
    );
    const barred = { startingPage: `${site}/`, security: { blockedUrls: ['*/till'] } };
    await inShop(async (nova) => {
      await expect(nova.act('Pay', { memory: 'only' })).rejects.toThrow();
      expect(nova.page.url()).not.toContain('/till');
    }, barred);
  });

  it('is played where it was recorded before the memory had a base, and mended there', async () => {
    await inShop((nova) => recorded(nova, [BASKET, ORDER, DONE]));
    memory.baseUrl = pages.url;
    await inShop(async (nova) => {
      const { metadata } = await nova.act('Order the basket', { memory: 'only' });
      expect([asked, metadata.memory?.played]).toEqual([0, 2]);
      const body = PAGES['/basket'].replace('>Order<', '>Buy now<');
      await nova.page.route('**/basket', (route) =>
        route.fulfill({ contentType: 'text/html', body }),
      );
      await nova.goToUrl(`${pages.url}/`);
      script = [ORDER, DONE];
      await nova.act('Order the basket');
      expect([memory.kept.size, memory.newest?.end?.address]).toEqual([1, '/basket']);
    });
  });
});

describe('What holds for acts of the model holds for those that are played', () => {
  it('a guardrail stops them at the page it does not want', async () => {
    await inShop((nova) => recorded(nova, [BASKET, ORDER, DONE]));
    const guarded = inShop(
      async (nova) => {
        const failing = nova.act('Order the basket');
        await expect(failing).rejects.toBeInstanceOf(ActStateGuardrailError);
        expect(await says(nova)).toBe('');
      },
      { stateGuardrail: ({ browserUrl }) => (browserUrl.endsWith('/basket') ? 'block' : 'pass') },
    );
    await guarded;
    expect(asked).toBe(0);
  });

  it('an aborted one ends at once, and is on record as what it was', async () => {
    const abort = new AbortController();
    await inShop(async (nova) => {
      await recorded(nova, [BASKET, ORDER, DONE]);
      const onStep = () => abort.abort();
      const failing = nova.act('Order the basket', { onStep, signal: abort.signal });
      await expect(failing).rejects.toMatchObject({ code: 'ACT_CANCELED' });
      expect(nova.page.url()).toContain('/basket');
      expect(await says(nova)).toBe('');
    });
  });

  it('a person is asked by the model again, and a tool called by it', async () => {
    const calls: string[] = [];
    const check = tool({
      name: 'check_stock',
      description: 'Says what is in stock',
      inputSchema: { type: 'object' },
      execute: () => void calls.push('tool'),
    });
    const approve = () => {
      calls.push('person');
      return 'yes' as const;
    };
    const options = { tools: [check], humanInput: { approve } };
    await inShop(async (nova) => {
      const way: ScriptedProgram[] = [
        BASKET,
        [{ name: 'human_Approve', input: { message: 'Order?' } }, 'takeObservation'],
        [{ name: 'check_stock', input: {} }, 'takeObservation'],
        ORDER,
        DONE,
      ];
      await recorded(nova, way);
      expect(memory.newest?.open).toBe('the agent asks a person');
      script = way.slice(1);
      const { metadata } = await nova.act('Order the basket');
      expect(metadata.memory).toEqual({ played: 1, healed: false, why: 'the agent asks a person' });
      expect(calls).toEqual(['person', 'tool', 'person', 'tool']);
      expect(asked).toBe(4);
      const only = nova
        .goToUrl(`${pages.url}/`)
        .then(() => nova.act('Order the basket', { memory: 'only' }));
      await expect(only).rejects.toThrow('the agent asks a person');
    }, options);
  });
});

describe('A memory that does not work', () => {
  const broken = (parts: Partial<Memory>): Memory => ({
    load: async () => undefined,
    save: async () => {},
    ...parts,
  });

  it.each<[string, Partial<Memory>, RegExp]>([
    ['cannot be read', { load: () => Promise.reject(new Error('no disk')) }, /no disk/],
    ['gives no recording', { load: async () => ({ hello: 1 }) }, /is no recording/],
    [
      'gives a newer one',
      { load: async () => ({ format: 'nova-act/recording', version: 2 }) },
      /of version 2/,
    ],
    [
      'gives a damaged one',
      { load: async () => ({ ...memory.newest, steps: [{ do: 'explode' }] }) },
      /is damaged: steps\[0\]/,
    ],
  ])('that %s is told and left as it is, and the act done by the model', async (_, parts, why) => {
    let saves = 0;
    const unread = broken({ ...parts, save: async () => void saves++ });
    await inShop(async (nova) => recorded(nova, [BASKET, DONE]));
    await inShop(
      async (nova) => {
        script = [BASKET, DONE];
        const { metadata } = await nova.act('Order the basket');
        expect(metadata.memory).toMatchObject({ played: 0, why: expect.stringMatching(why) });
        await nova.goToUrl(`${pages.url}/`);
        const only = nova.act('Order the basket', { memory: 'only' });
        await expect(only).rejects.toMatchObject({ code: 'ACT_NOT_REMEMBERED' });
      },
      { memory: unread },
    );
    expect(saves).toBe(0);
  });

  it('takes nothing from an act that was done', async () => {
    const warned: string[] = [];
    const log = (message: string) => void warned.push(message);
    await inShop(
      async (nova) => {
        script = [BASKET, DONE];
        expect((await nova.act('Order the basket')).metadata.numStepsExecuted).toBe(2);
      },
      {
        memory: broken({ save: () => Promise.reject(new Error('no disk')) }),
        logger: { debug() {}, info() {}, warn: log, error() {} },
      },
    );
    expect(warned).toContain('The act could not be remembered');
  });
});

describe('Options of memory', () => {
  it.each([
    [{ memory: {} }, 'memory: is no memory'],
    [{ memory: './acts' }, 'memory: is no memory'],
    [
      { memory: { load() {}, save() {}, baseUrl: '/shop' } },
      'memory.baseUrl: is not the address of a site',
    ],
  ])('refuses %j', (options, message) => {
    expect(() => new NovaAct({ ...service.novaActOptions, ...(options as object) })).toThrow(
      message,
    );
  });

  it('are refused where they can do nothing', async () => {
    await inShop(
      async (nova) => {
        const asking = (prompt: string, options: object) =>
          expect(nova.act(prompt, options)).rejects;
        await asking('Order', { memory: 'use' }).toThrow('of no use in a session without a memory');
        await asking('Order', { memory: 'always' }).toThrow('memory: is no way to use a memory');
        await asking('Order', { variables: { a: 'b' } }).toThrow('variables.a: is not named');
        await asking('{{a}} {{b}}', { variables: { a: 'x' } }).toThrow('names {{b}}');
        await asking('{{a}}', { variables: { a: 7 } }).toThrow(
          'variables.a: is empty or not a text',
        );
        await asking('{{a}}', { variables: { a: '{{b}}' } }).toThrow('holds a name');
        await asking('{{a}}', { variables: ['x'] }).toThrow('variables: are not an object');
      },
      { memory: undefined },
    );
  });

  it('sends the service the values of variables, also without a memory', async () => {
    await inShop(
      async (nova) => {
        script = [DONE];
        const { metadata } = await nova.act('Order {{what}}', { variables: { what: 'a lamp' } });
        expect([onRecord(metadata.actId)?.task, metadata.prompt]).toEqual([
          'Order a lamp',
          'Order a lamp',
        ]);
      },
      { memory: undefined },
    );
  });
});
