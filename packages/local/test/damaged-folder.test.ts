import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scriptedModel, startLocalService } from '@nova-act/local';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dataFolderKeys } from '../src/cli/data-folder-keys.js';
import { loadSqlite } from '../src/sqlite/load-sqlite.js';
import { openDataFolder } from '../src/sqlite/open-data-folder.js';
import { awsClient } from './clients.js';
import { firstResults, observation, openAct } from './life-of-a-run.js';

let directory = '';
let told: string[] = [];
// One library for a file: two in one process know nothing of each other's locks.
const openSqlite = await loadSqlite(tmpdir());

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'nova-act-damage-'));
  told = [];
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' };
const start = () =>
  startLocalService({
    dataDirectory: directory,
    credentials,
    model: scriptedModel(() => ['takeObservation']),
    onInternalError: (error) => void told.push(error instanceof Error ? error.message : ''),
  });
type Service = Awaited<ReturnType<typeof start>>;
const send = (service: Service) =>
  awsClient({ ...service, fetch: globalThis.fetch, origin: service.url });
const screenshotBase64 = `data:image/png;base64,${Buffer.alloc(6000, 'picture ').toString('base64')}`;

/** Two runs, each with a step that has a screenshot. */
async function filled() {
  await using service = await start();
  const acts = [await openAct(send(service)), await openAct(send(service))];
  for (const { step } of acts)
    await send(service)('PUT', step, {
      callResults: firstResults(observation({ screenshotBase64, simplifiedDOM: '<p>here</p>' })),
    });
  return acts.map(({ workflowRunId }) => workflowRunId);
}
/** Puts something else in the place of the first record of a table, and says where that is. */
function damage(table: string, record: string): number {
  const database = openSqlite(join(directory, 'nova-act.db'), 0);
  const { row } = database.prepare(`select min(rowid) as row from ${table}`).get() as {
    row: number;
  };
  database.prepare(`update ${table} set record = ? where rowid = ?`).run(record, row);
  database.close();
  return row;
}

describe('a data folder with damage in it', () => {
  test.each([
    ['runs', 1, 1],
    ['sessions', 2, 1],
    ['acts', 2, 1],
    ['steps', 2, 1],
    ['definitions', 2, 2],
  ])('%s: the row is named with its file, and the rest loads', async (table, runs, steps) => {
    const ids = await filled();
    for (const record of ['{"torn": "of', '[]', '{}', 'null']) {
      const row = damage(table, record);
      told = [];
      await using service = await start();
      const file = join(directory, 'nova-act.db');
      expect(told).toEqual([
        expect.stringContaining(`${file}: the row ${row} of the table ${table} is damaged`),
      ]);
      const known = service.runs().filter(({ workflowRunId }) => ids.includes(workflowRunId));
      expect(known.map((run) => run.workflowRunId)).toEqual(ids.slice(-runs));
      const kept = known.flatMap((run) => run.acts.flatMap((act) => act.steps));
      expect(kept).toHaveLength(steps);
      if (table !== 'definitions') expect((await openAct(send(service))).actId).toBeDefined();
    }
  });

  test('a database that is damaged in the middle is named, and is not written to', async () => {
    await filled();
    const path = join(directory, 'nova-act.db');
    const database = openSqlite(path, 0);
    database.prepare('pragma wal_checkpoint(truncate)').all();
    database.close();
    const file = await open(path, 'r+');
    const { size } = await file.stat();
    await file.write(Buffer.alloc(size - 4096, 'garbage '), 0, size - 4096, 4096);
    await file.close();
    const before = await readFile(path);
    await expect(start()).rejects.toThrow(`${path} can't be`);
    await expect(start()).rejects.toThrow('Use another folder');
    expect(await readFile(path)).toEqual(before);
  });

  test('a screenshot that can not be read is named, and its step is shown without', async () => {
    await filled();
    const file = (await readdir(directory, { recursive: true })).find((name) =>
      name.endsWith('.png'),
    );
    const path = join(directory, file ?? '');
    await rm(path);
    await mkdir(path);
    await using service = await start();
    const stepId = /([^/\\]+)\.png$/.exec(path)?.[1];
    const act = service
      .runs()
      .flatMap((run) => run.acts)
      .find((each) => each.steps[0]?.stepId === stepId);
    const dom = await fetch(`${service.url}/console/api/acts/${act?.actId}/steps/${stepId}/dom`);
    expect(await dom.text()).toContain('here');
    expect(told).toEqual([expect.stringContaining(`${path} can't be read`)]);
  });

  test('a lock that is damaged is named, with what to do', async () => {
    await writeFile(join(directory, 'lock.db'), 'no database at all, but long enough'.repeat(99));
    await expect(start()).rejects.toThrow(/lock\.db is damaged\. It holds nothing: delete it/);
  });

  test('keys that were never written are made, and others that are none are named', async () => {
    const file = join(directory, 'keys.json');
    await writeFile(file, '');
    const keys = dataFolderKeys(directory);
    expect(dataFolderKeys(directory)).toEqual(keys);
    await writeFile(file, '{"apiKey": "x", "cred');
    expect(() => dataFolderKeys(directory)).toThrow(`${file} does not hold keys. Delete it`);
  });
});

test('what a kill has left over is removed at the start, and nothing else', async () => {
  await filled();
  const [kept = ''] = (await readdir(directory, { recursive: true })).filter((name) =>
    name.endsWith('.png'),
  );
  const folder = join(directory, 'screenshots', '00');
  await mkdir(folder, { recursive: true });
  const id = '00000000-0000-4000-8000-000000000000';
  for (const name of [`${id}.png.part`, `${id}.jpg`, 'mine.txt', 'mine.png'])
    await writeFile(join(folder, name), 'x');
  await writeFile(join(directory, `${kept}.part`), 'x');
  await (await start()).stop();
  expect((await readdir(folder)).sort()).toEqual(['mine.png', 'mine.txt']);
  expect(
    (await readdir(directory, { recursive: true })).filter((name) => name.endsWith('.part')),
  ).toEqual([]);
  expect((await stat(join(directory, kept))).size).toBe(6000);
});

test.skipIf(process.platform === 'win32')(
  'a folder that is read-only is named, and stays so',
  async () => {
    const root = process.geteuid?.() === 0;
    // Loaded before: a user without rights may not be able to.
    await (await openDataFolder(join(directory, 'first'), () => undefined)).journal.close();
    const folder = join(directory, 'read-only');
    await mkdir(folder);
    if (root) for (const path of [directory, folder]) await chown(path, 65_534, 65_534);
    await chmod(folder, 0o555);
    if (root) process.seteuid?.(65_534);
    try {
      await expect(openDataFolder(folder, () => undefined)).rejects.toThrow(
        new RegExp(`${folder}.*can't be.*EACCES`),
      );
    } finally {
      if (root) process.seteuid?.(0);
    }
    expect((await stat(folder)).mode & 0o777).toBe(0o500);
  },
);
