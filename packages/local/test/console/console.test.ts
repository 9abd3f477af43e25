import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchOptions } from '../../../../test/support/chromium.js';
import { apiKeyClient } from '../clients.js';
import { type Seed, type SeededAct, seed } from './seed.js';

const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

// What the model answers hangs on the step: a click, typing, a tool, something evil.
const model = scriptedModel(({ step, prompt }) => {
  if (prompt === 'Tell the price')
    return step === 5 ? [['return', '{"price":12}']] : ['takeObservation'];
  if (step % 5 === 2)
    return [['agentType', `tea ${evil}`, '<bbox>100,100,200,200</bbox>'], 'takeObservation'];
  if (step % 5 === 3)
    return [
      { name: 'lookUpPrice', input: { sku: `A-${step}` } },
      { name: 'takeObservation', input: [] },
    ];
  return [
    ['think', `step ${step}`],
    ['agentClick', '<box>100,200,160,400</box>'],
    'takeObservation',
  ];
});

describe('the console in a browser', () => {
  let service: RunningLocalService;
  let browser: Browser;
  let page: Page;
  let runs: Seed;
  let failed: SeededAct;
  let bought: SeededAct;
  const problems: string[] = [];

  beforeAll(async () => {
    service = await startLocalService({ model });
    browser = await chromium.launch(launchOptions);
    page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    await page.setContent('<h1 style="font:80px sans-serif;color:#285">A page that was seen</h1>');
    const picture = (await page.screenshot({ type: 'jpeg', quality: 60 })).toString('base64');
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    runs = seed({ ...service, origin: service.url }, `data:image/jpeg;base64,${picture}`);
    failed = await runs.run(`Find the ${evil}`, 4, 'FAILED');
    bought = await runs.run('Buy a red mug', 7, 'SUCCEEDED');
  });

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  beforeEach(async () => {
    problems.length = 0;
    await page.goto('about:blank');
    await page.goto(service.url);
  });

  const options = (list: string) =>
    page.getByRole('listbox', { name: list, exact: true }).getByRole('option');
  const openRun = (text: string) => options('Runs').filter({ hasText: text }).click();

  it('lists runs with their status, newest first', async () => {
    await expect.poll(() => options('Runs').count()).toBe(2);
    expect(await options('Runs').first().textContent()).toMatch(
      /succeeded.*Buy a red mug.*1 act · 7 steps/s,
    );
    expect(problems).toEqual([]);
  });

  it('shows what pages, prompts and models said as text', async () => {
    await openRun('Find the');
    await options('Steps').nth(1).click();
    const step = page.getByRole('article', { name: 'Step 2' });
    await step.waitFor();
    expect(await step.textContent()).toContain(evil.replaceAll('"', '\\"'));
    expect(await page.locator('.whole-prompt').textContent()).toBe(`Find the ${evil}`);
    expect(await page.locator('.notice').textContent()).toContain('No such <button>');
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.title()).toBe('Nova Act, local');
    expect(problems).toEqual([]);
  });

  it('draws the box and the pointer of each call on the screenshot, in both notations', async () => {
    await page.goto(
      `${service.url}/#/runs/${bought.workflowRunId}/acts/${bought.actId}/steps/${bought.stepIds[0]}`,
    );
    const box = page.locator('.overlay .box');
    await expect.poll(() => box.getAttribute('width')).toBe('200');
    expect(await box.getAttribute('x')).toBe('200');
    expect(await page.locator('.overlay .dot').getAttribute('cy')).toBe('130');
    expect(
      await page
        .locator('.screenshot img')
        .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBe(1600);
    await options('Steps').nth(1).click();
    await expect.poll(() => box.getAttribute('width')).toBe('160');
    expect(await page.locator('.calls .tool').count()).toBe(0);
    await options('Steps').nth(2).click();
    await expect
      .poll(() => page.locator('.calls .tool').textContent())
      .toContain('lookUpPrice({"sku":"A-3"})');
  });

  it('finds runs by words and by status', async () => {
    await page.getByRole('searchbox', { name: 'Search runs' }).fill('red mug');
    await expect.poll(() => options('Runs').count()).toBe(1);
    await page.getByRole('searchbox', { name: 'Search runs' }).fill('');
    await page.getByRole('combobox', { name: 'Status' }).selectOption('FAILED');
    await expect
      .poll(() => options('Runs').allTextContents())
      .toEqual([expect.stringContaining('Find the')]);
    await page.getByRole('searchbox', { name: 'Search runs' }).fill('red mug');
    await page.getByText('No runs match these filters.').waitFor();
  });

  it('narrows steps to those with tool calls or with words', async () => {
    await openRun('Buy a red mug');
    await expect.poll(() => options('Steps').count()).toBe(7);
    await page.getByRole('combobox', { name: 'Kind of step' }).selectOption('tools');
    await expect.poll(() => options('Steps').count()).toBe(1);
    await page.getByRole('combobox', { name: 'Kind of step' }).selectOption('all');
    await page.getByRole('searchbox', { name: 'Search steps' }).fill('agenttype');
    await expect.poll(() => options('Steps').count()).toBe(2);
    expect(await page.getByText('2 of 7').count()).toBe(1);
  });

  it('works from the keyboard alone', async () => {
    // A key that is pressed before the page's script has run is nobody's.
    await expect.poll(() => options('Runs').count()).toBe(2);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('run-search');
    await page.keyboard.press('Escape');
    await page.getByRole('listbox', { name: 'Runs' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('article', { name: 'Step 4' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.getByRole('article', { name: 'Step 1' }).waitFor();
    await page.keyboard.press(']');
    await page.getByRole('article', { name: 'Step 2' }).waitFor();
    await page.keyboard.press('[');
    await page.getByRole('article', { name: 'Step 1' }).waitFor();
    expect(page.url()).toContain(`/runs/${bought.workflowRunId}`);
    await page.getByRole('listbox', { name: 'Steps' }).focus();
    await page.keyboard.press('End');
    await page.getByRole('article', { name: 'Step 7' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
  });

  it('holds two runs side by side', async () => {
    await openRun('Find the');
    await page.getByRole('article').waitFor();
    await page.keyboard.press('c');
    await openRun('Buy a red mug');
    await expect.poll(() => options('Steps side by side').count()).toBe(7);
    expect(page.url()).toContain(`#/runs/${failed.workflowRunId}/compare/${bought.workflowRunId}`);
    expect(await page.locator('.compare .row.differs').count()).toBe(3);
    await page.keyboard.press('Escape');
    await page.getByRole('listbox', { name: 'Steps', exact: true }).waitFor();
  });

  it('tells where the time went', async () => {
    await openRun('Buy a red mug');
    await expect
      .poll(() => page.getByRole('img', { name: /Timeline/ }).getAttribute('aria-label'))
      .toMatch(/7 steps\. Model .* %\), acting and waiting .* %\)\. Slowest: step \d/);
  });

  it('follows a run while it goes on', async () => {
    const live = await runs.run('Watch me', 1);
    await openRun('Watch me');
    await page.getByRole('article', { name: 'Step 1' }).waitFor();
    await runs.step(live);
    await page.getByRole('article', { name: 'Step 2' }).waitFor();
    await options('Steps').first().click();
    await page.getByRole('article', { name: 'Step 1' }).waitFor();
    await runs.step(live);
    await expect.poll(() => options('Steps').count()).toBe(3);
    // Somebody who reads an older step is left there.
    expect(await page.getByRole('article', { name: 'Step 1' }).count()).toBe(1);
  });

  it('opens on the newest run, and on a newer one as soon as there is one, until a run is chosen', async () => {
    const title = () => page.locator('.whole-prompt').textContent();
    await expect.poll(title).toBe('Watch me');
    await runs.run('A newer one', 2, 'SUCCEEDED');
    await expect.poll(title).toBe('A newer one');
    await openRun('Buy a red mug');
    await expect.poll(title).toBe('Buy a red mug');
    await runs.run('The newest', 1, 'SUCCEEDED');
    await options('Runs').filter({ hasText: 'The newest' }).waitFor();
    expect(await title()).toBe('Buy a red mug');
    await page.getByRole('link', { name: 'Nova Act, local' }).click();
    await expect.poll(title).toBe('The newest');
  });

  it('says in words what each call did, with the name of what it was done to', async () => {
    await page.goto(`${service.url}/#/runs/${bought.workflowRunId}`);
    await expect.poll(() => options('Steps').first().textContent()).toContain('Click ‘Red mug’');
    await options('Steps').nth(1).click();
    await page.getByRole('heading', { name: /2\. Type "tea .*" into ‘Search’/ }).waitFor();
    await page.getByRole('searchbox', { name: 'Search steps' }).fill('red mug');
    await expect.poll(() => options('Steps').count()).toBe(4);
  });

  it('shows an act’s answer, or why it failed, in its row and above its steps', async () => {
    const answered = await runs.run('Tell the price', 5, 'SUCCEEDED');
    await page.goto(`${service.url}/#/runs/${answered.workflowRunId}`);
    await expect.poll(() => options('Acts').first().textContent()).toContain('{"price":12}');
    await expect.poll(() => page.getByLabel('Answer').textContent()).toBe('{"price":12}');
    await openRun('Find the');
    await expect.poll(() => options('Acts').first().textContent()).toContain('No such <button>');
  });

  it('shows the picture as large as the window, and goes through the steps there', async () => {
    await page.goto(`${service.url}/#/runs/${bought.workflowRunId}`);
    await page.getByRole('article', { name: 'Step 1' }).waitFor();
    await page.keyboard.press('e');
    const large = page.getByRole('dialog', { name: 'Picture of the step' });
    await large.locator('img').waitFor();
    const width = async () => (await large.locator('img').boundingBox())?.width ?? 0;
    await expect.poll(width).toBeGreaterThan(1_300);
    await page.keyboard.press('ArrowRight');
    await large.getByText(/^2\. Type/).waitFor();
    await page.keyboard.press('Escape');
    await large.waitFor({ state: 'detached' });
    await page.getByRole('article', { name: 'Step 2' }).waitFor();
  });

  it('gives a step’s answers as a scripted model to copy', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${service.url}/#/runs/${bought.workflowRunId}`);
    await page.getByRole('heading', { name: '1. Click ‘Red mug’' }).waitFor();
    await page.getByRole('button', { name: 'Copy as scripted model' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const script = await page.evaluate(() => navigator.clipboard.readText());
    expect(script).toContain("from '@nova-act/local'");
    expect(script).toContain('["agentClick","<box>100,200,160,400</box>"], ["takeObservation"]');
  });

  it('finds runs by how long they took', async () => {
    await page.getByRole('combobox', { name: 'Duration' }).selectOption('Over 10 min');
    await page.getByText('No runs match these filters.').waitFor();
    await page.getByRole('combobox', { name: 'Duration' }).selectOption('Any duration');
    await expect.poll(() => options('Runs').count()).toBeGreaterThan(1);
  });

  it.each([
    [390, ['Runs', 'Run', 'Step']],
    [1024, ['Runs', 'Run']],
    [1600, []],
  ])('has all its panes within a width of %i', async (width, switches) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${service.url}/#/runs/${bought.workflowRunId}`);
    await page.getByRole('listbox', { name: 'Acts' }).waitFor();
    const nav = page.getByRole('navigation', { name: 'Panes' }).getByRole('button');
    expect(await nav.filter({ visible: true }).allTextContents()).toEqual(switches);
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    for (const name of switches) {
      await nav.filter({ hasText: new RegExp(`^${name}$`) }).click();
      expect(await fits()).toBe(true);
    }
    if (width < 1_100) {
      await page.getByRole('button', { name: 'Runs', exact: true }).click();
      await openRun('Buy a red mug');
      await options('Steps').nth(1).click();
    }
    await page.getByRole('article', { name: /Step [12]/ }).waitFor();
    expect(await fits()).toBe(true);
    await page.setViewportSize({ width: 1600, height: 900 });
  });

  it('keeps a list of 5,000 steps small and reaches its end', async () => {
    const long = await runs.run('A long one', 5_000);
    await page.goto(`${service.url}/#/runs/${long.workflowRunId}`);
    await expect
      .poll(() => options('Steps').first().getAttribute('aria-setsize'), { timeout: 30_000 })
      .toBe('5000');
    await page.getByRole('listbox', { name: 'Steps', exact: true }).focus();
    await page.keyboard.press('End');
    await page.getByRole('article', { name: 'Step 5000' }).waitFor();
    expect(await options('Steps').count()).toBeLessThan(60);
    expect(problems).toEqual([]);
  });

  it('lets no other site frame it, and runs no script but its own', async () => {
    const answer = await service.fetch(service.url);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('is led to from /console', async () => {
    const { status, headers } = await service.fetch(`${service.url}/console`);
    expect([status, headers.get('location')]).toEqual([302, '/']);
  });

  it('serves its own modules and nothing else of the folder', async () => {
    const status = async (name: string) =>
      (await service.fetch(`${service.url}/console/assets/${name}`)).status;
    expect(await status('main.js')).toBe(200);
    expect(await status('main.js.map')).toBe(404);
    expect(await status('..%2f..%2findex.js')).toBe(404);
    expect(await status('tsconfig.json')).toBe(404);
  });
});

describe('the console of a service that others can reach', () => {
  const apiKey = 'a-key-of-thirty-six-characters-0123a';
  let service: RunningLocalService;
  let browser: Browser;

  beforeAll(async () => {
    const credentials = {
      accessKeyId: 'AKIDEXAMPLE',
      secretAccessKey: 'a-secret-of-some-length',
    };
    service = await startLocalService({ host: '0.0.0.0', apiKey, credentials, model });
    browser = await chromium.launch(launchOptions);
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  it('asks for the key, refuses a wrong one, and opens with the right one', async () => {
    const page = await browser.newPage();
    const url = service.url.replace('0.0.0.0', '127.0.0.1');
    await page.goto(url);
    await page.getByLabel('API key').fill('wrong');
    // There is nothing to choose yet.
    expect(await page.getByRole('button').allTextContents()).toEqual([
      'Keys (?)',
      'Open the console',
    ]);
    await page.getByRole('button', { name: 'Open the console' }).click();
    await page.getByText('That is not the key of this service.').waitFor();
    await page.getByLabel('API key').fill(apiKey);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'No runs yet' }).waitFor();
    await page.getByText('● live').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'No runs yet' }).waitFor();
    expect(await page.getByLabel('API key').count()).toBe(0);
  });

  it('says of a run that has no act, and of an act that has no step, whether any may come', async () => {
    const page = await browser.newPage({ extraHTTPHeaders: { authorization: `Bearer ${apiKey}` } });
    const target = { ...service, origin: service.url.replace('0.0.0.0', '127.0.0.1') };
    const send = apiKeyClient(target);
    const path = '/workflow-definitions/default/workflow-runs';
    const clientInfo = { compatibilityVersion: 1, sdkVersion: '1.0.0' };
    const { body } = await send('PUT', path, { modelId: 'nova-act-latest', clientInfo });
    await page.goto(target.origin);
    await page.getByText('No act yet: each is shown here as it begins.').waitFor();
    expect(await page.getByRole('img', { name: /Timeline/ }).count()).toBe(0);
    await send('PUT', `${path}/${body['workflowRunId']}`, { status: 'FAILED' });
    await page.getByText('This run ended without an act.').waitFor();
    const runs = seed(target, '');
    await runs.run('Not asked', 0, 'SUCCEEDED');
    await page.getByText('It ended without asking for a step.').waitFor();
    await runs.run('Goes on', 1);
    await page.getByText('step 1 is carried out').waitFor();
  });
});
