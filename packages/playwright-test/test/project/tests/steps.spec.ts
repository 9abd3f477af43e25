import { secret, tool } from '@nova-act/core';
import {
  expect,
  type NovaActTestArgs,
  type NovaActTestOptions,
  type NovaActWorkerArgs,
  type NovaActWorkerOptions,
  novaActFixtures,
  test,
} from '@nova-act/playwright-test';
import { test as base, mergeTests } from '@playwright/test';

// Not as it is written here: the report shows lines of tests that failed.
const WORD = ['open', 'sesame'].join(' ');

test('is told step by step', async ({ nova, page, context }) => {
  await test.step('by hand', async () => {
    await nova.goToUrl('/lamps');
    const said = await nova.actGet('What is the heading?');
    expect(said.parsed).toContain('Lamps');
  });
  const events: string[] = [];
  for await (const { type } of nova.stream('Click the button Buy the desk lamp')) events.push(type);
  expect(events.at(-1)).toBe('act.finished');
  await expect(page.getByRole('button')).toHaveText('Bought');
  expect(nova.page).toBe(page);
  expect(context.pages()).toHaveLength(1);
});

test.describe('hooks', () => {
  test.beforeEach(({ nova }) => nova.goToUrl('/'));
  test('act in the run of the test', async ({ nova }) => {
    await nova.act('Click the link Lamps');
  });
  test.afterEach(async ({ nova }) => {
    await nova.act('Click the button Buy the desk lamp');
  });
});

test.describe('a secret', () => {
  test.use({ novaActOptions: { captureDom: true, secrets: { word: secret(WORD) } } });
  test('is in no step', async ({ nova }) => {
    await nova.goToUrl('/');
    await nova.act(`Click the link Lamps, ${WORD}`).catch(() => {});
  });
});

test.describe('a starting page', () => {
  test.use({ novaActOptions: { startingPage: './chairs' } });
  test('is relative to baseURL', async ({ nova }) => {
    expect(nova.page.url()).toMatch(/\/chairs$/);
  });
});

test('another page is in the same run', async ({ nova, novaOn, browser, baseURL }) => {
  const guest = await browser.newPage({ baseURL: baseURL ?? '' });
  const other = await novaOn(guest, { startingPage: '/' });
  await nova.goToUrl('/lamps');
  await Promise.all([
    nova.act('Click the button Buy the desk lamp'),
    other.act('Click the link Chairs'),
  ]);
  await other.stop();
  expect(guest.isClosed()).toBe(false);
  await guest.close();
});

test.describe('options of the test’s own', () => {
  test.use({ novaActOptions: { workflow: {} } as never });
  test('are refused', async ({ novaOn, page }) => {
    await expect(novaOn(page)).rejects.toMatchObject({ field: 'novaActOptions.workflow' });
  });
});

const greeted = base.extend<{ greeting: string }>({ greeting: 'Hello' });
const mixed = mergeTests(test, greeted);
mixed('mixed into another test by mergeTests', async ({ nova, greeting }) => {
  expect([nova.sessionId.length > 0, greeting]).toEqual([true, 'Hello']);
});

const extended = greeted.extend<
  NovaActTestArgs & NovaActTestOptions,
  NovaActWorkerArgs & NovaActWorkerOptions
>(novaActFixtures);
extended('mixed into another test by extend', async ({ nova, greeting }) => {
  const { sessionId }: NovaActTestArgs['nova'] = nova;
  expect([sessionId.length > 0, greeting]).toEqual([true, 'Hello']);
});

test.describe('tools', () => {
  const seen: unknown[] = [];
  const stock = tool({
    name: 'stock',
    description: 'how many lamps there are',
    inputSchema: { type: 'object' },
    execute: (input) => {
      seen.push(input);
      return 3;
    },
  });
  test.use({ novaActOptions: { tools: [stock], captureDom: true } });
  test('may be given, with all their functions', async ({ nova }) => {
    await nova.goToUrl('/');
    await nova.act('Click the link Lamps');
    expect(seen).toEqual([]);
  });
});

test.describe('without traces', () => {
  test.use({ novaActTrace: 'off' });
  test('nothing is attached', async ({ nova }) => {
    await nova.goToUrl('/');
    await nova.act('Click the link Lamps');
  });
});
