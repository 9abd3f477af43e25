import { describe, expect, it } from 'vitest';
import { browserChoices } from './find-browser.js';

const config = { browserExecutable: '/env/chrome', channel: 'msedge' };
const none = { browserExecutable: undefined, channel: undefined };
const anything = () => true;
const nothing = () => false;

describe('browserChoices', () => {
  it('takes an explicit option before the environment', () => {
    expect(browserChoices({ executablePath: '/mine' }, config, anything)).toEqual([
      { executablePath: '/mine' },
    ]);
    expect(browserChoices({ channel: 'chrome' }, config, anything)).toEqual([
      { channel: 'chrome' },
    ]);
  });

  it('takes the environment, the executable before the channel', () => {
    expect(browserChoices({}, config, anything)).toEqual([{ executablePath: '/env/chrome' }]);
    expect(browserChoices({}, { ...none, channel: 'msedge' }, anything)).toEqual([
      { channel: 'msedge' },
    ]);
  });

  it('else tries Playwright’s own, then what is installed', () => {
    const exists = (path: string) => path === '/usr/bin/chromium';
    expect(browserChoices({}, none, exists, 'linux')).toEqual([
      {},
      { executablePath: '/usr/bin/chromium' },
    ]);
    expect(browserChoices({}, none, nothing, 'linux')).toEqual([{}]);
  });

  it('says which setting names a program that is not there', () => {
    expect(() => browserChoices({ executablePath: '/gone' }, none, nothing)).toThrow(
      expect.objectContaining({ field: 'executablePath' }),
    );
    expect(() => browserChoices({}, config, nothing)).toThrow(
      expect.objectContaining({ field: 'NOVA_ACT_BROWSER_EXECUTABLE' }),
    );
  });
});
