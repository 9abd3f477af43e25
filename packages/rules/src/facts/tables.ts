import type { Element } from 'domhandler';
import { parseBoolean } from '../language/booleans.js';
import { isChecked, isField, options } from '../page/controls.js';
import { groupName } from '../page/headings.js';
import { nameOf } from '../page/names.js';
import {
  ancestors,
  attribute,
  type Box,
  childElements,
  descendants,
  type Page,
  parentElement,
  roleOf,
} from '../page/page.js';
import { textOf } from '../page/text.js';
import { looksLikeValue } from './looks-like-value.js';
import type { Fact, PageRecord, RecordGroup } from './record.js';

/** The page's tables and grids, by row and, where the first column names the rows, by column too. */
export function tablesOf(page: Page): { element: Element; groups: RecordGroup[] }[] {
  return page.elements
    .filter((one) => isTable(page, one))
    .map((element) => ({ element, groups: readTable(page, element) }));
}

function readTable(page: Page, table: Element): RecordGroup[] {
  const rows = descendants(table).filter((one) => isRow(one) && nearestTable(page, one) === table);
  // In a bare capture what a cell holds may stand in its place; a row of one cell is gone, and so is its number.
  if (page.bare && rows.some((row) => isAmongCells(row))) return [];
  const cells = rows.map((row) => childElements(row).filter((one) => page.bare || isCell(one)));
  const header = cells.findIndex((row) => row.length > 1 && isHeader(page, row));
  const first = cells[0] ?? [];
  const headerIndex = header >= 0 ? header : looksLikeHeader(first, cells.slice(1)) ? 0 : -1;
  if (headerIndex < 0) return [];
  const heads = cells[headerIndex] ?? [];
  const labels = heads.map((cell) => textOf(cell) || attribute(cell, 'aria-label'));
  const name = groupName(page, table);
  const isBody = (index: number) => index > headerIndex && (cells[index] ?? []).length > 1;
  const body = rows.filter((_, index) => isBody(index));
  const grid = cells.filter((_, index) => isBody(index));
  const byRow: RecordGroup = {
    name,
    kind: 'rows',
    records: grid.map((row, index) => {
      const labelled = page.bare ? labelsByPlace(page, row, heads) : labelsByCount(row, labels);
      return rowRecord(page, row, labelled, body[index]);
    }),
  };
  const named =
    !page.bare &&
    grid.length > 0 &&
    grid.every(
      (row) => row[0] !== undefined && (row[0].name === 'th' || roleOf(row[0]) === 'rowheader'),
    );
  return named && labels.length > 2 ? [byRow, columns(page, grid, labels, name)] : [byRow];
}

function isHeader(page: Page, row: readonly Element[]): boolean {
  if (page.bare) return row.some(isHeaderCell) && !row.some((cell) => cell.name === 'td');
  return row.every((cell, index) => isHeaderCell(cell) || (index === 0 && textOf(cell) === ''));
}

/** Columns that span shift what follows; the label counts from the end then. */
function labelsByCount(row: readonly Element[], labels: readonly string[]): string[] {
  const shift = Math.max(0, labels.length - row.length);
  return row.map(
    (_, index) =>
      labels[row.length === labels.length ? index : index === 0 ? 0 : index + shift] ?? '',
  );
}

/** What is empty is left out of a bare capture, so that counting would miss: a label is what stands over the cell. */
function labelsByPlace(page: Page, row: readonly Element[], heads: readonly Element[]): string[] {
  return row.map((cell) => {
    const over = heads.filter((head) => standsOver(page.boxOf(head), page.boxOf(cell)));
    const [only] = over;
    return over.length === 1 && only !== undefined ? textOf(only) : '';
  });
}

function standsOver(head: Box | undefined, cell: Box | undefined): boolean {
  if (head === undefined || cell === undefined) return false;
  const shared = Math.min(head.x + head.width, cell.x + cell.width) - Math.max(head.x, cell.x);
  // Neighbours may share a border.
  return shared > 2;
}

function rowRecord(
  page: Page,
  row: readonly Element[],
  labels: readonly string[],
  element: Element | undefined,
): PageRecord {
  const facts: Fact[] = row.flatMap((cell, index) => {
    const label = labels[index] ?? '';
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
  // What controls hold is not in a bare capture, or what they held once.
  if (page.bare && [cell, ...inside].some((one) => isField(one))) return '';
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

function isAmongCells(row: Element): boolean {
  const around = parentElement(row);
  return around !== undefined && childElements(around).some((one) => !parts.has(one.name));
}

const parts: ReadonlySet<string> = new Set([
  'caption',
  'colgroup',
  'thead',
  'tbody',
  'tfoot',
  'tr',
]);

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

function nearestTable(page: Page, element: Element): Element | undefined {
  for (const up of ancestors(element)) if (isTable(page, up)) return up;
  return undefined;
}

function isTable(page: Page, element: Element): boolean {
  if (element.name === 'table' || ['table', 'grid', 'treegrid'].includes(roleOf(element)))
    return true;
  // In a bare capture a body that was its table's only child stands alone.
  return (
    page.bare &&
    element.name === 'tbody' &&
    ![...ancestors(element)].some((up) => isTable(page, up))
  );
}
