import type {
  JsonObject,
  ModelCall,
  ModelObservation,
  ModelStep,
} from '../../src/model/local-model.js';
/** The day it is in these tests. */
export declare const today: Date;
/** A capture of a piece of HTML without a browser: every element gets a row of its own, 40 pixels apart. */
export declare function capture(
  html: string,
  options?: {
    url?: string;
    title?: string;
    rowHeight?: number;
    scrollTop?: number;
  },
): ModelObservation & {
  boxOf(text: string): string;
};
/** The first step of an act on a page. */
export declare function stepOn(
  observation: ModelObservation,
  prompt: string,
  more?: Partial<ModelStep>,
): ModelStep;
/** What the model does first, without thinking aloud and observing. */
export declare function firstCalls(
  html: string,
  prompt: string,
  more?: Partial<ModelStep>,
): Promise<ModelCall[]>;
/** What the model answers about a page that holds the answer already; `throw: …` when it gives up. */
export declare function ask(
  html: string,
  prompt: string,
  schema?: JsonObject,
  options?: {
    url?: string;
    title?: string;
  },
): Promise<unknown>;
/** Which element a call points at, as tag and attributes, for a page from `capture`. */
export declare function pointedAt(
  observation: ModelObservation,
  call: ModelCall | undefined,
): string;
//# sourceMappingURL=snippet.d.ts.map
