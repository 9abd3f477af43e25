import { expect, it } from 'vitest';
import { readScript } from './script-text.js';

const programs = [[['agentClick', '<box>1,2,3,4</box>'], 'takeObservation'], [['return', '1']]];

it.each([
  ['JSON', JSON.stringify(programs)],
  [
    'what the console copies as a scripted model',
    `const service = await startLocalService({\n  model: scriptedModel(${JSON.stringify(programs)}),\n});`,
  ],
  [
    'one with a comma at its end',
    `scriptedModel([${programs.map((one) => JSON.stringify(one)).join(',')},\n])`,
  ],
])('a script is read as %s', (_name, text) => {
  expect(readScript(text)).toEqual(programs);
});

it.each([
  ['', 'The script is not JSON'],
  ['scriptedModel(() => [])', 'The script is not JSON'],
  ['process.exit()', 'The script is not JSON'],
  ['{}', 'The script has no programs'],
  ['[]', 'The script has no programs'],
  ['[[]]', 'Program 1 of the script is no list of calls'],
  ['[["return"], "return"]', 'Program 2 of the script is no list of calls'],
  ['[["takeObservation", 3]]', 'Call 2 of program 1 is neither a name'],
  ['[[{"name": "return"}]]', 'Call 1 of program 1 is neither a name'],
])('%j is no script, and nothing of it is run', (text, message) => {
  expect(() => readScript(text)).toThrow(message);
});
