import { isBoxText } from '../calls/box-text.js';
import type { ActLine, RecordedCall, StepLine } from '../file/cassette-format.js';
import { mapTexts } from './map-texts.js';
import type { SecretBook } from './secret-book.js';

/** A line without secrets. Only what a page, a user or a model wrote is touched: not the format's own words. */
export function hideIn(line: ActLine | StepLine, book: SecretBook): ActLine | StepLine {
  if (line.kind === 'act') return { ...line, task: book.hide(line.task) };
  return {
    ...line,
    ...(line.page ? { page: { ...line.page, url: book.hide(line.page.url) } } : {}),
    calls: line.calls.map((call) => mapCallTexts(call, (text) => book.hide(text))),
  };
}

/** A call with `change` applied to the texts of its input and its target; boxes and roles stay. */
export function mapCallTexts(call: RecordedCall, change: (text: string) => string): RecordedCall {
  const input = mapTexts(call.input, (text) => (isBoxText(text) ? text : change(text)));
  const target = call.aim?.target;
  if (!call.aim || !target) return { ...call, input };
  const { names, group, near, attributes } = target;
  return {
    ...call,
    input,
    aim: {
      ...call.aim,
      target: {
        ...target,
        ...mapTexts({ names, attributes, ...defined({ group, near }) }, change),
      },
    },
  };
}

function defined<Value extends object>(
  value: {
    [Key in keyof Value]: Value[Key] | undefined;
  },
): Partial<Value> {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as Partial<Value>;
}
