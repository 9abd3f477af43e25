import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { JsonValue, ModelCall, ModelObservation, ModelStep } from '../model/local-model.js';
import { type ScriptedProgram, scriptedModel } from '../model/scripted-model.js';
import { CassetteError } from './cassette-error.js';
import { recordModel } from './record-model.js';
import type { RecordOptions } from './recorder.js';
import { type ReplayOptions, replayModel } from './replay-model.js';
import { snapshot, stepOf } from './snapshot.case.js';

const root = mkdtempSync(join(tmpdir(), 'cassette-'));
afterAll(() => rmSync(root, { recursive: true }));
let made = 0;
const newDirectory = () => join(root, String(++made));

const wide = { width: 1600, height: 813 };
const login = `<body box="0,0,1600,813"><label for="u" box="0,0,90,20">User</label><input id="u" box="100,0,200,20">
  <label for="p" box="0,40,90,20">Password</label><input id="p" type="password" box="100,40,200,20"><button box="0,80,90,20">Log in</button></body>`;
const loginMoved = `<body box="0,0,1600,813"><h1 box="0,0,900,200">Welcome</h1><label for="u" box="500,300,90,20">User</label><input id="u" box="600,300,200,20">
  <label for="p" box="500,340,90,20">Password</label><input id="p" type="password" box="600,340,200,20"><button box="600,380,90,20">Log in</button></body>`;

type Look = ModelObservation | undefined;
type Act = { task?: string; programs: ScriptedProgram[]; looks: Look[] } & Partial<ModelStep>;

async function recordAct(
  directory: string,
  { programs, looks, ...act }: Act,
  options: Partial<RecordOptions> = {},
) {
  const model = recordModel(scriptedModel(programs), { directory, now: () => 0, ...options });
  const memory = {};
  for (const [at] of programs.entries())
    await model.step(stepOf({ ...act, memory, step: at + 1, observation: looks[at] }));
}

/** Runs an act against the replay, one look at a time, until it ends or the looks do. */
async function replay(
  directory: string,
  { looks, results = [], ...act }: Partial<ModelStep> & { looks: Look[]; results?: string[] },
  options: Partial<ReplayOptions> = {},
): Promise<[name: string, input: JsonValue][][]> {
  const model = replayModel({ directory, maxLooks: 0, ...options });
  return replayWith(model, { looks, results, ...act });
}

async function replayWith(
  model: ReturnType<typeof replayModel>,
  { looks, results = [], ...act }: Partial<ModelStep> & { looks: Look[]; results?: string[] },
) {
  const memory = {};
  const programs: [string, JsonValue][][] = [];
  let before: ModelCall[] = [];
  for (const [at, observation] of looks.entries()) {
    const callResults = before.map(({ name }, index) => ({
      callId: `c${index}`,
      name,
      text: (index === 0 ? results[at] : undefined) ?? 'null',
    }));
    before = await model.step(stepOf({ ...act, memory, step: at + 1, observation, callResults }));
    programs.push(before.map(({ name, input }) => [name, input]));
    if (before.some(({ name }) => name === 'return' || name === 'throw')) break;
  }
  return programs;
}

const observe: [string, JsonValue][] = [
  ['waitForPageToSettle', []],
  ['takeObservation', []],
];
const buy: Act = {
  task: 'Buy it',
  programs: [
    [['agentClick', '<box>80,0,100,90</box>'], 'waitForPageToSettle', 'takeObservation'],
    [['return', '"done"']],
  ],
  looks: [snapshot(login), snapshot(login)],
};
const allText = (directory: string) =>
  readdirSync(directory)
    .map((file) => `${file}\n${readFileSync(join(directory, file), 'latin1')}`)
    .join('\n');

