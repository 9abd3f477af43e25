import type { RemoteRef } from '../../frames/evaluate.js';
import type { FieldFacts } from './field-in-page.js';

/** A field that takes text, and what is known of it. */
export interface TextField {
  node: RemoteRef;
  facts: FieldFacts;
}

export function isTextKind(kind: FieldFacts['kind']): boolean {
  return kind === 'text' || kind === 'number' || kind === 'editable' || kind === 'keys';
}
