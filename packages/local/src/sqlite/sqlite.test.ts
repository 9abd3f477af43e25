import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { libsql } from './libsql.js';
import { loadSqlite } from './load-sqlite.js';
import { nodeSqlite } from './node-sqlite.js';

let file = '';
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'nova-act-sqlite-')), 'a.db');
});
afterEach(() => rmSync(join(file, '..'), { recursive: true, force: true }));

describe.each([
  ['Node’s own', nodeSqlite()],
  ['libsql', await libsql()],
])('SQLite: %s', (_name, open) => {
  const SKIPPED = 'this Node has no SQLite of its own';

  it('keeps what is committed, and nothing that is rolled back', ({ skip }) => {
    if (!open) return skip(SKIPPED);
    const database = open(file, 0);
    database.exec('create table words (word text)');
    const insert = database.prepare('insert into words values (?)');
    expect(database.inTransaction).toBe(false);
    database.exec('begin');
    insert.run('lost');
    expect(database.inTransaction).toBe(true);
    database.exec('rollback');
    expect(database.inTransaction).toBe(false);
    database.exec('begin');
    insert.run('kept');
    insert.run(null);
    database.exec('commit');
    database.close();

    const again = open(file, 0);
    expect(again.prepare('select word from words').all()).toMatchObject([
      { word: 'kept' },
      { word: null },
    ]);
    const select = again.prepare('select word from words where word = ?');
    expect(select.get('kept')).toMatchObject({ word: 'kept' });
    expect(select.get('lost')).toBeUndefined();
    again.close();
  });

  it('names what fails by SQLite’s own code', ({ skip }) => {
    if (!open) return skip(SKIPPED);
    const first = open(file, 0);
    first.exec('begin exclusive');
    const second = open(file, 0);
    expect(() => second.exec('begin exclusive')).toThrow(
      expect.objectContaining({ code: 'SQLITE_BUSY' }),
    );
    first.close();
    second.close();
    const damaged = `${file}.damaged`;
    writeFileSync(damaged, 'no database, and longer than its head would be'.repeat(9));
    const third = open(damaged, 0);
    expect(() => third.prepare('select * from sqlite_master').all()).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^SQLITE_NOTADB/) }),
    );
    third.close();
  });
});

describe('loadSqlite', () => {
  const missing = () =>
    Promise.reject(Object.assign(new Error('not found'), { code: 'ERR_MODULE_NOT_FOUND' }));

  it('takes Node’s own before libsql', async () => {
    const own = () => {
      throw new Error('opened with Node’s own');
    };
    expect(await loadSqlite('/data', () => own, missing)).toBe(own);
  });

  it('says what to install where there is neither', async () => {
    await expect(loadSqlite('/data', () => undefined, missing)).rejects.toMatchObject({
      name: 'StorageError',
      file: '/data',
      message: expect.stringMatching(/npm install libsql.*Node 22\.13 or newer/),
    });
  });

  it('tells a libsql that is not built for this machine from one that is not there', async () => {
    const broken = () => Promise.reject(new Error('no binary'));
    await expect(loadSqlite('/data', () => undefined, broken)).rejects.toThrow(
      `is there and can't be loaded on ${process.platform} ${process.arch}`,
    );
  });
});