describe('a replayed act', () => {
  test('gives what was recorded, aimed at where things are now', async () => {
    const directory = newDirectory();
    await recordAct(directory, buy);
    expect(
      await replay(directory, { looks: [snapshot(loginMoved), snapshot(loginMoved)] }),
    ).toEqual([
      [['agentClick', ['<box>380,600,400,690</box>']], ...observe],
      [['return', ['"done"']]],
    ]);
  });

  test('has its boxes in pixels of the present window, however they were written', async () => {
    const directory = newDirectory();
    await recordAct(directory, {
      ...buy,
      programs: [[['agentClick', '<bbox>0,98,57,124</bbox>']], [['return']]],
    });
    expect(
      (await replay(directory, { looks: [snapshot(login, { width: 800, height: 400 })] }))[0],
    ).toEqual([['agentClick', ['<box>80,0,100,90</box>']]]);
  });

  test('keeps the other arguments, and named ones too', async () => {
    const directory = newDirectory();
    const calls: ScriptedProgram = [
      {
        name: 'browser.agentType',
        input: { value: 'me', box: '<box>0,100,20,300</box>', pressEnter: true },
      },
      ['agentClick', '<box>80,0,100,90</box>', 'left-double'],
    ];
    await recordAct(directory, { ...buy, programs: [calls, [['return']]] });
    expect((await replay(directory, { looks: [snapshot(loginMoved)] }))[0]).toEqual([
      ['browser.agentType', { value: 'me', box: '<box>300,600,320,800</box>', pressEnter: true }],
      ['agentClick', ['<box>380,600,400,690</box>', 'left-double']],
    ]);
  });

  test('scrolls first when its target is out of sight', async () => {
    const directory = newDirectory();
    await recordAct(directory, buy);
    const below = snapshot(
      '<body box="0,0,1600,3000"><button box="0,1500,90,20">Log in</button></body>',
    );
    const after = snapshot(
      '<body box="0,-1104,1600,3000"><button box="0,396,90,20">Log in</button></body>',
    );
    expect(await replay(directory, { looks: [below, after, after] })).toEqual([
      [
        ['agentScroll', { direction: 'down', box: '<box>0,0,813,1600</box>', value: 1104 }],
        ...observe,
      ],
      [['agentClick', ['<box>396,0,416,90</box>']], ...observe],
      [['return', ['"done"']]],
    ]);
  });

  test('stops a program before a target that is not there yet, looks, and goes on', async () => {
    const directory = newDirectory();
    await recordAct(directory, {
      ...buy,
      programs: [
        [
          ['agentType', 'me', '<box>0,100,20,300</box>'],
          ['agentClick', '<box>80,0,100,90</box>'],
        ],
        [['return']],
      ],
    });
    const folded = snapshot(
      '<body box="0,0,1600,813"><label for="u" box="0,0,90,20">User</label><input id="u" box="100,0,200,20"></body>',
    );
    expect(await replay(directory, { looks: [folded, snapshot(login), snapshot(login)] })).toEqual([
      [['agentType', ['me', '<box>0,100,20,300</box>']], ...observe],
      [['agentClick', ['<box>80,0,100,90</box>']]],
      [['return', []]],
    ]);
  });

  test('looks again before it gives up on a target', async () => {
    const directory = newDirectory();
    await recordAct(directory, buy);
    const blank = snapshot('<body box="0,0,1600,813"></body>');
    const looks = [blank, blank, snapshot(login), snapshot(login)];
    expect(await replay(directory, { looks }, { maxLooks: 2 })).toEqual([
      [['wait', [1]], ...observe],
      [['wait', [1]], ...observe],
      [['agentClick', ['<box>80,0,100,90</box>']], ...observe],
      [['return', ['"done"']]],
    ]);
  });

  test('answers a request that is repeated as it did before', async () => {
    const directory = newDirectory();
    await recordAct(directory, buy);
    const model = replayModel({ directory });
    const memory = {};
    const first = await model.step(stepOf({ memory, observation: snapshot(login) }));
    expect(await model.step(stepOf({ memory, observation: snapshot(loginMoved) }))).toEqual(first);
  });

  test('points at the same place of a large target', async () => {
    const directory = newDirectory();
    const map = (box: string) =>
      snapshot(
        `<body box="0,0,1600,813"><h2 box="0,0,300,30">Map</h2><canvas id="map" box="${box}"></canvas></body>`,
      );
    await recordAct(directory, {
      ...buy,
      programs: [[['agentClick', '<box>130,210,150,230</box>']], [['return']]],
      looks: [map('200,100,400,400')],
    });
    expect((await replay(directory, { looks: [map('600,100,800,200')] }))[0]).toEqual([
      ['agentClick', ['<box>115,620,125,660</box>']],
    ]);
  });

  test('scrolls the whole page in a window of another size', async () => {
    const directory = newDirectory();
    await recordAct(directory, {
      ...buy,
      programs: [[['agentScroll', 'down', '<box>0,0,813,1600</box>']], [['return']]],
    });
    expect(
      (await replay(directory, { looks: [snapshot(login, { width: 1280, height: 700 })] }))[0],
    ).toEqual([['agentScroll', ['down', '<box>0,0,700,1280</box>']]]);
  });
});

