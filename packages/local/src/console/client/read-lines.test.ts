import { expect, it } from 'vitest';
import { readLines } from './read-lines.js';

it('gives each value of a body, wherever it is cut', async () => {
  const bytes = new TextEncoder().encode('{"a":"ä"}\n{"a":2}\n\n{"a":3}\n');
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      for (const byte of bytes) stream.enqueue(Uint8Array.of(byte));
      stream.close();
    },
  });
  const values: unknown[] = [];
  for await (const value of readLines(body)) values.push(value);
  expect(values).toEqual([{ a: 'ä' }, { a: 2 }, { a: 3 }]);
});
