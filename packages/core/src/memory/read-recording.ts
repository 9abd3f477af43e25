import { RECORDING_FORMAT, RECORDING_VERSION, type Recording } from './recording.js';
import { isOfSite } from './site.js';

/**
 * A recording that was kept. A text says why it cannot be used: it was damaged, or written by a package
 * that knows more.
 */
export function readRecording(value: unknown): Recording | string {
  if (!isObject(value) || value.format !== RECORDING_FORMAT) return 'is no recording';
  if (value.version !== RECORDING_VERSION) {
    return `is of version ${String(value.version)}, and this package reads version ${RECORDING_VERSION}`;
  }
  const fault = faultIn(value);
  return fault === undefined ? (value as unknown as Recording) : `is damaged: ${fault}`;
}

type Members = Record<string, unknown>;
type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isPath: Check = (value) => typeof value === 'string' && isOfSite(value);
const isFlag: Check = (value) => typeof value === 'boolean';
const isNumber: Check = (value) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const among =
  (...values: unknown[]): Check =>
  (value) =>
    values.includes(value);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const mapOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);
const shaped =
  (shape: Record<string, Check>): Check =>
  (value) =>
    isObject(value) &&
    Object.entries(shape).every(([name, check]) => check(value[name])) &&
    Object.keys(value).every((name) => Object.hasOwn(shape, name));

const isTarget = shaped({
  role: isText,
  name: isText,
  valueKind: maybe(isText),
  state: maybe(mapOf(isFlag)),
  near: maybe(shaped({ kind: among('equals', 'row', 'around'), texts: isTexts })),
  entry: maybe(isTexts),
  place: maybe(shaped({ index: isNumber, of: isNumber })),
  shadow: maybe(isTexts),
  frames: maybe(listOf(shaped({ label: isText, address: isText }))),
});

const MARKS: Record<string, Check> = {
  address: isText,
  title: maybe(isText),
  language: maybe(isText),
  headings: maybe(isTexts),
  dialogs: maybe(isTexts),
  account: maybe(among('in', 'out')),
};
const isPage = shaped(MARKS);

const STEPS: Record<string, Record<string, Check>> = {
  click: {
    target: isTarget,
    clickType: maybe(among('left', 'left-double', 'right')),
    blurField: maybe(among(true)),
  },
  hover: { target: isTarget },
  type: { target: isTarget, text: isText, pressEnter: maybe(among(true)) },
  scroll: {
    direction: among('up', 'down', 'left', 'right'),
    distance: maybe(isNumber),
    target: maybe(isTarget),
  },
  goToUrl: { url: maybe(isText), path: maybe(isPath) },
  wait: { seconds: isNumber },
};

function faultIn(value: Members): string | undefined {
  const { prompt, variables, day, answers, steps, open, end } = value;
  if (!isText(prompt)) return 'prompt';
  if (!maybe(mapOf(shaped({ free: isFlag, seen: isText })))(variables)) return 'variables';
  if (!maybe(isText)(day)) return 'day';
  if (!isFlag(answers)) return 'answers';
  if (!maybe(isText)(open)) return 'open';
  if (!maybe(shaped({ ...MARKS, appeared: maybe(isTexts) }))(end)) return 'end';
  if ((open === undefined) === (end === undefined)) return 'one of open and end is needed';
  if (!Array.isArray(steps)) return 'steps';
  const at = steps.findIndex((step) => !isStep(step));
  return at < 0 ? undefined : `steps[${at}]`;
}

function isStep(step: unknown): boolean {
  if (!isObject(step) || typeof step.do !== 'string' || !Object.hasOwn(STEPS, step.do))
    return false;
  if (step.do === 'goToUrl' && (step.url === undefined) === (step.path === undefined)) return false;
  return shaped({ page: isPage, do: isText, ...STEPS[step.do] })(step);
}
