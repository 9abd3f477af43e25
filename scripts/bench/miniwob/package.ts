import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const version = '1.1.0';
const sha256 = '297006e84219d56ad037e843527ed773a4a82509dc43b6031ec4a3ad3e3e61d9';
const cache = fileURLToPath(new URL('../../../.cache/', import.meta.url));
const folder = join(cache, `miniwob-${version}`);

/**
 * The folder with the pages of MiniWoB++, as the Python package `miniwob` ships them; fetched with pip
 * when it is first asked for, checked against its known hash, and never run.
 *
 * @see https://pypi.org/project/miniwob/
 */
export async function miniwobPages(): Promise<string> {
  const pages = join(folder, 'miniwob', 'html');
  try {
    await access(pages);
    return pages;
  } catch {
    // Not fetched yet.
  }
  await mkdir(cache, { recursive: true });
  const part = await mkdtemp(`${folder}-`);
  try {
    const list = join(part, 'requirements.txt');
    const line = `miniwob==${version} --hash=sha256:${sha256}`;
    await writeFile(list, line);
    const download = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--require-hashes'];
    await run('python3', [...download, '--dest', part, '--requirement', list], {
      timeout: 300_000,
    });
    const wheel = join(part, `miniwob-${version}-py3-none-any.whl`);
    await run('python3', ['-m', 'zipfile', '--extract', wheel, part]);
    await rename(part, folder);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw new Error(`The pages of miniwob ${version} cannot be fetched with Python's pip`, {
      cause: error,
    });
  }
  return pages;
}
