import { styleText } from 'node:util';
import type { ArgDef, CommandDef } from 'citty';
import { resolved } from '../arguments/find-command.js';

export interface HelpOptions {
  /** The words that the command is called by: `nova-act run end`. */
  readonly name: string;
  readonly colors: boolean;
  /** Of the terminal. Lines are no longer than that, nor than 100, so that they can be read. Default: 80. */
  readonly columns?: number | undefined;
}

/** What is said of a longer name stands below it. */
const LONGEST_NAME = 24;
const LONGEST_LINE = 100;

/** What a command is for, how it is called, and its arguments and commands, within the width of the terminal. */
export async function helpText(
  command: CommandDef,
  { name, colors, columns }: HelpOptions,
): Promise<string> {
  const width = Math.min(columns && columns > 40 ? columns : 80, LONGEST_LINE);
  const [meta, args, commands] = await Promise.all([
    resolved(command.meta ?? {}),
    resolved(command.args ?? {}),
    resolved(command.subCommands ?? {}),
  ]);
  const all = Object.entries(args);
  const words = all.filter(([, arg]) => arg.type === 'positional');
  const options = all.filter(([, arg]) => arg.type !== 'positional');
  const below = await Promise.all(
    Object.entries(commands).map(async ([word, one]): Promise<Row> => {
      const about = await resolved((await resolved(one)).meta ?? {});
      return [word, about.description ?? ''];
    }),
  );
  const bold = (text: string) =>
    colors ? styleText('bold', text, { validateStream: false }) : text;
  const sections: (readonly [title: string, rows: readonly Row[]])[] = [
    ['Arguments', words.map(([word, arg]) => [word.toUpperCase(), said(arg)])],
    ['Options', options.map(([word, arg]) => [optionName(word, arg), said(arg)])],
    ['Commands', below],
  ];
  const names = sections.flatMap(([, rows]) => rows.map(([one]) => one.length));
  const indent = 4 + Math.max(0, ...names.filter((length) => length <= LONGEST_NAME));
  const calls = [
    ...(all.length > 0 || below.length === 0 ? [callLine(name, words, options)] : []),
    ...(below.length > 0 ? [`${name} COMMAND`] : []),
  ];
  return [
    ...wrapped(
      meta.version ? `${meta.description} (${meta.version})` : (meta.description ?? ''),
      width,
    ),
    '',
    ...calls.map((call, at) => `${at === 0 ? bold('Usage:') : '   or:'} ${call}`),
    ...sections.flatMap(([title, rows]) =>
      rows.length === 0
        ? []
        : ['', bold(title), ...rows.flatMap((row) => rowLines(row, indent, width))],
    ),
    ...(below.length > 0 ? ['', `${name} COMMAND --help says more of a command.`] : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

type Row = readonly [name: string, about: string];
type Named = readonly [name: string, arg: ArgDef];

function callLine(name: string, words: readonly Named[], options: readonly Named[]): string {
  const demanded = options.filter(([, arg]) => arg.required === true && arg.default === undefined);
  return [
    name,
    ...(options.length > demanded.length ? ['[options]'] : []),
    ...demanded.map(([word, arg]) => optionName(word, arg)),
    ...words.map(([word, arg]) =>
      arg.required === false || arg.default !== undefined
        ? `[${word.toUpperCase()}]`
        : word.toUpperCase(),
    ),
  ].join(' ');
}

/** `--max-steps STEPS`; what is chosen from few words names them. */
function optionName(word: string, arg: ArgDef): string {
  const alias = 'alias' in arg && arg.alias ? [arg.alias].flat().map((one) => `-${one}, `) : [];
  const name = `${alias.join('')}--${word}`;
  if (arg.type === 'boolean') return name;
  const choices = choicesOf(arg).join('|');
  const value = choices !== '' && choices.length < 16 ? choices : word.split('-').at(-1);
  return `${name} ${choices === value ? value : value?.toUpperCase()}`;
}

function said(arg: ArgDef): string {
  const choices = choicesOf(arg);
  const named = choices.join('|').length < 16 ? [] : choices;
  return [
    arg.description ?? '',
    ...(named.length > 0 ? [`: ${named.join(', ')}`] : []),
    ...(typeof arg.default === 'string' || typeof arg.default === 'number'
      ? [` (${arg.default})`]
      : []),
  ].join('');
}

const choicesOf = (arg: ArgDef): string[] =>
  arg.type === 'enum' && 'options' in arg ? (arg.options ?? []) : [];

function rowLines([name, about]: Row, indent: number, width: number): string[] {
  const lines = wrapped(about, width - indent);
  const shown = lines.map((line) => ' '.repeat(indent) + line);
  if (name.length > LONGEST_NAME) return [`  ${name}`, ...shown];
  return [`  ${name}`.padEnd(indent) + lines[0], ...shown.slice(1)];
}

/** A text in lines of at most `width`, broken between words; at least one line. */
function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
