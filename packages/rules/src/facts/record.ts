import type { Element } from 'domhandler';

/** A value with what the page calls it. */
export interface Fact {
  label: string;
  value: string;
  /** How far label and value are sure to belong together, 0 to 1. */
  weight: number;
  /** The parts of a value that is a list. */
  items?: string[];
}

/** One thing of several alike: a row, a card, a list entry. */
export interface PageRecord {
  title: string;
  facts: Fact[];
  text: string;
  /** Absent for a column of a table. */
  element?: Element;
}

export interface RecordGroup {
  name: string;
  kind: 'rows' | 'columns' | 'entries';
  records: PageRecord[];
}
