import { describe, expect, test } from 'vitest';
import { readRecording } from './read-recording.js';
import type { Recording } from './recording.js';

const target = { role: 'button', name: 'Go', near: { kind: 'row', texts: ['Desk lamp'] } } as const;
const page = { address: 'https://e.com/', headings: ['Shop'] };
const whole = {
  format: 'nova-act/recording',
  version: 1,
  prompt: 'Go {{where}}',
  variables: { where: { free: true, seen: '9f3a' } },
  answers: false,
  steps: [
    { page, do: 'click', target },
    {
      page,
      do: 'type',
      target: { role: 'textbox', name: 'To' },
      text: '{{where}}',
      pressEnter: true,
    },
    { page, do: 'scroll', direction: 'down' },
    { page, do: 'goToUrl', url: 'https://e.com/' },
    { page: { address: '/cart' }, do: 'goToUrl', path: '/cart' },
    { page, do: 'wait', seconds: 1 },
  ],
  end: { ...page, appeared: ['Thank you'] },
} as unknown as Recording;

describe('a recording', () => {
  test('is read as it was written', () => {
    expect(readRecording(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });

  test.each<[string, unknown, string]>([
    ['nothing', null, 'is no recording'],
    ['a list', [], 'is no recording'],
    ['another format', { ...whole, format: 'x' }, 'is no recording'],
    ['a newer one', { ...whole, version: 2 }, 'is of version 2'],
    ['no prompt', { ...whole, prompt: 1 }, 'is damaged: prompt'],
    ['no steps', { ...whole, steps: {} }, 'is damaged: steps'],
    ['an end and an open one', { ...whole, open: 'why' }, 'one of open and end'],
    ['no end', { ...whole, end: undefined }, 'one of open and end'],
    ['an unknown deed', { ...whole, steps: [{ page, do: 'constructor' }] }, 'steps[0]'],
    ['a click on nothing', { ...whole, steps: [{ page, do: 'click' }] }, 'steps[0]'],
    [
      'more than is known',
      { ...whole, steps: [{ page, do: 'wait', seconds: 1, x: 1 }] },
      'steps[0]',
    ],
    ['a wait backwards', { ...whole, steps: [{ page, do: 'wait', seconds: -1 }] }, 'steps[0]'],
    [
      'a path and an address',
      { ...whole, steps: [{ page, do: 'goToUrl', url: 'https://e.com/', path: '/' }] },
      'steps[0]',
    ],
    ['nowhere to go', { ...whole, steps: [{ page, do: 'goToUrl' }] }, 'steps[0]'],
    [
      'a path of another host',
      { ...whole, steps: [{ page, do: 'goToUrl', path: '//e.com/' }] },
      'steps[0]',
    ],
    ['no page', { ...whole, steps: [{ do: 'wait', seconds: 1 }] }, 'steps[0]'],
    ['a value', { ...whole, variables: { where: 'Oslo' } }, 'is damaged: variables'],
  ])('with %s is not used', (_, value, why) => {
    expect(readRecording(value)).toContain(why);
  });
});
