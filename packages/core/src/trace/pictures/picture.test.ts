import { expect, it } from 'vitest';
import { PICTURE } from '../sample-act.case.js';
import { isInline, isPicture, pictureFile } from './picture.js';

const data = (bytes: string, type = 'jpeg') =>
  `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;

it('names a picture after its content: the same bytes have one name, others another', () => {
  const [one, same, other] = ['a', 'a', 'b'].map((bytes) => pictureFile(data(bytes)));
  expect(one?.name).toMatch(/^pictures\/[0-9a-f]{32}\.jpg$/);
  expect(same?.name).toBe(one?.name);
  expect(other?.name).not.toBe(one?.name);
  expect(Buffer.from(one?.bytes ?? []).toString()).toBe('a');
  expect(pictureFile(data('a', 'png'))?.name).toMatch(/\.png$/);
});

it('shows pictures that carry their bytes, and the files that it named', () => {
  expect(isPicture(PICTURE)).toBe(true);
  expect(isPicture(pictureFile(PICTURE)?.name)).toBe(true);
  expect(isInline(PICTURE)).toBe(true);
  expect(isInline(pictureFile(PICTURE)?.name)).toBe(false);
});

it.each([
  undefined,
  '',
  'x" onerror="alert(1)',
  'https://e.com/a.jpg',
  '../pictures/00000000000000000000000000000000.jpg',
  'pictures/../../secret.jpg',
  'pictures/00000000000000000000000000000000.svg',
  'data:image/svg+xml;base64,AAAA',
  'data:image/png;base64,AAAA" onerror="x',
])('takes %j for no picture', (text) => {
  expect(isPicture(text)).toBe(false);
  if (text !== undefined) expect(pictureFile(text)).toBeUndefined();
});
