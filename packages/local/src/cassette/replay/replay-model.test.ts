import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonValue, ModelStep } from '../../model/local-model.js';
import { type ScriptedProgram, scriptedModel } from '../../model/scripted-model.js';
import {
  buy,
  login,
  loginMoved,
  newDirectory,
  observe,
  recordAct,
  replay,
  replayWith,
  wide,
} from '../replaying.case.js';
import { snapshot, stepOf } from '../snapshot.case.js';
import { replayModel } from './replay-model.js';

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

  test('is gone on with by another model from the step that is said, on the page it has come to', async () => {
    const directory = newDirectory();
    await recordAct(directory, {
      ...buy,
      programs: [
        [['agentClick', '<box>80,0,100,90</box>'], 'takeObservation'],
        [['agentClick', '<box>0,100,20,300</box>'], 'takeObservation'],
        [['return', '"recorded"']],
      ],
      looks: [snapshot(login), snapshot(login), snapshot(login)],
    });
    const asked: ModelStep[] = [];
    const model = scriptedModel((step) => {
      asked.push(step);
      return [['return', '"live"']];
    });
    const looks = [snapshot(loginMoved), snapshot(loginMoved), snapshot(loginMoved)];
    const programs = await replay(directory, { looks }, { goOn: { step: 2, model } });
    expect(programs.map(([first]) => first)).toEqual([
      ['agentClick', ['<box>380,600,400,690</box>']],
      ['return', ['"live"']],
    ]);
    expect(asked.map(({ step, observation }) => [step, observation])).toEqual([[2, looks[1]]]);
    const all = await replay(directory, { looks }, { goOn: { step: 9, model } });
    expect(all.at(-1)).toEqual([['return', ['"recorded"']]]);
  });

  test('is gone on with where its recording stops, by a script from its beginning', async () => {
    const directory = newDirectory();
    const [click = []] = buy.programs;
    await recordAct(directory, { ...buy, programs: [click] });
    const file = readdirSync(directory).find((name) => name.endsWith('.jsonl')) ?? '';
    const model = scriptedModel([[['think', 'on'], 'takeObservation'], [['return', '"live"']]]);
    const looks = [snapshot(loginMoved), snapshot(loginMoved), snapshot(loginMoved)];
    for (const path of [directory, join(directory, file)])
      expect((await replay(path, { looks }, { goOn: { model } })).map(([call]) => call)).toEqual([
        ['agentClick', ['<box>380,600,400,690</box>']],
        ['think', ['on']],
        ['return', ['"live"']],
      ]);
  });

  test('that the cassette does not have, or not once more in this run, is all the other model’s', async () => {
    const directory = newDirectory();
    await recordAct(directory, buy);
    const model = replayModel({
      directory,
      goOn: { model: scriptedModel([[['return', '"live"']]]) },
    });
    const firsts = [];
    for (const task of ['Sell it', buy.task, buy.task]) {
      const [program] = await replayWith(model, { task: task ?? '', looks: [snapshot(login)] });
      firsts.push(program?.[0]?.[0]);
    }
    expect(firsts).toEqual(['return', 'agentClick', 'return']);
  });

  test('of a file with several acts is each of them in its turn, those that stop in the middle too', async () => {
    const directory = newDirectory();
    await recordAct(directory, { ...buy, programs: [[['return', '"one"']]], actId: 'a' });
    const [click = []] = buy.programs;
    await recordAct(directory, { ...buy, programs: [click], actId: 'b' });
    const files = readdirSync(directory)
      .filter((name) => name.endsWith('.jsonl'))
      .sort();
    const path = join(directory, 'both.jsonl');
    writeFileSync(path, files.map((name) => readFileSync(join(directory, name), 'utf8')).join(''));
    const model = replayModel({ directory: path, goOn: { model: scriptedModel([]) } });
    const firsts = [];
    for (let act = 0; act < 2; act += 1) {
      const [program] = await replayWith(model, { task: 'Buy it', looks: [snapshot(login)] });
      firsts.push(program?.[0]?.[0]);
    }
    expect(firsts).toEqual(['return', 'agentClick']);
  });

  test.each([
    [{ step: 0, model: scriptedModel([]) }, 'goOn.step must be a whole number from 1, is 0'],
    [{ step: 2, model: {} as never }, 'goOn.model must be a model'],
  ])('is refused where who goes on is not right: %#', (goOn, message) => {
    expect(() => replayModel({ directory: newDirectory(), goOn })).toThrow(message);
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
