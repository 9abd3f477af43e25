import { rulesModel } from '@nova-act/rules';
import type { LocalModel } from '../model/local-model.js';
import { readScript, ScriptTextError } from '../model/script-text.js';
import { scriptedModel } from '../model/scripted-model.js';
import type { StartLocalServiceOptions } from '../node/start-options.js';
import { openAiModel } from '../openai/openai-model.js';
import { ArgumentError } from './argument-error.js';

/** The options of the command that say what answers the steps, as `parseArgs` takes them. */
export const answeringOptions = {
  model: { type: 'string' },
  'base-url': { type: 'string' },
  'model-name': { type: 'string' },
  script: { type: 'string' },
  record: { type: 'string' },
  'record-screenshots': { type: 'boolean' },
  'record-typed-text': { type: 'string' },
  replay: { type: 'string' },
  'go-on': { type: 'string' },
  upstream: { type: 'string' },
  'upstream-url': { type: 'string' },
  'upstream-region': { type: 'string' },
  'upstream-definition': { type: 'string' },
} as const;

type Values = {
  [Name in keyof typeof answeringOptions]?: (typeof answeringOptions)[Name]['type'] extends 'boolean'
    ? boolean
    : string;
};
type Environment = Readonly<Record<string, string | undefined>>;
/** What a command line reads besides itself. */
interface Surrounding {
  readonly env: Environment;
  readonly readFile: (path: string) => string;
}
type Answering = Pick<StartLocalServiceOptions, 'model' | 'replay' | 'record' | 'upstream'>;

/** What answers, as the service takes it, and what the greeting says of it. Throws an {@link ArgumentError}. */
export function readAnswering(
  values: Values,
  around: Surrounding,
): { options: Answering; says: string } {
  const { model, replay, upstream } = values;
  const isGoneOn = values['go-on'] !== undefined;
  const first = isGoneOn ? { replay, upstream } : { model, replay, upstream };
  const several = Object.entries(first).filter(([, value]) => value !== undefined);
  if (several.length > 1)
    throw new ArgumentError(
      `${several.map(([name]) => `--${name}`).join(' and ')} each say what answers: give one of them`,
    );
  demand(values, 'model', ['base-url', 'model-name'], model === 'openai', 'openai');
  demand(values, 'model', ['script'], model === 'scripted', 'scripted');
  demand(values, 'replay', ['go-on'], replay !== undefined);
  demand(values, 'upstream', ['upstream-url'], upstream !== undefined);
  demand(values, 'upstream', ['upstream-region', 'upstream-definition'], upstream === 'aws', 'aws');
  demand(
    values,
    'record',
    ['record-screenshots', 'record-typed-text'],
    values.record !== undefined,
  );
  if (replay !== undefined && values.record !== undefined)
    throw new ArgumentError('--replay and --record exclude each other');
  const recorded = values.record === undefined ? '' : `, recorded into ${values.record}`;
  const { options, says } = readSource(values, around);
  return { options: { ...options, ...readRecord(values) }, says: says + recorded };
}

function readSource(values: Values, around: Surrounding): { options: Answering; says: string } {
  const { model, replay, upstream } = values;
  if (replay !== undefined) return readReplay(filled('replay', replay), values, around);
  if (upstream !== undefined)
    return {
      options: { upstream: readUpstream(values, around.env) },
      says: `the real service (${upstream})`,
    };
  const { model: chosen, says } = readModel(model, values, around);
  return { options: { model: chosen }, says };
}

/** The cassette, and who goes on after it. */
function readReplay(
  directory: string,
  values: Values,
  around: Surrounding,
): { options: Answering; says: string } {
  const { 'go-on': from, model } = values;
  const replayed = `replay of ${directory}`;
  if (from === undefined) return { options: { replay: directory }, says: replayed };
  const step = from === 'end' ? undefined : Number(from);
  if (step !== undefined && !/^[1-9]\d{0,8}$/.test(from))
    throw new ArgumentError(
      `--go-on must be the number of a recorded step, from 1, or end, is ${JSON.stringify(from)}`,
    );
  const next = readModel(model, values, around);
  return {
    options: { replay: { directory, goOn: { step, model: next.model } } },
    says: `${replayed}${step === undefined ? '' : ` to step ${step - 1}`}, then ${next.says}`,
  };
}

