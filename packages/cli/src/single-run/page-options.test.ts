import { describe, expect, it } from 'vitest';
import { pageOptions } from './page-options.js';

const LOCAL = 'http://127.0.0.1:4321';

describe('the page that --url names', () => {
  it('is a whole address as it stands, with the local service or without', () => {
    expect(pageOptions('https://example.com', LOCAL)).toEqual({
      startingPage: 'https://example.com',
    });
    expect(pageOptions('https://example.com')).toEqual({ startingPage: 'https://example.com' });
    expect(pageOptions(undefined, LOCAL)).toEqual({});
  });

  it.each(['/gym/planets', '//example.com/gym', '//x:99999'])(
    'is one of the local service where it is a path, and never anywhere else: %s',
    (path) => {
      const { startingPage = '' } = pageOptions(path, LOCAL);
      expect(new URL(startingPage).origin).toBe(LOCAL);
      expect(new URL(startingPage).pathname).toBe(path);
    },
  );

  it('is refused where it is a path and there is no local service', () => {
    expect(() => pageOptions('/gym/planets')).toThrow('add --local, or give a whole address');
  });
});
