import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uploadPaths } from './upload.js';

let root: string;
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'upload-')));
  await mkdir(join(root, 'allowed'));
  await writeFile(join(root, 'allowed', 'a.txt'), 'a');
  await writeFile(join(root, 'allowed', 'b.txt'), 'b');
  await writeFile(join(root, 'secret.txt'), 's');
  await symlink(join(root, 'secret.txt'), join(root, 'allowed', 'link.txt'));
});
afterAll(() => rm(root, { recursive: true }));

const allowed = () => ({ allowedFileUploadPaths: [join(root, 'allowed')] });

describe('uploadPaths', () => {
  it('gives a file below an allowed directory, and one that is named itself', async () => {
    const file = join(root, 'allowed', 'a.txt');
    expect(await uploadPaths(` ${file} `, false, allowed())).toEqual([file]);
    expect(await uploadPaths(file, false, { allowedFileUploadPaths: [file] })).toEqual([file]);
  });

  it('gives several, one a line, where the input takes several', async () => {
    const files = ['a.txt', 'b.txt'].map((name) => join(root, 'allowed', name));
    expect(await uploadPaths(files.join('\n'), true, allowed())).toEqual(files);
    await expect(uploadPaths(files.join('\n'), false, allowed())).rejects.toThrow('takes one file');
  });

  it.each([
    ['outside', () => join(root, 'secret.txt')],
    ['up and out', () => join(root, 'allowed', '..', 'secret.txt')],
    ['through a link', () => join(root, 'allowed', 'link.txt')],
    ['a directory', () => join(root, 'allowed')],
    ['not there', () => join(root, 'allowed', 'none.txt')],
    ['a directory with the same beginning', () => `${join(root, 'allowed')}2/a.txt`],
  ])('refuses what lies %s, always in the same words', async (_, path) => {
    await expect(uploadPaths(path(), false, allowed())).rejects.toThrow(
      'is not a file that this session may upload',
    );
  });

  it('refuses everything unless paths are allowed', async () => {
    await expect(uploadPaths(join(root, 'secret.txt'), false, {})).rejects.toThrow(
      'security.allowedFileUploadPaths is empty',
    );
  });
});
