import { describe, expect, test } from 'vitest';
import { liftPicture } from './lift-picture.js';

const base64 = '/9j/4AAQSkZJRgAB'.repeat(1000);
const bodyOf = (text: string) =>
  Buffer.from(JSON.stringify({ callResults: [{ callId: 'a', content: [{ text }] }] }));
const observed = (screenshotBase64: string, space?: number) =>
  JSON.stringify(
    { activeURL: 'https://a.test', screenshotBase64, simplifiedDOM: 'é' },
    null,
    space,
  );

describe('lifting a screenshot out of a body', () => {
  test.each([undefined, 1])('gives the picture, and a text that is whole with it', (space) => {
    for (const type of ['jpeg', 'png', 'webp']) {
      const text = observed(`data:image/${type};base64,${base64}`, space);
      const lifted = liftPicture(bodyOf(text));
      if (!lifted) throw new Error('nothing was lifted');
      expect(lifted.picture.base64.toString()).toBe(base64);
      const { callResults } = JSON.parse(lifted.body.toString());
      const small: string = callResults[0].content[0].text;
      expect(small.length).toBeLessThan(500);
      expect(small.replace(lifted.picture.placeholder, base64)).toBe(text);
    }
  });

  test('takes the newest of several', () => {
    const other = base64.replaceAll('A', 'B');
    const text = [base64, other].map((each) => observed(`data:image/jpeg;base64,${each}`));
    const lifted = liftPicture(Buffer.from(JSON.stringify(text)));
    expect(lifted?.picture.base64.toString()).toBe(other);
  });

  test.each([
    ['there is none', observed('').padEnd(9000)],
    ['it is small', observed('data:image/jpeg;base64,AAAA').padEnd(9000)],
    ['it is of another kind', observed(`data:image/svg+xml;base64,${base64}`)],
    ['something in it is escaped', observed(`data:image/jpeg;base64,${base64}\n${base64}`)],
  ])('leaves a body as it is when %s', (_, text) => {
    expect(liftPicture(bodyOf(text))).toBeUndefined();
  });

  test('leaves a body as it is when a string in it ends before its time', () => {
    const broken = bodyOf(observed(`data:image/jpeg;base64,${base64}@${base64}`));
    broken[broken.indexOf('@')] = 0x22;
    expect(liftPicture(broken)).toBeUndefined();
  });

  test('leaves a body as it is that ends before its time', () => {
    const body = bodyOf(observed(`data:image/jpeg;base64,${base64}`));
    expect(liftPicture(body.subarray(0, 8000))).toBeUndefined();
  });
});
