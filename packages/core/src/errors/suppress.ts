/**
 * Keeps a later failure (a clean-up, a status update) on the error that came first, so that the
 * first one is what the caller sees and the later one is not lost. Frozen and primitive throwables
 * cannot carry it; they are returned as they are.
 */
export function suppress<T>(primary: T, later: unknown): T {
  if (primary instanceof Error && Object.isExtensible(primary)) {
    const holder = primary as Error & { suppressed?: unknown[] };
    holder.suppressed = [...(holder.suppressed ?? []), later];
  }
  return primary;
}
