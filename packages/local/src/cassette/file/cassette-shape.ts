import type { ActLine, CassetteIndex, StepLine } from './cassette-format.js';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const flag: Check = (value) => typeof value === 'boolean';
const present: Check = (value) => value !== undefined;
const oneOf =
  (...words: string[]): Check =>
  (value) =>
    words.includes(String(value));
const listOf =
  (member: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(member);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const texts: Check = (value) => isRecord(value) && Object.values(value).every(text);
const record =
  (members: Record<string, Check>): Check =>
  (value) =>
    isRecord(value) && Object.entries(members).every(([name, check]) => check(value[name]));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const edges = record({ left: number, top: number, right: number, bottom: number });
const target = record({
  role: text,
  tag: text,
  names: listOf(text),
  group: optional(text),
  title: optional(text),
  near: optional(text),
  beside: optional(text),
  inside: optional(text),
  attributes: texts,
  place: record({ index: number, count: number }),
});
const call = record({
  name: text,
  input: present,
  aim: optional(record({ box: edges, target: optional(target), within: optional(edges) })),
});
const page = record({
  url: text,
  windowWidth: number,
  windowHeight: number,
  scrollLeft: number,
  scrollTop: number,
  captured: flag,
  screenshot: optional(text),
});
const index = record({
  acts: listOf(
    record({ file: text, task: text, steps: number, end: oneOf('return', 'throw', 'open') }),
  ),
});
const act = record({
  kind: oneOf('act'),
  task: text,
  model: text,
  modelId: text,
  recordedAt: text,
});
const step = record({
  kind: oneOf('step'),
  step: number,
  page: optional(page),
  results: listOf(record({ name: text, outcome: text })),
  calls: listOf(call),
  durationMs: number,
});

/** That a value read from a file is what the format says, its format and version apart. */
export const isIndex = (value: unknown): value is CassetteIndex => index(value);
export const isActLine = (value: unknown): value is ActLine => act(value);
export const isStepLine = (value: unknown): value is StepLine => step(value);
