import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOptions } from '../../../../test/support/chromium.js';
import { type Seed, type SeededAct, seed } from './seed.js';

const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const RED_MUG = '<box>100,200,155,400</box>';
const SEARCH = '<box>81,160,163,320</box>';
const click = (box: string) => [['agentClick', box], 'takeObservation'];

/** Clicks twice, whatever is asked, and is done. */
const model = scriptedModel([click(RED_MUG), click(SEARCH), [['return', '']]] as never);

let directory: string;
let service: RunningLocalService;
let runs: Seed;
let act: SeededAct;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'nova-act-rerun-'));
  service = await startLocalService({ model, record: directory });
  runs = seed({ ...service, origin: service.url }, PICTURE);
  act = await runs.run('Click the red mug', 3, 'SUCCEEDED');
});
afterAll(async () => {
  await service?.stop();
  rmSync(directory, { recursive: true });
});

const recording = () =>
  readFileSync(
    join(directory, readdirSync(directory).find((name) => name.endsWith('.jsonl')) ?? ''),
    'utf8',
  );

describe('a rerun by the console’s API', () => {
  const post = (body: string, type = 'application/json', actId = act.actId) =>
    service.fetch(`${service.url}/console/api/acts/${actId}/rerun`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
  async function rerun(from: number, wish: { model: string; text?: string }) {
    const answer = await post(JSON.stringify({ from: act.stepIds[from - 1], ...wish }));
    const lines = (await answer.text()).split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line));
  }

  it('asks the rules what they would have done at each page on record', async () => {
    const steps = await rerun(1, { model: 'rules' });
    expect(steps.map(({ step }) => step)).toEqual([1, 2, 3]);
    const [first, second] = steps;
    const clicked = first.given.find(({ name }: { name: string }) => name === 'agentClick');
    expect(first.targets[clicked.callId]).toBe('Red mug');
    expect(first.differs).not.toContain(clicked.callId);
    // Having clicked it they are done, where the model on record went on.
    expect(second.given.map(({ name }: { name: string }) => name)).toContain('return');
    expect(second.differs).not.toEqual([]);
  });

  it('reads a script, whose first program answers the step it begins with, and runs nothing', async () => {
    const text = JSON.stringify([click(RED_MUG), [['return', '"no"']]]);
    const [second, third] = await rerun(2, { model: 'scripted', text });
    expect(second).toMatchObject({
      step: 2,
      differs: [second.recorded[0].callId, second.given[0].callId],
    });
    expect(second.targets[second.recorded[0].callId]).toBe('Search');
    expect(third.given).toMatchObject([{ name: 'return', input: ['"no"'] }]);
    const short = await rerun(2, { model: 'scripted', text: JSON.stringify([click(SEARCH)]) });
    expect(short[0].differs).toEqual([]);
    expect(short[1]).toMatchObject({
      problem: 'The script has no program for step 3',
      differs: [],
    });
    expect(short[1]).not.toHaveProperty('given');
  });

  it('plays an act of a cassette, aimed at the pages on record', async () => {
    const steps = await rerun(2, { model: 'recorded', text: recording() });
    expect(steps.map(({ step, differs }) => ({ step, differs }))).toEqual([
      { step: 2, differs: [] },
      { step: 3, differs: [] },
    ]);
  });

  it('leaves what is on record, and the cassette, as they were', async () => {
    const before = [JSON.stringify(service.runs()), recording()];
    await rerun(1, { model: 'rules' });
    expect([JSON.stringify(service.runs()), recording()]).toEqual(before);
    expect(readdirSync(directory).filter((name) => name.endsWith('.jsonl'))).toHaveLength(1);
  });

  it.each([
    [{ model: 'gpt' }, 'model must be rules, scripted or recorded, is "gpt"'],
    [{ model: 'scripted', text: 'process.exit(1)' }, 'The script is not JSON'],
    [{ model: 'recorded', text: '{}' }, 'Choose a file act-….jsonl of a cassette'],
    [{ model: 'rules', from: 'x' }, 'from must be the id of a step of this act'],
    [{ model: 'rules', text: 3 }, 'text must be a string'],
  ])('refuses %j, and says why', async (wish, message) => {
    const answer = await post(JSON.stringify({ from: act.stepIds[0], ...wish }));
    expect(answer.status).toBe(400);
    expect((await answer.json()).message).toContain(message);
  });

  it('gives the steps before one, and the acts before theirs, as a file for a replay', async () => {
    const get = (actId: string, before: string) =>
      service.fetch(`${service.url}/console/api/acts/${actId}/cassette?before=${before}`);
    const answer = await get(act.actId, act.stepIds[1] ?? '');
    expect(answer.headers.get('content-disposition')).toContain(
      `act-${act.actId.slice(0, 8)}-to-step-2.jsonl`,
    );
    const recorded = recording()
      .split('\n')
      .map((line) => line && JSON.parse(line));
    const given = (await answer.text()).split('\n').map((line) => line && JSON.parse(line));
    expect(given.map((line) => ({ ...line, durationMs: 0, recordedAt: '' }))).toEqual(
      [recorded[0], recorded[1], ''].map((line) => ({
        ...(line as object),
        ...(line?.model ? { model: line.modelId } : {}),
        ...{ durationMs: 0, recordedAt: '' },
      })),
    );
    const wrong = await get(act.actId, 'x');
    expect([wrong.status, (await wrong.json()).message]).toEqual([
      400,
      expect.stringContaining('before must be the id of a step of this act'),
    ]);
    expect((await get('none', 'x')).status).toBe(404);
  });

  it('refuses what another site’s page could send, and acts that are not there', async () => {
    const body = JSON.stringify({ from: act.stepIds[0], model: 'rules' });
    expect((await post(body, 'text/plain')).status).toBe(415);
    expect((await post(body, 'application/json', 'none')).status).toBe(404);
    expect((await post('{')).status).toBe(400);
  });
});

