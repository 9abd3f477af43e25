import { describe, expect, test } from 'vitest';
import { KnownVariables } from './known-variables.js';

const fly = (values: Record<string, string> = { from: 'Oslo', to: 'Rome' }) =>
  new KnownVariables('Fly from {{from}} to {{to}} with 2 bags, class “Business”', values);

describe('a text that was typed', () => {
  test.each([
    ['is the variable whose value it is', 'Oslo', '{{from}}'],
    ['is it in capitals and with other blanks', ' OSLO ', '{{from}}'],
    ['is literal where the prompt says it', 'business', 'business'],
    ['is literal as a number of the prompt', '2', '2'],
    ['is nobody’s to keep where it is more than a value', 'Oslo, Norway', undefined],
    ['is nobody’s to keep where it is a part of a word', 'bag', undefined],
    ['is nobody’s to keep where nothing says it', 'hunter2', undefined],
    ['is nobody’s to keep where it is empty', ' ', undefined],
    ['is the name of a secret that the prompt has', '{{to}}', '{{to}}'],
  ])('%s', (_, text, kept) => {
    expect(fly().typed(text)).toBe(kept);
  });
});

describe('an entry', () => {
  test.each([
    ['Business', true],
    ['Business, flexible', true],
    ['Business $400', true],
    ['Economy', false],
    ['Oslo', false],
    ['{{from}}', true],
    ['B', false],
  ])('%s is said by the prompt itself: %s', (text, said) => {
    expect(fly().isSaid(text)).toBe(said);
  });
});

describe('what is recorded of variables', () => {
  test('is no value, and that those that are named may have others', () => {
    const variables = fly();
    variables.typed('Oslo');
    const recorded = variables.recorded();
    expect(recorded).toMatchObject({ from: { free: true }, to: { free: false } });
    expect(JSON.stringify(recorded)).not.toMatch(/Oslo|Rome/);
    expect(fly({ from: 'Bergen', to: 'Rome' }).boundToAnother(recorded ?? {})).toBeUndefined();
    expect(fly({ from: 'Oslo', to: 'Bari' }).boundToAnother(recorded ?? {})).toBe('to');
  });

  test('is that neither of two with one value may have another', () => {
    const variables = fly({ from: 'Oslo', to: 'oslo' });
    variables.typed('Oslo');
    expect(variables.recorded()).toMatchObject({ from: { free: false }, to: { free: false } });
  });

  test('is that one whose value the prompt says besides may have no other', () => {
    const variables = fly({ from: 'Business', to: 'Rome' });
    variables.typed('Business');
    expect(variables.recorded()).toMatchObject({ from: { free: false } });
  });

  test('is nothing where there are none', () => {
    expect(fly({}).recorded()).toBeUndefined();
  });
});

test('values come in the place of names, and other names stay', () => {
  expect(fly().fill('{{from}}–{{to}} {{other}}')).toBe('Oslo–Rome {{other}}');
});

test('a part of an address is the variable whose words it joins, and no short one', () => {
  const variables = new KnownVariables('{{lamp}} {{n}}', { lamp: 'Desk lamp', n: '2' });
  expect(['desk-lamp', 'desk+lamp', '2', 'lamp'].map(variables.namedInAddress)).toEqual([
    '{{lamp}}',
    '{{lamp}}',
    undefined,
    undefined,
  ]);
  // Nothing was done with it there.
  expect(variables.recorded()).toMatchObject({ lamp: { free: false } });
});
