import { expect, test } from 'vitest';
import { stepOn } from '../../test/snippet.js';
import { rulesModel } from '../rules-model.js';
import { ancestors, readPage } from './page.js';
import { textOf } from './text.js';

const observed = (simplifiedDOM: string, ids: number) => ({
  activeURL: 'https://shop.example/pay',
  browserDimensions: {
    windowWidth: 1600,
    windowHeight: 813,
    scrollWidth: 1600,
    scrollHeight: 813,
    scrollLeft: 0,
    scrollTop: 0,
  },
  simplifiedDOM,
  idToBboxMap: Object.fromEntries(
    Array.from({ length: ids }, (_, n) => [
      `${n + 1}`,
      { x: 10, y: 40 * n, width: 200, height: 30 },
    ]),
  ),
});
const inFrame =
  '<body nova-act-id="1"><iframe nova-act-id="2" title="Payment"><body nova-act-id="3"><iframe nova-act-id="4">' +
  '<body nova-act-id="5"><button nova-act-id="6">Pay &lt;now&gt;</button></body></iframe></body></iframe>' +
  '<p nova-act-id="7">Total</p></body>';

test('what stands in a frame, and in a frame of that, is read as elements', () => {
  const page = readPage(observed(inFrame, 7));
  expect(page.elements.map(({ name }) => name)).toEqual([
    'body',
    'iframe',
    'body',
    'iframe',
    'body',
    'button',
    'p',
  ]);
  const button = page.elements.find(({ name }) => name === 'button');
  if (!button) throw new Error('There is no button.');
  expect(textOf(button)).toBe('Pay <now>');
  expect([...ancestors(button)].map(({ name }) => name)).toEqual([
    'body',
    'iframe',
    'body',
    'iframe',
    'body',
  ]);
});

test('a control in a frame is clicked', () => {
  const calls = rulesModel().step(stepOn(observed(inFrame, 7), 'Click Pay now'));
  const [click] = calls.filter(({ name }) => name === 'agentClick');
  expect(JSON.stringify(click?.input)).toContain('200,10,230,210');
});
