import type { Element } from 'domhandler';
import { parseBoolean } from '../language/booleans.js';
import { isChecked, isField, options } from '../page/controls.js';
import { groupName } from '../page/headings.js';
import { nameOf } from '../page/names.js';
import {
  ancestors,
  attribute,
  childElements,
  descendants,
  type Page,
  roleOf,
} from '../page/page.js';
import { textOf } from '../page/text.js';
import { looksLikeValue } from './looks-like-value.js';
import type { Fact, PageRecord, RecordGroup } from './record.js';

/** The page's tables and grids, by row and, where the first column names the rows, by column too. */
export function tablesOf(page: Page): { element: Element; groups: RecordGroup[] }[] {
  return page.elements
    .filter((one) => one.name === 'table' || ['table', 'grid', 'treegrid'].includes(roleOf(one)))
    .map((element) => ({ element, groups: readTable(page, element) }));
}

function readTable(page: Page, table: Element): RecordGroup[] {
  const rows = descendants(table).filter((one) => isRow(one) && nearestTable(one) === table);
  const cells = rows.map((row) =>
    childElements(row).filter((one) => isCell(one) || (row.name !== 'tr' && isCell(one))),
  );
  const header = cells.findIndex(
    (row) =>
      row.length > 1 &&
      row.every((cell, index) => isHeaderCell(cell) || (index === 0 && textOf(cell) === '')),
  );
  const first = cells[0] ?? [];
  const headerIndex = header >= 0 ? header : looksLikeHeader(first, cells.slice(1)) ? 0 : -1;
  if (headerIndex < 0) return [];
  const labels = (cells[headerIndex] ?? []).map(
    (cell) => textOf(cell) || attribute(cell, 'aria-label'),
  );
  const name = groupName(page, table);
  const body = rows.filter((_, index) => index > headerIndex && (cells[index] ?? []).length > 1);
  const grid = body.map((row) => childElements(row).filter(isCell));
  const byRow: RecordGroup = {
    name,
    kind: 'rows',
    records: grid.map((row, index) => rowRecord(page, row, labels, body[index])),
  };
  const named =
    grid.length > 0 &&
    grid.every(
      (row) => row[0] !== undefined && (row[0].name === 'th' || roleOf(row[0]) === 'rowheader'),
    );
  return named && labels.length > 2 ? [byRow, columns(page, grid, labels, name)] : [byRow];
}

function rowRecord(
  page: Page,
  row: readonly Element[],
  labels: readonly string[],
  element: Element | undefined,
): PageRecord {
  // Columns that span shift what follows; the label counts from the end then.
  const shift = Math.max(0, labels.length - row.length);
  const facts: Fact[] = row.flatMap((cell, index) => {
    const label =
      labels[row.length === labels.length ? index : index === 0 ? 0 : index + shift] ?? '';
    const value = cellText(page, cell);
    return label === '' || value === '' ? [] : [{ label, value, weight: 1 }];
  });
  const header = row.find((cell) => cell.name === 'th' || roleOf(cell) === 'rowheader');
  const title =
    header ??
    row.find(
      (cell) =>
        textOf(cell) !== '' &&
        !looksLikeValue(textOf(cell)) &&
        parseBoolean(textOf(cell)) === undefined,
    ) ??
    row[0];
  return {
    title: title === undefined ? '' : textOf(title),
    facts,
    text: row.map((cell) => cellText(page, cell)).join(' '),
    ...(element === undefined ? {} : { element }),
  };
}

function columns(
  page: Page,
  grid: readonly Element[][],
  labels: readonly string[],
  name: string,
): RecordGroup {
  const records = labels.slice(1).map((title, at): PageRecord => {
    const facts = grid.flatMap((row): Fact[] => {
      const label = row[0] === undefined ? '' : textOf(row[0]);
      const value = row[at + 1] === undefined ? '' : cellText(page, row[at + 1] as Element);
      return label === '' || value === '' ? [] : [{ label, value, weight: 0.9 }];
    });
    return { title, facts, text: facts.map((fact) => fact.value).join(' ') };
  });
  return { name, kind: 'columns', records };
}

function cellText(page: Page, cell: Element): string {
  const text = textOf(cell);
  if (text !== '') return text;
  const inside = descendants(cell);
  const field = inside.find((one) => isField(one));
  if (field?.name === 'select')
    return options(field)
      .filter((one) => one.attribs['selected'] !== undefined)
      .map(textOf)
      .join(', ');
  if (field !== undefined) return attribute(field, 'value');
  const box = inside.find(
    (one) => attribute(one, 'type') === 'checkbox' || roleOf(one) === 'checkbox',
  );
  if (box !== undefined) return isChecked(box) ? 'Yes' : 'No';
  const labelled = inside.find(
    (one) =>
      attribute(one, 'aria-label') !== '' ||
      attribute(one, 'alt') !== '' ||
      attribute(one, 'title') !== '',
  );
  return labelled === undefined ? attribute(cell, 'aria-label') : nameOf(page, labelled);
}

function looksLikeHeader(
  first: readonly Element[],
  rest: readonly (readonly Element[])[],
): boolean {
  if (first.length < 2 || rest.length === 0) return false;
  const headerTexts = first.map((cell) => textOf(cell));
  if (
    headerTexts.some((text) => looksLikeValue(text)) ||
    headerTexts.filter((text) => text !== '').length < 2
  )
    return false;
  // Two columns of words are labels and values rather than a head and its rows.
  const values = rest
    .flatMap((row) => row.slice(first.length === 2 ? 1 : 0))
    .filter((cell) => looksLikeValue(textOf(cell)));
  return first.length > 2 || values.length >= rest.length;
}

function isRow(element: Element): boolean {
  return element.name === 'tr' || roleOf(element) === 'row';
}

function isCell(element: Element): boolean {
  return (
    ['td', 'th'].includes(element.name) ||
    ['cell', 'gridcell', 'columnheader', 'rowheader'].includes(roleOf(element))
  );
}

function isHeaderCell(element: Element): boolean {
  return element.name === 'th' || roleOf(element) === 'columnheader';
}

function nearestTable(element: Element): Element | undefined {
  for (const up of ancestors(element))
    if (up.name === 'table' || ['table', 'grid', 'treegrid'].includes(roleOf(up))) return up;
  return undefined;
}
