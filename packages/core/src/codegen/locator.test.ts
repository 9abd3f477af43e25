import { describe, expect, it } from 'vitest';
import type { Target } from '../browser/recall.js';
import { locatorOf } from './locator.js';

const equals = (...texts: string[]) => ({ near: { kind: 'equals' as const, texts } });

describe('a locator', () => {
  it.each<[string, Target, string]>([
    [
      'is of the role and the name',
      { role: 'button', name: 'Search' },
      "page.getByRole('button', { name: 'Search', exact: true })",
    ],
    [
      'has what stands for a name of the prompt',
      { role: 'link', name: 'Flights to {{to-city}} today' },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: code
      "page.getByRole('link', { name: `Flights to ${values['to-city']} today`, exact: true })",
    ],
    [
      'finds what a style draws in capitals',
      { role: 'button', name: 'ADD (NOW)' },
      "page.getByRole('button', { name: /^\\s*ADD\\s+\\(NOW\\)\\s*$/i })",
    ],
    [
      'is of the label where a field has no role',
      { role: 'textbox', name: 'Password', valueKind: 'password' },
      "page.getByLabel('Password', { exact: true })",
    ],
    [
      'is a list where several are chosen',
      { role: 'combobox', name: 'Days', valueKind: 'several' },
      "page.getByRole('listbox', { name: 'Days', exact: true })",
    ],
    [
      'is of the element where there is no role',
      { role: 'label', name: 'Express' },
      'page.locator(\'label, [role="label"]\').filter({ hasText: /^\\s*Express\\s*$/i })',
    ],
    [
      'is in the part of the page that says what only it says',
      { role: 'button', name: 'Add', entry: ['Blue Mug'], ...equals('Blue Mug', '4 left') },
      "page.locator('*').filter({ has: page.getByRole('button', { name: 'Add', exact: true }) })" +
        ".filter({ hasText: 'Blue Mug' }).last().getByRole('button', { name: 'Add', exact: true })",
    ],
    [
      'is told by what lasts before what is counted',
      { role: 'button', name: 'Add', ...equals('4 left', 'Blue Mug') },
      "page.locator('*').filter({ has: page.getByRole('button', { name: 'Add', exact: true }) })" +
        ".filter({ hasText: 'Blue Mug' }).last().getByRole('button', { name: 'Add', exact: true })",
    ],
    [
      'is in its frame, by what it is called',
      { role: 'button', name: 'Pay', frames: [{ label: 'Bank "x"', address: '' }] },
      'page.frameLocator(\'iframe[title="Bank \\\\"x\\\\""], iframe[aria-label="Bank \\\\"x\\\\""], ' +
        "iframe[name=\"Bank \\\\\"x\\\\\"\"]').getByRole('button', { name: 'Pay', exact: true })",
    ],
    [
      'is in its frame, by where that leads',
      {
        role: 'button',
        name: 'Pay',
        frames: [{ label: '', address: 'https://bank.example/pay/*/form?x=*' }],
      },
      "page.frameLocator('iframe[src*=\"/pay/\"]').getByRole('button', { name: 'Pay', exact: true })",
    ],
  ])('%s', (_, target, code) => {
    expect(locatorOf(target)).toBe(code);
  });
});
