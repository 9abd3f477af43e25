import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ScriptedProgram, scriptedModel } from '../../model/scripted-model.js';
import { CassetteError } from '../file/cassette-error.js';
import { replayModel } from '../replay/replay-model.js';
import {
  type Act,
  allText,
  buy,
  login,
  loginMoved,
  newDirectory,
  recordAct,
  replay,
  root,
} from '../replaying.case.js';
import { snapshot, stepOf } from '../snapshot.case.js';
import { recordModel } from './record-model.js';

describe('what a cassette keeps', () => {
  const task = 'Log in as ann with the password tr0ub4dor&3';
  const enter: Act = {
    task,
    programs: [
      [
        ['think', 'I type tr0ub4dor&3'],
        ['agentType', 'ann', '<box>0,100,20,300</box>'],
        ['agentType', 'tr0ub4dor&3', '<box>40,100,60,300</box>'],
      ],
      [['return']],
    ],
    looks: [snapshot(login, { url: 'https://a.test/?X-Amz-Signature=f00dfeed' }), undefined],
  };

  test('is no password, and a replay takes it from its own task', async () => {
    const directory = newDirectory();
    await recordAct(directory, enter);
    expect(allText(directory)).not.toMatch(/tr0ub4dor|f00dfeed/);
    expect(allText(directory)).toContain('ann');
    const [program] = await replay(directory, {
      task: 'Log in as ann with the password other one',
      looks: [snapshot(loginMoved)],
    });
    expect(program).toEqual([
      ['think', ['I type other one']],
      ['agentType', ['ann', '<box>300,600,320,800</box>']],
      ['agentType', ['other one', '<box>340,600,360,800</box>']],
    ]);
  });

  test('is no password that the task does not tell; it is asked for', async () => {
    const directory = newDirectory();
    await recordAct(directory, { ...enter, task: 'Log in' });
    const parts = { task: 'Log in', looks: [snapshot(login)] };
    expect((await replay(directory, parts))[0]?.[0]?.[1]).toEqual([
      expect.stringContaining('needs {{secret:'),
    ]);
    const [program] = await replay(directory, parts, {
      secrets: { '{{secret:1}}': 'x', '{{secret:2}}': 'y' },
    });
    expect(program?.at(-1)).toEqual(['agentType', ['x', '<box>40,100,60,300</box>']]);
  });

  test('is no password with a backslash, however it is written', async () => {
    const directory = newDirectory();
    const typed: ScriptedProgram = [['agentType', 'back\\\\slash', '<box>40,100,60,300</box>']];
    await recordAct(directory, {
      ...enter,
      task: 'Type back\\slash',
      programs: [typed, [['return']]],
    });
    expect(allText(directory)).not.toContain('slash');
    const [program] = await replay(directory, { task: 'Type an\\other', looks: [snapshot(login)] });
    expect(program).toEqual([['agentType', ['an\\\\other', '<box>40,100,60,300</box>']]]);
  });

  test('is no typed text at all when it is to be hidden, and another text in the task is then typed', async () => {
    const directory = newDirectory();
    await recordAct(directory, enter, { typedText: 'hide' });
    expect(allText(directory)).not.toMatch(/ann\b/);
    const [program] = await replay(directory, {
      task: 'Log in as bob with the password z',
      looks: [snapshot(login)],
    });
    expect(program?.[1]).toEqual(['agentType', ['bob', '<box>0,100,20,300</box>']]);
  });

  test('is nothing that it was told to keep out', async () => {
    const directory = newDirectory();
    await recordAct(
      directory,
      { ...buy, programs: [[['think', 'key s3cr3t-k3y-1']], [['return', 's3cr3t-k3y-1']]] },
      { secrets: ['s3cr3t-k3y-1'] },
    );
    expect(allText(directory)).not.toContain('s3cr3t');
  });

  test('is a screenshot only when that is asked for', async () => {
    const directory = newDirectory();
    await recordAct(directory, buy);
    expect(
      readdirSync(directory).filter(
        (file) => !/^(index\.json|act-\d{4}-[0-9a-f]{8}\.jsonl)$/.test(file),
      ),
    ).toEqual([]);
    await recordAct(directory, { ...buy, actId: 'other' }, { screenshots: true });
    const pictures = readdirSync(directory).filter((file) => file.endsWith('.jpg'));
    expect(pictures.map((file) => file.replace(/[0-9a-f]{8}/, 'ID'))).toEqual([
      'act-0002-ID-step-001.jpg',
      'act-0002-ID-step-002.jpg',
    ]);
    expect(readFileSync(join(directory, pictures[0] ?? ''))).toEqual(
      Buffer.from('/9j/4AAQ', 'base64'),
    );
  });

  test('is the last program of a request that was repeated', async () => {
    const directory = newDirectory();
    let count = 0;
    const model = recordModel(
      scriptedModel(() => [['return', String(++count)]]),
      { directory },
    );
    const memory = {};
    await model.step(stepOf({ memory }));
    await model.step(stepOf({ memory }));
    expect(await replay(directory, { looks: [undefined] })).toEqual([[['return', ['2']]]]);
  });

  test('is whole after acts that were recorded at once', async () => {
    const directory = newDirectory();
    const model = recordModel(scriptedModel([[['return']]]), { directory });
    const tasks = Array.from({ length: 20 }, (_each, at) => `Task ${at}`);
    await Promise.all(tasks.map((task) => model.step(stepOf({ task, actId: task }))));
    const index = JSON.parse(readFileSync(join(directory, 'index.json'), 'utf8'));
    expect(index.acts.map((act: { task: string }) => act.task).sort()).toEqual(tasks.sort());
    expect(readdirSync(directory).filter((file) => file.endsWith('.tmp'))).toEqual([]);
    replayModel({ directory });
  });
});

describe('a directory that is no cassette', () => {
  test.each<[title: string, files: Record<string, string>, message: RegExp]>([
    ['without an index', {}, /index\.json can't be read/],
    ['of another format', { 'index.json': '{"format":"har"}' }, /its format is "har"/],
    [
      'of a later version',
      { 'index.json': '{"format":"nova-act-cassette","version":9}' },
      /version 9; this release reads version 1/,
    ],
    [
      'that names files outside of it',
      {
        'index.json':
          '{"format":"nova-act-cassette","version":1,"acts":[{"file":"../x.jsonl","task":"","steps":1,"end":"open"}]}',
      },
      /outside of its directory/,
    ],
    [
      'with a torn file',
      {
        'index.json':
          '{"format":"nova-act-cassette","version":1,"acts":[{"file":"a.jsonl","task":"","steps":1,"end":"open"}]}',
        'a.jsonl':
          '{"kind":"act","format":"nova-act-cassette","version":1,"task":"t","model":"m","modelId":"m","recordedAt":"x"}\n{"kind":"st',
      },
      /a\.jsonl, line 2, is not JSON/,
    ],
  ])('%s is refused by name', (_title, files, message) => {
    const directory = mkdtempSync(join(root, 'bad-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    expect(() => replayModel({ directory })).toThrow(CassetteError);
    expect(() => replayModel({ directory })).toThrow(message);
  });
});
