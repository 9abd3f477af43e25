import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from './make-folder.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nova-act-folder-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('a folder', () => {
  it('is made with those above it, and left as it is where it is there', async () => {
    const [a, b] = [join(root, 'a'), join(root, 'a/b')];
    expect(await makeFolder(b, 0o700)).toEqual([a, b]);
    expect(statSync(b).mode & 0o777).toBe(0o700);
    expect(await makeFolder(b)).toEqual([]);
    expect(await makeFolder(join(b, 'c'))).toEqual([join(b, 'c')]);
  });

  it('is made once by all who want it at the same time', async () => {
    const places = ['a/b/c', 'a/b/c', 'a/b/d'].map((path) => join(root, path));
    const made = (await Promise.all(places.map((path) => makeFolder(path)))).flat();
    expect(made.sort()).toEqual(['a', 'a/b', 'a/b/c', 'a/b/d'].map((path) => join(root, path)));
  });

  it('that cannot be is the error of the file system', async () => {
    writeFileSync(join(root, 'file'), '');
    await expect(makeFolder(join(root, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(join(root, 'file/a'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    await expect(makeFolder(join(root, 'a'.repeat(300)))).rejects.toMatchObject({
      code: 'ENAMETOOLONG',
    });
  });

  it.runIf(process.platform === 'linux')('below /proc is an error, at once', async () => {
    await expect(makeFolder('/proc/nova-act/a')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
