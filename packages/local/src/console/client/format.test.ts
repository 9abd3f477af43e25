import { describe, expect, it } from 'vitest';
import { callText, duration, isError, isTool, summary } from './format.js';

const call = (name: string, ...input: string[]) => ({ callId: '1', name, input });

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

  it('tells a step by what it did, without what every step ends in', () => {
    const calls = [
      call('think', 'why'),
      call('browser.agentType', 'tea', '<box>1,2,3,4</box>'),
      call('takeObservation'),
    ];
    expect(summary(calls)).toBe('agentType("tea")');
    expect(summary([call('think', 'why'), call('takeObservation')])).toBe('think("why")');
    expect(summary([call('takeObservation')])).toBe('observe');
  });

  it('keeps the box where a call is written in full', () => {
    expect(callText(call('agentClick', '<box>1,2,3,4</box>'))).toBe(
      'agentClick(<box>1,2,3,4</box>)',
    );
  });

  it('knows the calls of tools, whatever their prefix', () => {
    expect(isTool(call('tool.lookUp'))).toBe(true);
    expect(isTool(call('human_Approve'))).toBe(true);
    expect(isTool(call('browser.agentClick'))).toBe(false);
  });

  it('knows what a client says of a call that failed', () => {
    expect(isError('AgentRedirectError: a select')).toBe(true);
    expect(isError('{"Error": 1}')).toBe(false);
  });
});
