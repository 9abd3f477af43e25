import { isAbsolute, relative, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordSample } from './record-sample.case.js';
import { traceFiles } from './trace-files.js';

const directory = resolve('/traces');
const inside = (file: string) => {
  const path = relative(directory, file);
  return !isAbsolute(path) && !path.startsWith('..') && path.split(sep).length === 2;
};

it('names the files by the act’s place, words and id, in the session’s folder', () => {
  const base = '/traces/session-1/act-1-find-flights-from-boston-to-wolf-on-feb-act-1';
  expect(traceFiles(directory, recordSample())).toEqual({
    html: `${base}.html`,
    json: `${base}.json`,
  });
});

it('names an act whose prompt has no letters a file system takes', () => {
  const { html } = traceFiles(directory, { ...recordSample(), prompt: '漢字 ../ \0' });
  expect(html).toBe('/traces/session-1/act-1-act-1.html');
});

it.each(['../../etc/passwd', '..', '/etc/passwd', 'a\0b', '.', '', 'x'.repeat(500), 'C:\\x'])(
  'stays inside the directory when the prompt and the ids are %j',
  (text) => {
    const trace = { ...recordSample(), prompt: text, sessionId: text, actId: text };
    for (const file of Object.values(traceFiles(directory, trace))) {
      expect(inside(file)).toBe(true);
      expect(file).not.toContain('\0');
      expect(file.length).toBeLessThan(250);
    }
  },
);

it('stays inside the directory for any text at all', () => {
  const base = recordSample();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const trace = { ...base, prompt: text, sessionId: text, actId: text };
      return Object.values(traceFiles(directory, trace)).every(inside);
    }),
  );
});
