import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.js';
import { nodeOf, runAlone } from './first-program.js';
import { packAll, temporaryFolder } from './pack.js';
import { isOffline, OFFLINE } from './registry.js';
import { strangeFolder } from './strange-folder.js';

/** Says which runs it finds in the data folder, and adds one. */
const PROGRAM = `
import { startLocalService } from '@nova-act/local';
import { Workflow } from '@nova-act/workflow';

const service = await startLocalService({ dataDirectory: './data' });
const found = service.runs().length;
await Workflow.run({ ...service.workflowOptions, workflowDefinitionName: 'flights' }, async () => {});
await service.stop();
console.log(found);
`;

const folder = temporaryFolder();
let app = '';
beforeAll(async () => {
  app = strangeFolder(folder.path, await packAll(folder.path), []);
  writeFileSync(join(app, 'program.mjs'), PROGRAM);
}, 180_000);
afterAll(folder.remove);

/** What is installed beside the package, as its user would do it. */
function installLibsql(): void {
  const target = realpathSync(join(ROOT, 'packages/local/node_modules/libsql'));
  const link = join(folder.path, 'store/local/node_modules/libsql');
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(target, link, 'junction');
}

it('a data folder is read and written by Node 20 with libsql, and by Node 22 and 24 with nothing', async ({
  skip,
}) => {
  const start = async (version: string) => {
    const binary = await nodeOf(version).catch((error) =>
      isOffline(error) ? skip(OFFLINE) : Promise.reject(error),
    );
    return runAlone(binary, ['program.mjs'], app, {});
  };
  const found = (runs: number) => ({ code: 0, stdout: `${runs}\n`, stderr: '' });

  const without = await start('20.19.0');
  expect(without.code).toBe(1);
  expect(without.stderr).toContain('StorageError');
  expect(without.stderr).toContain('npm install libsql');

  expect(await start('24')).toEqual(found(0));
  expect(await start('22')).toEqual(found(1));
  installLibsql();
  expect(await start('20.19.0')).toEqual(found(2));
  expect(await start('24')).toEqual(found(3));
}, 300_000);
