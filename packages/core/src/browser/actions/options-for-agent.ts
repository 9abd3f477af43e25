/**
 * The options of a native select in a redirect, in the form the model knows: `value` is what it is to
 * type, which is the label, for that is what its picture shows.
 */
export function optionsForAgent(labels: readonly string[]): string {
  if (labels.length === 0) return 'it shows none.';
  return JSON.stringify(labels.map((label) => ({ label, value: label })));
}
