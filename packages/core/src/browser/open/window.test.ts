import { describe, expect, it } from 'vitest';
import { type Config, readConfig } from '../../config.js';
import { isHeadless } from './window.js';

const config = (parts: Partial<Config>): Config => ({ ...readConfig({}), ...parts });
const screen = config({ hasDisplay: true });
const none = config({ hasDisplay: false });

describe('a browser has a window', () => {
  it('where there is a display and nothing else is said', () => {
    expect([isHeadless({}, screen), isHeadless({}, none)]).toEqual([false, true]);
  });

  it('as the option says, before the environment', () => {
    expect(isHeadless({ headless: true }, { ...screen, headless: false })).toBe(true);
    expect(isHeadless({ headless: false }, { ...screen, headless: true })).toBe(false);
    expect(isHeadless({}, { ...screen, headless: true })).toBe(true);
  });

  it.each([
    ['the option', { headless: false }, none, 'headless: asks for a window'],
    ['the environment', {}, { ...none, headless: false }, 'NOVA_ACT_HEADLESS: asks for a window'],
  ])('but not where %s asks for one that nothing could show', (_who, choice, where, message) => {
    expect(() => isHeadless(choice, where)).toThrow(
      expect.objectContaining({
        name: 'ValidationError',
        message: expect.stringContaining(message),
        remedy: expect.stringContaining('DISPLAY'),
      }),
    );
  });

  it('also without a display, where the browser is told to draw elsewhere', () => {
    const choice = { headless: false, browserArgs: ['--ozone-platform=headless'] };
    expect(isHeadless(choice, none)).toBe(false);
  });
});
