import { describe, expect, it } from 'vitest';
import { parseUrl } from './parse-url.js';

describe('parseUrl', () => {
  it('reads what is a URL, also against a base, and is undefined for what is none', () => {
    expect(parseUrl('https://example.com/a')?.pathname).toBe('/a');
    expect(parseUrl('b', 'https://example.com/a')?.href).toBe('https://example.com/b');
    expect(parseUrl('b')).toBeUndefined();
    expect(parseUrl('https://')).toBeUndefined();
  });

  it('reads a letter beyond ASCII also when it has been compiled', () => {
    let read = 0;
    for (let time = 0; time < 20_000; time += 1) {
      if (parseUrl('https://exämple.com/')?.hostname === 'xn--exmple-cua.com') read += 1;
    }
    expect(read).toBe(20_000);
  });
});
