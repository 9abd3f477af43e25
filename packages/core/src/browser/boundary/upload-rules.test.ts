import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ValidationError } from '../../errors/index.js';
import { uploadPaths } from '../actions/type/upload.js';
import { uploadRules } from './upload-rules.js';

let root: string;
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'upload-rules-')));
  await mkdir(join(root, 'out', 'deep'), { recursive: true });
  for (const file of ['out/a.pdf', 'out/b.txt', 'out/deep/c.pdf', 'secret.pdf', 'outside.pdf']) {
    await writeFile(join(root, file), file);
  }
  await symlink(join(root, 'secret.pdf'), join(root, 'out', 'link.pdf'));
  await symlink(root, join(root, 'out', 'up'));
  await symlink(join(root, 'out'), join(root, 'way'));
});
afterAll(() => rm(root, { recursive: true }));

async function allows(pattern: string, file: string): Promise<boolean> {
  const security = { allowedFileUploadPaths: [pattern] };
  return uploadPaths(join(root, file), false, security).then(
    () => true,
    () => false,
  );
}

describe('a pattern for uploads', () => {
  it.each<[string, (root: string) => string]>([
    ['a directory', (at) => join(at, 'out')],
    ['a directory with a slash', (at) => `${join(at, 'out')}/`],
    ['/directory/*', (at) => join(at, 'out', '*')],
    ['/directory/**', (at) => join(at, 'out', '**')],
    ['a link to the directory', (at) => join(at, 'way', '*')],
    ['a relative directory', (at) => `./${relative(process.cwd(), join(at, 'out'))}`],
    ['a way through the parent', (at) => `${at}/out/../out/*`],
  ])('%s is the directory with all below it, and nothing beside', async (_, pattern) => {
    expect(await allows(pattern(root), 'out/a.pdf')).toBe(true);
    expect(await allows(pattern(root), 'out/deep/c.pdf')).toBe(true);
    for (const file of ['secret.pdf', 'outside.pdf', 'out/../secret.pdf', 'out/link.pdf']) {
      expect(await allows(pattern(root), file), file).toBe(false);
    }
    expect(await allows(pattern(root), 'out/up/secret.pdf')).toBe(false);
  });

  it('* is every file, and no directory', async () => {
    expect(await allows('*', 'secret.pdf')).toBe(true);
    expect(await allows('*', 'out')).toBe(false);
    expect(await allows('*', 'none')).toBe(false);
  });

  it('/directory/*.pdf is names in that directory', async () => {
    const pattern = join(root, 'out', '*.pdf');
    expect(await allows(pattern, 'out/a.pdf')).toBe(true);
    for (const file of ['out/b.txt', 'out/deep/c.pdf', 'secret.pdf', 'out/link.pdf']) {
      expect(await allows(pattern, file), file).toBe(false);
    }
  });

  it.each([
    ['~/outbox', 'os.homedir()'],
    ['$HOME/outbox', 'os.homedir()'],
    ['%USERPROFILE%/outbox', 'os.homedir()'],
    ['file:///tmp/outbox', 'fileURLToPath'],
    ['/tmp/*/outbox', 'before its last part'],
    ['/tmp/**/*.pdf', 'before its last part'],
    ['/tmp/*.pdf/*', 'before its last part'],
    ['/tmp/*.{pdf,txt}', 'Only * stands'],
    ['/tmp/a?.pdf', 'Only * stands'],
  ])('%s is refused, as it would not work as it reads', (pattern, why) => {
    const read = () => uploadRules(['/tmp', pattern]);
    expect(read).toThrow(ValidationError);
    expect(read).toThrow(why);
    expect(read).toThrow(/^security\.allowedFileUploadPaths\[1\]: /);
  });
});
