import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonValue, ModelCall, ModelObservation, ModelStep } from '../model/local-model.js';
import { type ScriptedProgram, scriptedModel } from '../model/scripted-model.js';
import { recordModel } from './record/record-model.js';
import type { RecordOptions } from './record/recorder.js';
import { type ReplayOptions, replayModel } from './replay/replay-model.js';
import { snapshot, stepOf } from './snapshot.case.js';

export const root = mkdtempSync(join(tmpdir(), 'cassette-'));
// Several files of tests may share it.
process.once('exit', () => rmSync(root, { recursive: true, force: true }));
let made = 0;
export const newDirectory = () => join(root, String(++made));

export const wide = { width: 1600, height: 813 };
export const login = `<body box="0,0,1600,813"><label for="u" box="0,0,90,20">User</label><input id="u" box="100,0,200,20">
  <label for="p" box="0,40,90,20">Password</label><input id="p" type="password" box="100,40,200,20"><button box="0,80,90,20">Log in</button></body>`;
export const loginMoved = `<body box="0,0,1600,813"><h1 box="0,0,900,200">Welcome</h1><label for="u" box="500,300,90,20">User</label><input id="u" box="600,300,200,20">
  <label for="p" box="500,340,90,20">Password</label><input id="p" type="password" box="600,340,200,20"><button box="600,380,90,20">Log in</button></body>`;

export type Look = ModelObservation | undefined;
export type Act = {
  task?: string;
  programs: ScriptedProgram[];
  looks: Look[];
} & Partial<ModelStep>;

export async function recordAct(
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
export async function replay(
  directory: string,
  { looks, results = [], ...act }: Partial<ModelStep> & { looks: Look[]; results?: string[] },
  options: Partial<ReplayOptions> = {},
): Promise<[name: string, input: JsonValue][][]> {
  const model = replayModel({ directory, maxLooks: 0, ...options });
  return replayWith(model, { looks, results, ...act });
}

export async function replayWith(
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

export const observe: [string, JsonValue][] = [
  ['waitForPageToSettle', []],
  ['takeObservation', []],
];
export const buy: Act = {
  task: 'Buy it',
  programs: [
    [['agentClick', '<box>80,0,100,90</box>'], 'waitForPageToSettle', 'takeObservation'],
    [['return', '"done"']],
  ],
  looks: [snapshot(login), snapshot(login)],
};
export const allText = (directory: string) =>
  readdirSync(directory)
    .map((file) => `${file}\n${readFileSync(join(directory, file), 'latin1')}`)
    .join('\n');
