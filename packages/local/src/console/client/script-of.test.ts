import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import type { StepRow } from './api-types.js';
import { scriptOf } from './script-of.js';

const step = (calls: StepRow['calls'], superseded = false): StepRow => ({
  stepId: '1',
  step: 1,
  startedAtMs: 0,
  endedAtMs: 0,
  calls,
  results: [],
  observed: true,
  superseded,
});

it('writes the answers of steps as a program that gives them again, without those that were not followed', () => {
  const evil = '`$' + '{1}` </script> \u2028 "\\';
  const script = scriptOf([
    step([{ callId: '1', name: 'agentType', input: [evil, '<box>1,2,3,4</box>'], tool: false }]),
    step([{ callId: '2', name: 'return', input: [], tool: false }], true),
    step([{ callId: '3', name: 'lookUp', input: { sku: 1 }, tool: true }]),
  ]);
  const [, list = ''] = /scriptedModel\((\[.*\])\),/s.exec(script) ?? [];
  // From another realm: as text, so that only what is in it is compared.
  expect(JSON.parse(JSON.stringify(runInNewContext(list)))).toEqual([
    [['agentType', evil, '<box>1,2,3,4</box>']],
    [{ name: 'lookUp', input: { sku: 1 } }],
  ]);
});
