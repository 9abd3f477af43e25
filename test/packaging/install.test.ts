import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packAll, temporaryFolder } from './pack.js';
import { node, run } from './run.js';

const NO_NETWORK = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTCACHED|ENETUNREACH/;

const folder = temporaryFolder();
let tarballs: string[] = [];

beforeAll(async () => {
  tarballs = (await packAll(folder.path)).map(({ tarball }) => tarball);
}, 180_000);
afterAll(folder.remove);

describe('the packages, installed with npm in a strange folder', () => {
  it('bring all they need, rely on no install script and can be imported', async ({ skip }) => {
    writeFileSync(join(folder.path, 'package.json'), '{ "name": "app", "type": "module" }\n');
    try {
      const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
      await run('npm', ['install', ...quiet, ...tarballs], folder.path);
    } catch (error) {
      const offline = error instanceof Error && NO_NETWORK.test(error.message);
      skip(offline, 'the npm registry cannot be reached from here');
      throw error;
    }
    const specifiers = ['core', 'core/runtime', 'workflow', 'local'];
    const code = `
      for (const name of ${JSON.stringify(specifiers)}) await import('@nova-act/' + name);
      console.log('imported');
    `;
    expect(await node(['--input-type=module', '--eval', code], folder.path)).toBe('imported\n');
  }, 300_000);
});
