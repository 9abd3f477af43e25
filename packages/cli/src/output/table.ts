import { stripVTControlCharacters } from 'node:util';

/** One column: its heading, and what stands in it of a row. */
export type Column<Row> = readonly [heading: string, cell: (row: Row) => string];

/** Rows under headings, each column as wide as its widest cell; nothing that a terminal would obey. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = [
    columns.map(([heading]) => heading),
    ...rows.map((row) => columns.map(([, cell]) => stripVTControlCharacters(cell(row)))),
  ];
  const widths = columns.map((_, at) => Math.max(...lines.map((cells) => cells[at]?.length ?? 0)));
  return lines
    .map((cells) => cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** One thing, a member on each line; those that are undefined are left out. */
export function card(members: Readonly<Record<string, string | undefined>>): string {
  const there = Object.entries(members).filter(([, value]) => value !== undefined);
  const width = Math.max(...there.map(([name]) => name.length));
  return there
    .map(([name, value]) => `${name.padEnd(width)}  ${stripVTControlCharacters(value ?? '')}\n`)
    .join('');
}
