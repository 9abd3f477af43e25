import { describe, expect, it, vi } from 'vitest';
import { silentLogger } from '../logger.js';
import { viewportOf } from './screen.js';

describe('viewportOf', () => {
  it('is 1600×813 unless told otherwise', () => {
    expect(viewportOf(undefined, silentLogger)).toEqual({ width: 1600, height: 813 });
    expect(viewportOf({ height: 900 }, silentLogger)).toEqual({ width: 1600, height: 813 });
  });

  it.each([[{ width: 1280, height: 738 }], [{ width: 1920, height: 1062 }]])(
    'takes %o, at the edge of what the model is tuned for',
    (screen) => {
      expect(viewportOf(screen, silentLogger).width).toBe(screen.width);
    },
  );

  it.each([
    [{ width: 1279, height: 900 }, 'screen'],
    [{ width: 1921, height: 900 }, 'screen'],
    [{ width: 1600, height: 1063 }, 'screen'],
    [{ width: 1600.5, height: 900 }, 'screen.width'],
    [{ width: 1600, height: Number.NaN }, 'screen.height'],
  ])('refuses %o', (screen, field) => {
    expect(() => viewportOf(screen, silentLogger)).toThrow(expect.objectContaining({ field }));
  });

  it('goes on with a warning where that is asked for', () => {
    const warn = vi.fn();
    const screen = { width: 800, height: 600, allowUntested: true };
    expect(viewportOf(screen, { ...silentLogger, warn })).toEqual({ width: 800, height: 513 });
    expect(warn).toHaveBeenCalledOnce();
  });
});
