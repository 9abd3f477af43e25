import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NovaAct, type Recording, toPlaywright } from '@nova-act/core';
import { scriptedModel, startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runIn, runLine } from '../../packages/cli/src/run-cli.case.js';
import { boxOf } from '../../packages/core/test/support/open-hand.js';
import { chromium, launchOptions } from '../support/chromium.js';
import { type PageServer, servePages } from '../support/serve-pages.js';
import { TestMemory } from '../support/test-memory.js';

const card = (name: string) =>
  `<li class="card"><h2>${name}</h2><button id="add-${name.slice(0, 3)}" onclick="says.textContent='${name}: in the cart'">Add</button></li>`;
const RESULTS = `<!doctype html><html lang="en"><title>Results</title><h1>Results (2)</h1>
  <ul>${card('Blue Mug')}${card('Red Mug')}</ul><p id="says"></p>
  <label>Size <select id="size"><option>Small<option>Large</select></label>
  <label><input type="checkbox" id="gift"> Gift wrap</label>
  <label>Voucher PIN <input type="password" id="pin"></label>
  <iframe title="Bank" src="/bank" width="300" height="80"></iframe>
  <button id="order" style="text-transform:uppercase" onclick="finish()">Order now</button>
  <dialog id="end"><p>Your order is on its way</p></dialog>
  <script>function finish() {
    const says = document.getElementById('says').textContent;
    const ok = says === 'Red Mug: in the cart' && size.value === 'Large' && gift.checked && pin.value === '12 34';
    if (ok && frames[0].document.body.textContent.includes('Paid')) end.showModal();
  }</script>`;
const SHOP = {
  '/': `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>
    <label>Search products <input type="search" id="search"></label>
    <button id="till" disabled>Open till</button>
    <button id="apply" onclick="if (search.value === 'Mug') location.href='/results'">Apply</button>`,
  '/results': RESULTS,
  '/bank': `<!doctype html><button id="pay" onclick="document.body.textContent='Paid'">Pay</button>`,
};
const PROMPT =
  'Search for {{what}}, add the Red Mug in “Large”, as a gift, with the PIN {{pin}}; pay and order';
const WAY: readonly (readonly [string, string?])[] = [
  ['#search', 'Mug'],
  ['#apply'],
  ['#add-Red'],
  ['#size', 'Large'],
  ['#gift'],
  ['#pin', '12 34'],
  ['iframe'],
  ['#order'],
];

let folder: string;
let shop: PageServer;
let changed: PageServer;
let recording: Recording;
/** The ids of acts that a trace was written of: one like the recorded one, and one whose click failed. */
let traced: string;
let failed: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nova-act-test-'));
  shop = await servePages(SHOP);
  changed = await servePages({ ...SHOP, '/results': RESULTS.replaceAll('Red Mug', 'Pink Mug') });
  const memory = new TestMemory();
  let way = WAY;
  await using service = await startLocalService({
    model: scriptedModel(async ({ step }) => {
      const [selector, text] = way[step - 1] ?? [];
      if (selector === undefined) return ['return'];
      const { top, left, bottom, right } =
        selector === 'iframe' ? await payBox(nova) : await boxOf(nova.page, selector);
      const box = `<box>${top},${left},${bottom},${right}</box>`;
      const call = text === undefined ? ['agentClick', box] : ['agentType', text, box];
      return [call as ['agentClick', string], 'takeObservation'];
    }),
  });
  const logsDirectory = join(folder, 'traces');
  const session = { ...chromium(), ...service.novaActOptions, memory, logsDirectory };
  await using nova = await NovaAct.start({ ...session, startingPage: `${shop.url}/` });
  await nova.act(PROMPT, { variables: { what: 'Mug', pin: '12 34' } });
  if (!memory.newest) throw new Error('nothing was recorded');
  recording = memory.newest;
  const variables = { what: 'Mug', pin: '12 34' };
  await nova.goToUrl(`${shop.url}/`);
  traced = (await nova.act(PROMPT, { variables, memory: 'off' })).metadata.actId ?? '';
  way = [['#till']];
  await nova.goToUrl(`${shop.url}/`);
  failed = (await nova.act('Open the till', { memory: 'off' })).metadata.actId ?? '';
}, 180_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await shop?.[Symbol.asyncDispose]();
  await changed?.[Symbol.asyncDispose]();
});

async function payBox({ page }: NovaAct) {
  const box = await page.frameLocator('iframe').locator('#pay').boundingBox();
  if (!box) throw new Error('The frame has no button');
  const { x, y, width, height } = box;
  return { top: y, left: x, bottom: y + height, right: x + width };
}

