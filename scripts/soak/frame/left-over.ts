/** What keeps this process alive, counted by its kind. */
function resources(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) {
    // The one that this file waits with.
    if (kind !== 'Immediate') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** Notes what is there now; the function given back says what has come to it since. */
export function watchLeftOver(): (patienceMs: number) => Promise<string[]> {
  const before = resources();
  const more = () =>
    [...resources()]
      .filter(([kind, count]) => count > (before.get(kind) ?? 0))
      .map(([kind, count]) => `${count - (before.get(kind) ?? 0)} ${kind}`);
  return async (patienceMs) => {
    const untilMs = performance.now() + patienceMs;
    while (more().length > 0 && performance.now() < untilMs) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    return more();
  };
}
