/**
 * Words for days as seen from today, in the languages that pages and prompts mostly are in. One too many
 * costs a model's answer; one too few books the wrong day.
 */
const RELATIVE = new RegExp(
  [
    'today|tonight|tomorrow|yesterday|now|currently|upcoming|recent|latest|newest',
    'weekend|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?',
    '(?:this|next|last|coming|past) (?:week|month|year|morning|afternoon|evening|night|hour)',
    '(?:day|week|month|year|hour)s? (?:from now|ago|later)',
    'in (?:a|one|two|three|four|five|six|seven|ten|\\d{1,4}) (?:day|week|month|year|hour|minute)s?',
    'heute|morgen|übermorgen|gestern|jetzt|(?:nächste|diese|letzte|kommende)[nrsm]?|wochenende',
    'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag',
    "aujourd'hui|aujourd’hui|demain|hier|maintenant|prochaine?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    'hoy|mañana|ayer|ahora|próxim[oa]|lunes|martes|miércoles|jueves|viernes|sábado|domingo',
    'oggi|domani|ieri|adesso|prossim[oa]|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica',
    'hoje|amanhã|ontem|agora|vandaag|gisteren|volgende|i dag|i morgen',
    '今日|明日|昨日|今天|明天|昨天|오늘|내일|어제|сегодня|завтра|вчера',
  ]
    .map((words) => `(?:${words})`)
    .join('|'),
  'iu',
);
const LETTER = /\p{L}/u;

/** Whether the text means another day tomorrow than it means today. */
export function speaksOfToday(text: string): boolean {
  const global = new RegExp(RELATIVE.source, 'giu');
  for (const { 0: found, index } of text.matchAll(global)) {
    const isWord =
      !LETTER.test(text[index - 1] ?? ' ') && !LETTER.test(text[index + found.length] ?? ' ');
    // Scripts without blanks between words have no word ends to look at.
    if (isWord || /[\u0400-\uffff]/.test(found)) return true;
  }
  return false;
}

/** The day where this program runs, as `2026-11-27`. */
export function dayOf(epochMs: number): string {
  const date = new Date(epochMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
