import { describe, expect, it } from 'vitest';
import { callText, duration, isError } from './format.js';

const call = (name: string, ...input: string[]) => ({ callId: '1', name, input, tool: false });

describe('how the console writes things', () => {
  it.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [1234, '1.23 s'],
    [45_600, '45.6 s'],
    [83_000, '1 min 23 s'],
  ])('%i ms is %s', (ms, text) => {
    expect(duration(ms)).toBe(text);
  });

  it('keeps the box where a call is written in full', () => {
    expect(callText(call('agentClick', '<box>1,2,3,4</box>'))).toBe(
      'agentClick(<box>1,2,3,4</box>)',
    );
  });

  it('knows what a client says of a call that failed', () => {
    expect(isError('AgentRedirectError: a select')).toBe(true);
    expect(isError('{"Error": 1}')).toBe(false);
  });
});