describe('a rerun in the console', () => {
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch(launchOptions);
    page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    page.on('pageerror', (error) => problems.push(String(error)));
    // Nobody has chosen the run: it is the newest.
    await page.goto(service.url);
    await page.getByRole('heading', { name: '1. Click ‘Red mug’' }).waitFor();
    await page.keyboard.press(']');
    await page.getByRole('heading', { name: '2. Click ‘Search’' }).waitFor();
  });
  afterAll(() => browser?.close());

  const steps = () => page.getByRole('list', { name: 'Steps of the rerun' }).locator('> li');
  const summary = () => page.getByRole('status').filter({ hasText: 'the same' }).textContent();

  it('begins at the step, by its button, and shows both answers with what differs marked', async () => {
    await page.getByRole('button', { name: 'Rerun from here' }).click();
    await page.getByRole('heading', { name: 'Rerun from step 2' }).waitFor();
    expect(page.url()).toContain(`/rerun/${act.stepIds[1]}`);
    await page.getByRole('button', { name: 'Ask' }).click();
    await expect
      .poll(summary)
      .toMatch(/^[01] of 2 steps the same, the first that differs is step 2/);
    expect(await steps().first().textContent()).toMatch(
      /≠ differs.*On record.*≠ Click ‘Search’.*The other model/,
    );
  });

  it('takes a script that begins as what is on record, by keyboard alone', async () => {
    await page.reload();
    await page.getByRole('heading', { name: 'Rerun from step 2' }).waitFor();
    await page.getByRole('radio', { name: 'Rules' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('radio', { name: 'Scripted' }).isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    // Keys of the console are letters here.
    await page.keyboard.press('End');
    await page.keyboard.type('r');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(summary).toBe('2 of 2 steps the same.');
    await page.getByRole('textbox', { name: 'Script' }).fill('[[process.exit()]]');
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.getByText('The script is not JSON').waitFor();
  });

  it('takes the file of an act', async () => {
    await page.getByRole('radio', { name: 'Recorded' }).check();
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.getByText('Choose the file of an act first.').waitFor();
    const file = { name: 'act.jsonl', mimeType: 'text/plain', buffer: Buffer.from(recording()) };
    await page.getByLabel('Act of a cassette').setInputFiles(file);
    await page.getByRole('button', { name: 'Ask' }).click();
    await expect.poll(summary).toBe('2 of 2 steps the same.');
  });

  it('has the command to go on in a browser, and the files it takes', async () => {
    const live = page.getByRole('region', { name: 'In a browser' });
    const saved = async (name: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        live.getByRole('button', { name }).click(),
      ]);
      return [file.suggestedFilename(), readFileSync(await file.path(), 'utf8')] as const;
    };
    expect(await live.getByLabel('Command').textContent()).toBe(
      'npx nova-act-local exec --replay act.jsonl -- node program.mjs',
    );
    await page.getByRole('radio', { name: 'Scripted' }).check();
    await page.getByRole('textbox', { name: 'Script' }).fill('[[["return", "1"]]]');
    const [name, steps] = await saved('Download the steps before it');
    expect(steps.split('\n').map((line) => line && JSON.parse(line).kind)).toEqual([
      'act',
      'step',
      '',
    ]);
    expect(await saved('Download the script')).toEqual(['script.json', '[[["return", "1"]]]']);
    expect(await live.getByLabel('Command').textContent()).toBe(
      `npx nova-act-local exec --replay ${name} --go-on end --model scripted --script script.json -- node program.mjs`,
    );
  });

  it.each([390, 1024, 1600])('stands within a width of %i', async (width) => {
    await page.setViewportSize({ width, height: 844 });
    expect(await steps().count()).toBe(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
      true,
    );
  });

  it('leads back to the step by Escape', async () => {
    await page.getByRole('button', { name: 'Ask' }).focus();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '2. Click ‘Search’' }).waitFor();
    expect(page.url()).not.toContain('rerun');
    await page.keyboard.press('r');
    await page.getByRole('heading', { name: 'Rerun from step 2' }).waitFor();
    expect(problems).toEqual([]);
  });
});
