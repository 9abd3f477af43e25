import type { JsonValue } from '../../model/local-model.js';

export const cassetteFormat = 'nova-act-cassette';
/** Raised whenever an older reader would misread what is written. */
export const cassetteVersion = 1;
export const indexFile = 'index.json';

/** `index.json`: what the directory holds, in the order in which the acts began. */
export interface CassetteIndex {
  format: typeof cassetteFormat;
  version: typeof cassetteVersion;
  acts: IndexEntry[];
}

export interface IndexEntry {
  file: string;
  task: string;
  steps: number;
  end: ActEnd;
}

/** How the model ended the act; `open` when the recording stops before it did. */
export type ActEnd = 'return' | 'throw' | 'open';

/** The first line of an act's file. */
export interface ActLine {
  kind: 'act';
  format: typeof cassetteFormat;
  version: typeof cassetteVersion;
  /** As the client sent it, with `{{secret:n}}` in place of what must not be kept. */
  task: string;
  /** The name of the model that answered. */
  model: string;
  modelId: string;
  recordedAt: string;
}

/** Each further line: one request and the program that answered it. */
export interface StepLine {
  kind: 'step';
  step: number;
  page?: RecordedPage;
  /** What became of the calls of the program before. */
  results: RecordedResult[];
  calls: RecordedCall[];
  durationMs: number;
}

export interface RecordedPage {
  url: string;
  windowWidth: number;
  windowHeight: number;
  scrollLeft: number;
  scrollTop: number;
  /** True when the observation had a DOM capture, so that targets could be described. */
  captured: boolean;
  /** A file beside this one. */
  screenshot?: string;
}

export interface RecordedResult {
  name: string;
  /** `ok`, or the name of the error. What a call gave back is not kept: it may be anybody's data. */
  outcome: string;
}

export interface RecordedCall {
  name: string;
  input: JsonValue;
  /** For calls that point at something. */
  aim?: Aim;
}

/** Edges in CSS pixels of the viewport. */
export interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Aim {
  box: Edges;
  /** What was under the box. Absent when there was no DOM capture, or nothing there. */
  target?: Target;
  /** Where in the target the box was, as shares of its size, when it was but a small part of it. */
  within?: Edges;
}

/** An element, described so that it is found again after the layout has moved. */
export interface Target {
  /** `page` when the box was the whole page rather than a thing on it. */
  role: string;
  tag: string;
  /** What the page calls it: label, text, placeholder and so on, the best first. Empty when nothing. */
  names: string[];
  /** The heading, legend or label of the group it stands in. */
  group?: string;
  /** The page's title, where it stands in no group and under no heading. */
  title?: string;
  /** The text of the row, list item or card it stands in. */
  near?: string;
  /** Of a control in no row: the words right beside it. */
  beside?: string;
  /** The frame or custom element that it stands in. */
  inside?: string;
  attributes: Record<string, string>;
  /** Which one it was, counted from 0, of those with the same role and name. */
  place: { index: number; count: number };
}
