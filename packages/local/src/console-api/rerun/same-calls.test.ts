import { expect, it } from 'vitest';
import type { ModelCall, ModelObservation } from '../../model/local-model.js';
import { differenceOf } from './same-calls.js';

const seen: ModelObservation = {
  activeURL: 'https://shop.example/',
  browserDimensions: {
    ...{ windowWidth: 1000, windowHeight: 1000, scrollWidth: 1000, scrollHeight: 1000 },
    ...{ scrollLeft: 0, scrollTop: 0 },
  },
  screenshotBase64: '',
  simplifiedDOM:
    '<body nova-act-id="0"><button nova-act-id="1">Buy</button><button nova-act-id="2">Sell</button></body>',
  idToBboxMap: {
    0: { x: 0, y: 0, width: 1000, height: 1000 },
    1: { x: 100, y: 100, width: 200, height: 50 },
    2: { x: 400, y: 100, width: 200, height: 50 },
  },
};
const call = (name: string, ...input: string[]): ModelCall => ({ name, input });
const buy = call('agentClick', '<box>100,100,150,300</box>');
const sell = call('agentClick', '<box>100,400,150,600</box>');
const look = call('takeObservation');

it.each([
  [
    'two boxes on the same element',
    [buy],
    [call('agentClick', '<box>110,150,140,250</box>')],
    [],
    [],
  ],
  [
    'the two notations of a box',
    [buy],
    [call('agentClick', '<bbox>100,100,300,150</bbox>')],
    [],
    [],
  ],
  ['the prefix of a name', [call('browser.takeObservation')], [look], [], []],
  ['what was thought aloud', [call('think', 'a'), buy], [buy, call('think', 'b')], [], []],
  ['another element', [buy, look], [sell, look], [0], [0]],
  [
    'another text',
    [call('agentType', 'a', '<box>100,100,150,300</box>')],
    [call('agentType', 'b', '<box>100,100,150,300</box>')],
    [0],
    [0],
  ],
  ['another kind of call', [buy], [call('agentHover', '<box>100,100,150,300</box>')], [0], [0]],
  ['a call more', [buy, look], [sell, buy, look], [], [0]],
  ['a call less', [buy, sell, look], [sell, look], [0], []],
])('%s', (_title, recorded, given, onRecord, ofOther) => {
  expect(differenceOf(recorded, given, seen)).toEqual({ recorded: onRecord, given: ofOther });
});

it('without a capture, boxes are the same when they are at the same place', () => {
  const bare = { ...seen, simplifiedDOM: '', idToBboxMap: {} };
  const moved = call('agentClick', '<box>110,150,140,250</box>');
  const inThousandths = call('agentClick', '<bbox>100,100,300,150</bbox>');
  expect(differenceOf([buy], [moved], bare)).toEqual({ recorded: [0], given: [0] });
  expect(differenceOf([buy], [inThousandths], bare)).toEqual({ recorded: [], given: [] });
});
