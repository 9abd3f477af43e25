/** Minutes since midnight of `9:30`, `21:05`, `9 am`, `9.30pm`; undefined when the text is no time of day. */
export function parseTime(text: string): number | undefined {
  const match = /^(?:at\s+)?(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*(am|pm|a\.m\.|p\.m\.)?$/i.exec(
    text.trim(),
  );
  if (!match) {
    if (/^(?:at\s+)?noon$/i.test(text.trim())) return 12 * 60;
    return /^(?:at\s+)?midnight$/i.test(text.trim()) ? 0 : undefined;
  }
  if (match[2] === undefined && match[3] === undefined) return undefined;
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? '0');
  const half = match[3]?.toLowerCase().charAt(0);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

export function clockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Minutes of `2h 30m`, `30 h`, `1 hour 5 minutes`, `45 min`, `2 days`; undefined when the text is no duration. */
export function parseDuration(text: string): number | undefined {
  const pattern =
    /(?<![\d.])(\d{1,9}(?:\.\d{1,9})?)\s{0,2}(d(?:ays?)?|h(?:rs?|ours?)?|m(?:ins?|inutes?)?)\b/gi;
  const value = text.trim();
  if (value.replace(pattern, '').replace(/[\s,and]+/g, '') !== '') return undefined;
  let minutes: number | undefined;
  for (const [, amount, unit] of value.matchAll(pattern)) {
    const factor = unit?.toLowerCase().startsWith('d')
      ? 1440
      : unit?.toLowerCase().startsWith('h')
        ? 60
        : 1;
    minutes = (minutes ?? 0) + Number(amount) * factor;
  }
  return minutes;
}
