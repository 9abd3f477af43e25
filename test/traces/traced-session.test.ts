import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type ActTrace, NovaAct, type SessionTrace } from '@nova-act/core';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { chromium as playwright } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium, launchOptions } from '../support/chromium.js';
import { box, startTracedSite } from './traced-site.js';

const LOOK = ['waitForPageToSettle', 'takeObservation'];
const program = [
  [['agentClick', box(100)], ['agentType', 'Boston', box(180)], ...LOOK],
  [['agentType', 'hunter2', box(240)], ['agentClick', box(300)], ...LOOK],
  [['return', '"done"']],
] as const;

let service: RunningLocalService;
let site: Awaited<ReturnType<typeof startTracedSite>>;
let directory: string;
/** What a session of two acts, the second of which fails, left on the disk. */
let traced: { session: SessionTrace; acts: ActTrace[]; folder: string; pages: string[] };

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'nova-act-traces-'));
  site = await startTracedSite();
  service = await startLocalService({
    model: scriptedModel(({ step, prompt }) =>
      prompt.includes('give up') ? [['throw', 'No such fare']] : (program[step - 1] ?? []),
    ),
  });
  const options = { ...chromium(), ...service.novaActOptions, startingPage: site.url };
  const pages: string[] = [];
  const folder = await NovaAct.use({ ...options, logsDirectory: directory }, async (nova) => {
    const { metadata } = await nova.act('Search fares from Boston');
    const { metadata: failed } = await nova.act('Look, and give up').catch((error) => error);
    pages.push(metadata.tracePath ?? '', failed.tracePath ?? '');
    expect(nova.trace.path).toBe(failed.tracePath);
    return nova.logsDirectory ?? '';
  });
  const read = async (file: string) => JSON.parse(await readFile(file, 'utf8'));
  traced = {
    folder,
    pages,
    session: await read(join(folder, 'session.json')),
    acts: await Promise.all(pages.map((page) => read(page.replace(/html$/, 'json')))),
  };
});
afterAll(async () => {
  await service?.stop();
  await site?.close();
  await rm(directory, { recursive: true, force: true });
});

describe('the trajectory of an act', () => {
  it('has all that is needed to do it again: prompt, calls with targets, results, places, times', () => {
    const [act] = traced.acts;
    expect(act).toMatchObject({
      prompt: 'Search fares from Boston',
      status: 'SUCCEEDED',
      response: '"done"',
      startingPage: site.url,
      numStepsExecuted: 3,
    });
    const calls = act?.steps.map((step) =>
      step.calls.map(({ name, target, outcome, text }) => [name, target, outcome, text]),
    );
    expect(calls).toEqual([
      [
        ['agentClick', 'link "Boston Logan"', 'ok', 'null'],
        ['agentType', 'input "From"', 'ok', 'null'],
        ['waitForPageToSettle', undefined, 'ok', 'null'],
        ['takeObservation', undefined, 'ok', undefined],
      ],
      [
        ['agentType', expect.stringContaining('"Password"'), 'ok', 'null'],
        ['agentClick', 'button "Search"', 'ok', 'null'],
        ['waitForPageToSettle', undefined, 'ok', 'null'],
        ['takeObservation', undefined, 'ok', undefined],
      ],
      [['return', undefined, 'ok', 'null']],
    ]);
    for (const step of act?.steps ?? []) {
      expect(step).toMatchObject({ title: 'Fares', viewport: { width: expect.any(Number) } });
      expect(step.url).toMatch(new RegExp(`^${site.url}`));
      expect(step.screenshot).toMatch(/^pictures\//);
      expect(step.decideMs).toBeGreaterThanOrEqual(0);
    }
    expect(act?.steps[0]?.calls[1]?.input.text).toBe('Boston');
  });

  it('has what the page complained of with the step in which it did, without what signs an address', () => {
    const problems = traced.acts[0]?.steps.map((step) =>
      (step.problems ?? []).map(({ kind, text, url }) => [kind, text, url]),
    );
    expect(problems).toEqual([
      [],
      [
        ['request', '500 Internal Server Error', `${site.url}broken?token=REDACTED`],
        ['console', 'no fares', expect.stringContaining(site.url)],
      ],
      [],
    ]);
  });

  it('holds nothing that was typed into a field that hides it', async () => {
    for (const file of await readdir(traced.folder, { recursive: true })) {
      const path = join(traced.folder, file);
      if ((await stat(path)).isFile())
        expect(await readFile(path, 'utf8')).not.toContain('hunter2');
    }
  });
});

describe('the session on the disk', () => {
  it('leads to its acts, and sums up what they came to', () => {
    const { session, pages } = traced;
    expect(session.acts.map(({ status, page }) => [status, page])).toEqual([
      ['SUCCEEDED', basename(pages[0] ?? '')],
      ['FAILED', basename(pages[1] ?? '')],
    ]);
    expect(session.acts[1]?.outcome).toContain('No such fare');
    const { totals } = session;
    expect(totals).toMatchObject({ acts: 2, succeeded: 1, failed: 1, numStepsExecuted: 4 });
    expect(totals.timeWorkedMs).toBeGreaterThan(totals.serverTimeMs);
    expect(totals.humanWaitMs).toBe(0);
  });

  it('has each picture once, and takes no more than 60 KB a step', async () => {
    const { acts, folder } = traced;
    const names = acts.flatMap(({ steps }) => steps.map(({ screenshot }) => screenshot));
    expect((await readdir(join(folder, 'pictures'))).length).toBe(new Set(names).size);
    const files = await readdir(folder, { recursive: true });
    const sizes = await Promise.all(
      files.map(async (file) => (await stat(join(folder, file))).size),
    );
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    expect(bytes / names.length).toBeLessThan(60_000);
  });

  it('is shown from the disk, from its page to those of its acts and back, without a complaint', async () => {
    const browser = await playwright.launch(launchOptions);
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    await page.goto(`file://${join(dirname(traced.pages[0] ?? ''), 'index.html')}`);
    await page.getByRole('link', { name: 'Search fares' }).click();
    const words = await page.locator('#step-1').textContent();
    expect(words).toContain('Click ‘Boston Logan’');
    expect(words).toContain('Type “Boston” into ‘From’');
    expect(await page.locator('#step-2 .problems').textContent()).toContain('no fares');
    await page.getByRole('link', { name: 'All acts' }).click();
    await page.getByRole('link', { name: 'give up' }).click();
    expect(await page.locator('#result').textContent()).toContain('No such fare');
    expect(complaints).toEqual([]);
    await browser.close();
  });
});
