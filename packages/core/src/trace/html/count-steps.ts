/** How many steps an act has taken, and how many of them the service was not asked for: `3 steps, 2 played from memory`. */
export function countSteps(steps: number, played: number): string {
  const count = `${steps} ${steps === 1 ? 'step' : 'steps'}`;
  if (played === 0) return count;
  return played === steps
    ? `${count} played from memory`
    : `${count}, ${played} played from memory`;
}
