import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runIn } from '../../run-cli.case.js';

let cwd: string;
let file: string;
const opened: string[] = [];
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'nova-act-trace-'));
  mkdirSync(join(cwd, 'traces/session-1'), { recursive: true });
  file = join(cwd, 'traces/session-1/act-1-look-act-77.html');
  writeFileSync(file, '<!doctype html>');
  writeFileSync(file.replace(/html$/, 'json'), '{"actId":"act-77"}');
});
afterAll(() => rmSync(cwd, { recursive: true }));

const open = (args: string[], env: Record<string, string> = { DISPLAY: ':0' }) => {
  opened.length = 0;
  const openFile = async (path: string) => void opened.push(path);
  return runIn({ cwd, env, openFile }, 'trace', 'open', ...args);
};

it.each([
  ['the id of its act', 'act-77'],
  ['its file', 'traces/session-1/act-1-look-act-77.html'],
])('a trace is opened by %s', async (_, wanted) => {
  expect(await open([wanted])).toMatchObject({ code: 0, out: `${file}\n` });
  expect(opened).toEqual([file]);
});

it('is only told where it is with --print, with --json, and where nothing could show it', async () => {
  expect((await open(['act-77', '--print'])).out).toBe(`${file}\n`);
  expect(JSON.parse((await open(['act-77', '--json'])).out)).toEqual({ file });
  expect(opened).toEqual([]);
  if (process.platform !== 'linux') return;
  expect((await open(['act-77'], {})).error).toContain('no display');
  expect(opened).toEqual([]);
});

it('that is not there is exit code 4, with where to look', async () => {
  for (const wanted of ['77', 'act-7', '../traces']) {
    const { code, error } = await open([wanted]);
    expect(code).toBe(4);
    expect(error).toContain('--logs');
  }
});