interface End {
  status: string;
  error?: { message: string };
}

/** Runs tests as anybody's project does, and gives how each ended, by its title. */
async function runTests(tests: Record<string, string>): Promise<Record<string, End>> {
  const require = createRequire(import.meta.url);
  const playwright = dirname(require.resolve('playwright/package.json'));
  const stand = join(folder, 'node_modules/@playwright/test');
  await mkdir(stand, { recursive: true });
  await writeFile(join(stand, 'package.json'), '{"type":"module","exports":"./index.js"}');
  const runner = pathToFileURL(join(playwright, 'test.mjs'));
  await writeFile(join(stand, 'index.js'), `export * from '${runner}';`);
  const short = { use: { launchOptions, actionTimeout: 1_500 }, expect: { timeout: 1_500 } };
  const config = { ...short, workers: 1, reporter: 'json' };
  await writeFile(
    join(folder, 'playwright.config.mjs'),
    `export default ${JSON.stringify(config)}`,
  );
  for (const [name, code] of Object.entries(tests)) {
    await writeFile(join(folder, `${name}.spec.ts`), code);
  }
  const env = { ...process.env, ACT_PIN: '12 34', ACT_WHAT: 'Mug' };
  const out = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [join(playwright, 'cli.js'), 'test'],
      { cwd: folder, env },
      (_, out) => resolve(out),
    );
  });
  const { suites } = JSON.parse(out) as {
    suites: { specs: { title: string; tests: { results: End[] }[] }[] }[];
  };
  return Object.fromEntries(
    suites.flatMap(({ specs }) =>
      specs.map(({ title, tests }) => [title, tests[0]?.results[0] ?? { status: 'not run' }]),
    ),
  );
}

const fromTraceOf = (actId: string, ...more: string[]) =>
  runIn({ cwd: folder }, 'codegen', actId, ...more);

describe('a trace', () => {
  it('without anything that can be done again is refused', async () => {
    expect(await fromTraceOf(failed)).toMatchObject({
      code: 2,
      error: expect.stringContaining('does not tell how the act was done'),
    });
  });

  it('names what a call was aimed at that failed', async () => {
    const { out } = await runIn({ cwd: folder }, 'trace', 'open', failed, '--print');
    const trace = JSON.parse(await readFile(out.trim().replace(/html$/, 'json'), 'utf8'));
    expect(trace.steps[0].calls[0]).toMatchObject({
      outcome: 'redirect',
      target: 'button "Open till"',
    });
  });
});

describe('the test that a recording becomes', () => {
  it('passes on the page that was recorded, also where a trace tells of it, and fails on one that has changed', async () => {
    const variables = { what: 'Mug' };
    const same = { startingPage: `${shop.url}/`, title: 'as it was', variables };
    const other = { startingPage: `${changed.url}/`, title: 'changed', variables };
    const fromTrace = await fromTraceOf(traced, '--title', 'traced');
    expect(fromTrace.code).toBe(0);
    expect(fromTrace.out).not.toContain('12 34');
    const ends = await runTests({
      traced: fromTrace.out,
      same: toPlaywright(recording, same),
      changed: toPlaywright(recording, other),
    });
    expect(ends).toMatchObject({
      'as it was': { status: 'passed' },
      traced: { status: 'passed' },
      // At what is not there any more, having done what was still to be done.
      changed: { status: 'failed', error: { message: expect.stringContaining('Red Mug') } },
    });
  });

  it('is printed by the command, from a file', async () => {
    const file = join(folder, 'act.json');
    await writeFile(file, JSON.stringify(recording));
    const { code, out } = await runLine('codegen', file, '--starting-page', `${shop.url}/`);
    expect(code).toBe(0);
    expect(out).toBe(toPlaywright(recording, { startingPage: `${shop.url}/` }));
  });

  it('is not printed of what cannot be read', async () => {
    const file = join(folder, 'broken.json');
    expect(await runLine('codegen', file)).toMatchObject({
      code: 4,
      error: expect.stringContaining('There is no file'),
    });
    await writeFile(file, '{');
    expect(await runLine('codegen', file)).toMatchObject({
      code: 2,
      error: expect.stringContaining('is not JSON'),
    });
    await writeFile(file, '{}');
    expect(await runLine('codegen', file)).toMatchObject({
      code: 2,
      error: expect.stringContaining('recording: is no recording'),
    });
  });
});