describe('a replay that cannot go on says why', () => {
  const said = async (directory: string, parts: Parameters<typeof replay>[1]) => {
    const [name, input] = (await replay(directory, parts)).at(-1)?.at(-1) ?? [];
    expect(name).toBe('throw');
    return String((input as JsonValue[])[0]);
  };

  test('when the target is gone: the step, what it looked for, and what came nearest', async () => {
    const directory = newDirectory();
    await recordAct(directory, buy);
    const page = '<body box="0,0,1600,813"><button box="0,0,90,20">Log out</button></body>';
    expect(
      await said(directory, {
        looks: [snapshot(page, { url: 'https://me:pw@a.test/?token=abc' })],
      }),
    ).toBe(
      'Step 1 of the recorded act points at the button “Log in”, which is not on this page (https://hidden@a.test/?token=hidden). The nearest are the button “Log out”.',
    );
  });

  test('when nothing tells the target from others', async () => {
    const directory = newDirectory();
    await recordAct(directory, buy);
    const page =
      '<body box="0,0,1600,813"><button box="0,0,90,20">Log in</button><button box="0,90,90,20">Log in</button></body>';
    expect(await said(directory, { looks: [snapshot(page)] })).toMatch(
      /button “Log in”, the only one when it was recorded.*equally well/,
    );
  });

  test('when the task was never recorded: the nearest tasks', async () => {
    const directory = newDirectory();
    await recordAct(directory, buy);
    expect(await said(directory, { task: 'Buy it twice', looks: [snapshot(login)] })).toBe(
      'The cassette has no act for the task “Buy it twice”. The nearest it has: “Buy it”.',
    );
  });

  test('when only the schema of the task differs', async () => {
    const directory = newDirectory();
    await recordAct(directory, {
      ...buy,
      task: 'How much, format output with jsonschema: {"type":"number"}',
    });
    expect(
      await said(directory, {
        task: 'How much, format output with jsonschema: {"type":"string"}',
        looks: [snapshot(login)],
      }),
    ).toContain('same prompt and another schema');
  });

  test('when the recording stops before the end', async () => {
    const directory = newDirectory();
    await recordAct(directory, { ...buy, programs: buy.programs.slice(0, 1) });
    expect(await said(directory, { looks: [snapshot(login), snapshot(login)] })).toContain(
      'stops after step 1',
    );
  });

  test('when the client is redirected where it was not before', async () => {
    const directory = newDirectory();
    await recordAct(directory, buy);
    expect(
      await said(directory, {
        looks: [snapshot(login), snapshot(login)],
        results: ['', 'AgentRedirectError: it is covered'],
      }),
    ).toBe(
      'Step 1 of the recorded act went through when it was recorded; now agentClick is answered with AgentRedirectError: it is covered',
    );
  });

  test('when a tool is not offered', async () => {
    const directory = newDirectory();
    await recordAct(directory, {
      ...buy,
      programs: [[{ name: 'tool.lookUp', input: { a: 1 } }], [['return']]],
    });
    expect(await said(directory, { looks: [snapshot(login)] })).toContain(
      'the tool lookUp, which this act does not offer',
    );
    const toolSpecs = [{ name: 'lookUp', description: '', inputSchema: {} }];
    expect((await replay(directory, { looks: [snapshot(login)], toolSpecs }))[0]).toEqual([
      ['tool.lookUp', { a: 1 }],
    ]);
  });

  test('when there is no DOM capture and the window has another size', async () => {
    const directory = newDirectory();
    const blind = (size = wide) => ({ ...snapshot('', size), simplifiedDOM: '', idToBboxMap: {} });
    await recordAct(directory, { ...buy, looks: [blind(), blind()] });
    expect((await replay(directory, { looks: [blind()] }))[0]?.[0]).toEqual([
      'agentClick',
      ['<box>80,0,100,90</box>'],
    ]);
    expect(await said(directory, { looks: [blind({ width: 1500, height: 813 })] })).toMatch(
      /recorded without a DOM capture.*1600×813.*1500×813.*NOVA_ACT_CAPTURE_DOM=1/,
    );
  });

  test('when the act began before the service did', async () => {
    const directory = newDirectory();
    await recordAct(directory, buy);
    const [call] = await replayModel({ directory }).step(stepOf({ step: 3 }));
    expect(call?.name).toBe('throw');
  });
});

describe('several recordings of one task', () => {
  const answers = async (directory: string, count: number) => {
    for (let at = 1; at <= count; at++)
      await recordAct(directory, { ...buy, programs: [[['return', String(at)]]] });
    return replayModel({ directory });
  };
  const ask = async (model: ReturnType<typeof replayModel>, workflowRunId: string) =>
    (await replayWith(model, { looks: [snapshot(login)], workflowRunId }))[0]?.[0];

  test('are used in their order, and a later run starts over', async () => {
    const model = await answers(newDirectory(), 2);
    expect([await ask(model, 'a'), await ask(model, 'a'), await ask(model, 'b')]).toEqual([
      ['return', ['1']],
      ['return', ['2']],
      ['return', ['1']],
    ]);
  });

  test('are not used twice within a run', async () => {
    const model = await answers(newDirectory(), 1);
    await ask(model, 'a');
    expect(await ask(model, 'a')).toEqual([
      'throw',
      ['The cassette has this task once, and this run asks for it once more: “Buy it”'],
    ]);
  });
});

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
