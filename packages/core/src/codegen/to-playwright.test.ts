import { describe, expect, it } from 'vitest';
import type { RecordedStep, Recording } from '../memory/recording.js';
import { toPlaywright } from './to-playwright.js';

const page = { address: 'https://shop.example/', headings: ['Shop'] };
const field = { role: 'searchbox', name: 'Search' };

function recording(steps: RecordedStep[], parts: Partial<Recording> = {}): Recording {
  return {
    format: 'nova-act/recording',
    version: 1,
    prompt: 'Search for {{what}}',
    answers: false,
    steps,
    end: { ...page, appeared: ['Found it', 'Sorted'] },
    ...parts,
  };
}
const typing = recording([{ page, do: 'type', target: field, text: '{{what}}', pressEnter: true }]);

describe('a recording as a test', () => {
  it('has paths where the recording has, so that `baseURL` says where the site is', () => {
    const shop = { address: '/shop' };
    const code = toPlaywright(
      recording([{ page: shop, do: 'goToUrl', path: '/cart' }], { end: { address: '/cart' } }),
    );
    expect(code).toContain("await page.goto('/cart');");
    expect(code).toContain('toHaveURL(/^https?:\\/\\/[^/?#]+\\/cart(?:[?#]|$)/)');
    const click: RecordedStep = { page: shop, do: 'click', target: { role: 'link', name: 'Cart' } };
    expect(toPlaywright(recording([click]))).toContain("await page.goto('/shop');");
  });

  it('has what was done, and what was seen', () => {
    const code = toPlaywright(typing, { variables: { what: "a 'lamp'" } });
    expect(code).toBe(`import { expect, test } from '@playwright/test';

const values = {
  what: 'a \\'lamp\\'',
};
test.beforeAll(() => {
  for (const [name, value] of Object.entries(values)) expect(value, name).not.toBe('');
});

// Search for {{what}}
test('Search for {{what}}', async ({ page }) => {
  await page.goto('https://shop.example/');
  await expect(page).toHaveURL(/^https:\\/\\/shop\\.example\\/(?:[?#]|$)/);
  await expect(page.getByRole('heading', { name: /^\\s*Shop\\s*$/i, level: 1 }).first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill(values.what);
  await page.getByRole('searchbox', { name: 'Search', exact: true }).press('Enter');
  await expect(page.getByText('Found it').or(page.getByText('Sorted')).filter({ visible: true }).first()).toBeVisible();
});
`);
  });

  it('reads a value that is not given, such as a password, from the environment', () => {
    expect(toPlaywright(typing)).toContain("  what: process.env.ACT_WHAT ?? '',");
  });

  it('does each kind of action', () => {
    const button = { role: 'button', name: 'Go' };
    const box = { role: 'checkbox', name: 'Gift', state: { checked: false } };
    const code = toPlaywright(
      recording([
        { page, do: 'goToUrl', url: 'shop.example/all' },
        { page, do: 'click', target: button, blurField: true },
        { page, do: 'click', target: button, clickType: 'left-double' },
        { page, do: 'click', target: button, clickType: 'right' },
        { page, do: 'click', target: box },
        { page, do: 'click', target: { ...box, state: { checked: true } } },
        { page, do: 'hover', target: button },
        { page, do: 'type', target: { role: 'combobox', name: 'Size' }, text: 'Large' },
        { page, do: 'scroll', direction: 'up', distance: 200 },
        { page, do: 'scroll', direction: 'right', target: button },
        { page, do: 'wait', seconds: 1.5 },
      ]),
    );
    const go = "page.getByRole('button', { name: 'Go', exact: true })";
    const gift = "page.getByRole('checkbox', { name: 'Gift', exact: true })";
    const lines = code.split('\n').map((line) => line.trim());
    const from = lines.findIndex((line) => line.startsWith('test(')) + 1;
    expect(lines.slice(from).filter((line) => !line.startsWith('await expect'))).toEqual([
      "await page.goto('https://shop.example/all');",
      `await ${go}.click();`,
      `await ${go}.blur();`,
      `await ${go}.dblclick();`,
      `await ${go}.click({ button: 'right' });`,
      `await ${gift}.check();`,
      `await ${gift}.uncheck();`,
      `await ${go}.hover();`,
      "await page.getByRole('combobox', { name: 'Size', exact: true }).selectOption('Large');",
      'await page.mouse.wheel(0, -200);',
      `await ${go}.hover();`,
      'await page.mouse.wheel((await page.evaluate(() => 0.75 * innerWidth)), 0);',
      'await page.waitForTimeout(1500);',
      '});',
      '',
    ]);
  });

  it('says what is left to the model', () => {
    const open = 'the agent asks a person';
    const { end: _end, ...rest } = typing;
    expect(toPlaywright({ ...rest, open })).toContain(
      `// From here on the model was asked: ${open}.`,
    );
    expect(toPlaywright({ ...typing, answers: true })).toContain(
      '// At the end the model was asked',
    );
  });

  it('is a program whatever a page or a prompt says', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what must not be run
    const evil = "'); process.exit(); ('\n*/ `${process.exit()}`\u2028\\ {{what}}";
    const plain = evil.replace('{{what}}', '');
    const code = toPlaywright(
      recording(
        [
          { page, do: 'click', target: { role: 'button', name: evil } },
          { page, do: 'click', target: { role: 'label', name: plain } },
        ],
        { prompt: evil, end: { ...page, title: plain, headings: [plain], appeared: [evil] } },
      ),
    );
    const body = code.replace(/^import.*$/m, '').replaceAll('await ', '');
    const said: string[] = [];
    const locator: unknown = new Proxy(() => {}, {
      get:
        () =>
        (...args: unknown[]) => {
          for (const arg of args) said.push(String((arg as { name?: unknown })?.name ?? arg));
          return locator;
        },
      apply: () => locator,
    });
    const test = Object.assign((_: string, run: (it: unknown) => void) => run({ page: locator }), {
      beforeAll: () => {},
    });
    const running = new Function('test', 'expect', 'process', body);
    running(test, () => locator, { env: { ACT_WHAT: 'lamp' }, exit: () => expect.unreachable() });
    expect(said).toContain(evil.replace('{{what}}', 'lamp'));
  });
});

describe('what cannot be made a test', () => {
  it.each<[string, unknown, object, string]>([
    ['no recording', { steps: [] }, {}, 'recording: is no recording'],
    ['nothing done', recording([]), {}, 'recording: has no steps'],
    [
      'a beginning with an id in it',
      recording([{ page: { address: 'https://a.example/*' }, do: 'hover', target: field }]),
      {},
      'startingPage: is needed. Say where the test begins: the recording begins at https://a.example/*.',
    ],
    ['no address', typing, { startingPage: ' ' }, 'startingPage: is no address'],
    ['an option that is not known', typing, { startPage: 'x' }, 'startingPage'],
    [
      'another variable',
      typing,
      { variables: { who: 'x' } },
      'variables.who: is not in the recording',
    ],
    [
      'a value that is no text',
      typing,
      { variables: { what: 1 } },
      'variables.what: is empty or not',
    ],
  ])('%s', (_, given, options, message) => {
    expect(() => toPlaywright(given as Recording, options)).toThrow(message);
  });
});
