import { describe, expect, it } from 'vitest';
import { readRoute, writeRoute } from './route.js';

describe('the address of what the console shows', () => {
  it.each([
    {},
    { runId: 'r' },
    { runId: 'r', actId: 'a', stepId: 's' },
    { runId: 'r', compareId: 'other' },
    { runId: 'r', actId: 'a', stepId: 's', rerunId: 's' },
    { runId: 'a/b #?%', actId: 'ü' },
  ])('%j comes back as it was', (route) => {
    expect(readRoute(writeRoute(route))).toEqual(route);
  });

  it.each(['', '#', '#/', '#/runs/', '#/nonsense/x', '#/runs/%zz'])('%s breaks nothing', (hash) => {
    expect(readRoute(hash).actId).toBeUndefined();
  });
});
