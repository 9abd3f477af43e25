import { fileURLToPath } from 'node:url';

/** A place in a file, 1 for the first line and column. */
export interface CallSite {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * From where `callee` was called, as the stack has it (Playwright Test maps it to the sources); undefined
 * where it does not tell.
 */
export function callSite(callee: (...args: never[]) => unknown): CallSite | undefined {
  const trace: { stack?: string } = {};
  Error.captureStackTrace(trace, callee);
  const first = trace.stack?.split('\n').find((line) => line.startsWith('    at '));
  return first === undefined ? undefined : readFrame(first);
}

/** `    at name (file:///tests/a.spec.ts:3:7)`, or without a name and brackets. */
export function readFrame(frame: string): CallSite | undefined {
  const bracket = frame.lastIndexOf('(');
  const place = (bracket < 0 ? frame.slice('    at '.length) : frame.slice(bracket + 1, -1))
    .replace(/^async /, '')
    .trim();
  const [column = '', line = '', ...rest] = place.split(':').reverse();
  const file = rest.reverse().join(':');
  if (!/^\d{1,9}$/.test(line) || !/^\d{1,9}$/.test(column) || file === '') return undefined;
  return {
    file: file.startsWith('file:') ? fileURLToPath(file) : file,
    line: +line,
    column: +column,
  };
}
