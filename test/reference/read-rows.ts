/** One row of the page's tables, cell by cell. */
export interface Row {
  readonly line: number;
  readonly python: string;
  readonly here: string;
  readonly differs: string;
  readonly example: string;
}

const NONE = '–';

/** @throws Error for a row that has not the four cells of its table */
export function readRows(markdown: string): Row[] {
  const lines = markdown.split('\n').map((text, at) => ({ text, line: at + 1 }));
  const rows = lines.filter(({ text }) => text.startsWith('|'));
  return rows.flatMap(({ text, line }) => {
    const cells = text
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (cells.length !== 4) throw new Error(`line ${line} has ${cells.length} cells`);
    const [python = '', here = '', differs = '', example = ''] = cells;
    const isHead = python === 'Python' || /^-+$/.test(python);
    return isHead ? [] : [{ line, python, here, differs, example }];
  });
}

export const isNone = (cell: string) => cell === NONE;

/** The pieces of a cell that are code. */
export function codeIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
}

/** The examples that a cell links to, by their names. */
export function examplesIn(cell: string): string[] {
  return [...cell.matchAll(/\]\(\.\.\/examples\/([\w-]+)\.ts\)/g)].map(([, name]) => name ?? '');
}

/** `act(timeout, max_steps)` names `act.timeout` and `act.max_steps`; what is no call names itself. */
export function pythonNames(code: string): string[] {
  const [, call, list = ''] = /^@?([\w.]+)\(([\w, ]*)\)$/.exec(code) ?? [];
  if (call === undefined) return [code.replace(/^@/, ''), ...code.split(/[^\w.]+/)];
  return [call, ...list.split(/, ?/).map((name) => `${call}.${name}`)];
}
