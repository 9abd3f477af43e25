import { splitTask } from '../../model/prompt-schema.js';
import type { Recording } from '../file/read-cassette.js';
import { endOf } from '../record/step-line.js';
import { matchTask, type Secrets } from '../secrets/fill-secrets.js';
import { quote } from '../target/say-missing.js';
import { textLikeness } from '../target/text-likeness.js';

export type Chosen = { recording: Recording; secrets: Secrets } | { missing: string };

/** Runs that have ended are not told of; so many are remembered. */
const maxRuns = 1_000;

/**
 * Chooses the recorded act for a task. Several recordings of one task are used in the order they were made; a later
 * run starts over when all are used, but within one run none is used twice. With `isGoneOn` those that stop in the middle
 * have their turn, too.
 */
export function recordingChooser(
  recordings: readonly Recording[],
  isGoneOn = false,
): (task: string, workflowRunId: string) => Chosen {
  const nextAt = new Map<string, number>();
  const usedIn = new Map<string, Set<string>>();

  function usedBy(workflowRunId: string): Set<string> {
    const used = usedIn.get(workflowRunId) ?? new Set();
    usedIn.set(workflowRunId, used);
    const [oldest] = usedIn.keys();
    if (usedIn.size > maxRuns && oldest !== undefined) usedIn.delete(oldest);
    return used;
  }

  return (task, workflowRunId) => {
    const fits = candidates(recordings, task, isGoneOn);
    if (fits.length === 0) return { missing: sayUnknown(recordings, task) };
    const key = fits.map(({ recording }) => recording.file).join(' ');
    const at = (nextAt.get(key) ?? 0) % fits.length;
    const fit = fits[at];
    const used = usedBy(workflowRunId);
    if (!fit || used.has(fit.recording.file))
      return {
        missing: `The cassette has this task ${times(fits.length)}, and this run asks for it once more: ${quote(task)}`,
      };
    used.add(fit.recording.file);
    nextAt.set(key, at + 1);
    return fit;
  };
}

/** Recordings of the task; those that stop in the middle only when there are no others, or somebody goes on there. */
function candidates(recordings: readonly Recording[], task: string, isGoneOn: boolean) {
  const fits = recordings.flatMap((recording) => {
    const secrets = matchTask(recording.head.task, task);
    return secrets ? [{ recording, secrets }] : [];
  });
  const whole = fits.filter(
    ({ recording }) => endOf(recording.steps.at(-1)?.calls ?? []) !== 'open',
  );
  return whole.length > 0 && !isGoneOn ? whole : fits;
}

function sayUnknown(recordings: readonly Recording[], task: string): string {
  const start = `The cassette has no act for the task ${quote(task)}`;
  const { prompt } = splitTask(task);
  if (recordings.some(({ head }) => splitTask(head.task).prompt === prompt))
    return `${start}: it has one with the same prompt and another schema. Record it again.`;
  const nearest = [...new Set(recordings.map(({ head }) => splitTask(head.task).prompt))]
    .map((recorded) => ({ recorded, likeness: textLikeness(recorded, prompt) }))
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, 3);
  if (nearest.length === 0) return `${start}: it is empty.`;
  return `${start}. The nearest it has: ${nearest.map(({ recorded }) => quote(recorded)).join(', ')}.`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
