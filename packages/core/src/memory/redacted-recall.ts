import type { Recall } from '../browser/recall.js';

/**
 * The same recall, which tells names in the place of the values of secrets: they are in no recording, and what
 * is compared with one reads alike. What is called by a value is not found again: the model is asked.
 */
export function redactedRecall(recall: Recall, redact: <T>(value: T) => T): Recall {
  return {
    describe: async (...args) => redact(await recall.describe(...args)),
    find: async (...args) => redact(await recall.find(...args)),
    glimpse: async (...args) => redact(await recall.glimpse(...args)),
    facts: async (signal) => redact(await recall.facts(signal)),
  };
}
