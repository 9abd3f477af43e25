/** Who can be asked from a step on. */
export type RerunModel = 'rules' | 'scripted' | 'recorded';

/** The name of the file with the steps before `step` of an act, as the service gives it. */
export const cassetteName = (actId: string, step: number): string =>
  `act-${actId.slice(0, 8)}-to-step-${step}.jsonl`;

/**
 * The command that runs a program again on the steps in `cassette`, with a model that goes on; or, `recorded`, on all of
 * the act in `file`.
 */
export function rerunCommand(
  model: RerunModel,
  cassette: string,
  file: string | undefined,
): string {
  const program = '-- node program.mjs';
  if (model === 'recorded')
    return `npx nova-act-local exec --replay ${quoted(file ?? 'act-….jsonl')} ${program}`;
  const script = model === 'scripted' ? ' --script script.json' : '';
  return `npx nova-act-local exec --replay ${cassette} --go-on end --model ${model}${script} ${program}`;
}

/** For any shell. */
const quoted = (name: string) =>
  /^[\w.…-]+$/.test(name) ? name : `"${name.replaceAll(/["$`\\]/g, '\\$&')}"`;
