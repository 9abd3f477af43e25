const LONGEST = 10;

/**
 * Where a run's time went: each of its stages, and the test files that took longest. Both are given as
 * `{ name, seconds }`.
 */
export function timesOf(stages, files) {
  const longest = files.toSorted((a, b) => b.seconds - a.seconds).slice(0, LONGEST);
  const sum = stages.reduce((seconds, stage) => seconds + stage.seconds, 0);
  const lines = ['Time of the stages:', ...[...stages, { name: 'all', seconds: sum }].map(row)];
  if (longest.length > 0) lines.push('The longest test files:', ...longest.map(row));
  return lines.join('\n');
}

const row = ({ name, seconds }) => `${seconds.toFixed(1).padStart(9)} s  ${name}`;