function readModel(
  kind: string | undefined,
  values: Values,
  { env, readFile }: Surrounding,
): { model: LocalModel; says: string } {
  if (kind === undefined || kind === 'rules')
    return { model: rulesModel(), says: 'rules: a stand-in, not the Nova Act model' };
  if (kind === 'scripted') return readScripted(values.script, readFile);
  if (kind !== 'openai')
    throw new ArgumentError(
      `--model must be rules, scripted or openai, is ${JSON.stringify(kind)}`,
    );
  const { 'base-url': baseUrl, 'model-name': name } = values;
  if (baseUrl === undefined || name === undefined)
    throw new ArgumentError('--model openai needs --base-url URL and --model-name NAME');
  const apiKey = env['OPENAI_API_KEY'];
  const made = openAiModel({ baseUrl, model: name, ...(apiKey ? { apiKey } : {}) });
  return { model: made, says: `${name} at ${baseUrl}, not the Nova Act model` };
}

function readScripted(
  file: string | undefined,
  readFile: Surrounding['readFile'],
): { model: LocalModel; says: string } {
  if (!file) throw new ArgumentError('--model scripted needs --script FILE');
  try {
    return { model: scriptedModel(readScript(readFile(file))), says: `script ${file}` };
  } catch (error) {
    if (error instanceof ScriptTextError)
      throw new ArgumentError(`--script ${file}: ${error.message}`);
    throw new ArgumentError(`--script ${file} can't be read: ${(error as Error).message}`);
  }
}

function readUpstream(values: Values, env: Environment): NonNullable<Answering['upstream']> {
  const { 'upstream-url': endpointUrl, 'upstream-region': region } = values;
  const endpoint = endpointUrl === undefined ? {} : { endpointUrl };
  const definition = values['upstream-definition'];
  switch (values.upstream) {
    case 'aws':
      return {
        surface: 'aws',
        ...endpoint,
        ...(region === undefined ? {} : { region }),
        ...(definition === undefined ? {} : { workflowDefinitionName: definition }),
      };
    case 'api-key': {
      const apiKey = env['NOVA_ACT_API_KEY'];
      if (!apiKey)
        throw new ArgumentError('--upstream api-key needs NOVA_ACT_API_KEY in the environment');
      return { surface: 'api-key', apiKey, ...endpoint };
    }
    default:
      throw new ArgumentError(
        `--upstream must be aws or api-key, is ${JSON.stringify(values.upstream)}`,
      );
  }
}

function readRecord(values: Values): Pick<Answering, 'record'> {
  const { record, 'record-typed-text': typedText } = values;
  if (record === undefined) return {};
  if (typedText !== undefined && typedText !== 'keep' && typedText !== 'hide')
    throw new ArgumentError(
      `--record-typed-text must be keep or hide, is ${JSON.stringify(typedText)}`,
    );
  return {
    record: {
      directory: filled('record', record),
      screenshots: values['record-screenshots'] ?? false,
      ...(typedText === undefined ? {} : { typedText }),
    },
  };
}

function filled(name: string, value: string): string {
  if (value === '') throw new ArgumentError(`--${name} must name a folder`);
  return value;
}

/** Refuses options that mean nothing without another one. */
function demand(
  values: Values,
  needed: keyof Values,
  names: readonly (keyof Values)[],
  fulfilled: boolean,
  value = '',
): void {
  const idle = fulfilled ? undefined : names.find((name) => values[name] !== undefined);
  if (idle !== undefined)
    throw new ArgumentError(
      `--${idle} goes with --${needed}${value === '' ? '' : ` ${value}`} only`,
    );
}
