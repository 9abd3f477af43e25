import { expect, it } from 'vitest';
import { windowSizeOf } from './session-page.js';

it.each([
  ['Chrome/156.0.8078.108', { width: 1600, height: 900 }],
  ['Edg/150.0.0.0', { width: 1600, height: 900 }],
  ['HeadlessChrome/156.0.8078.108', undefined],
])('knows whether %s draws windows', (product, size) => {
  expect(windowSizeOf(product, { width: 1600, height: 900 })).toEqual(size);
});
