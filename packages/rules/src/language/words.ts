const stopWords = new Set(
  `a an the this that these those of in on at to for from with by as and or is are was were be been do does did
  it its i me my we our you your please there here all any some each every has have had can could should would will
  what which who whom whose when where how much many return tell give get show list find say into onto out up if per
  whether me us value field box page website site just only also then now them they their so not than`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words as they stand, lower case; camelCase, snake_case and hyphens are taken apart, numbers stay whole. */
export function rawWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .replace(/['’]s\b/g, '')
      .replace(/(\d),(?=\d{3}\b)/g, '$1')
      .match(/\d+(?:\.\d+)+|[\p{L}\p{N}]+/gu) ?? []
  );
}

const irregular: Record<string, string> = {
  people: 'person',
  children: 'child',
  men: 'man',
  women: 'woman',
  dates: 'date',
  prices: 'price',
  addresses: 'address',
  leaves: 'leave',
  cheapest: 'cheap',
  status: 'status',
  address: 'address',
  class: 'class',
};

/** A word without its plural, so that "flights" and "flight" meet. Light on purpose: no other ending is touched. */
export function stem(word: string): string {
  const known = irregular[word];
  if (known !== undefined) return known;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  // "cookie" must meet "cookies" as "city" meets "cities".
  if (word.length > 4 && word.endsWith('ie')) return `${word.slice(0, -2)}y`;
  if (word.length > 4 && /(?:[sx]|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word))
    return word.slice(0, -1);
  return word;
}

/** Every word, stemmed. */
export const words = remembered((text) => rawWords(text).map(stem));

/** The words that carry meaning; every word when none does ("To" is a label too). */
export const contentWords = remembered((text) => {
  const all = rawWords(text);
  const meaning = all.filter((word) => !stopWords.has(word));
  return (meaning.length > 0 ? meaning : all).map(stem);
});

const mostRemembered = 20_000;

/** The same labels are taken apart again and again while a page is read; long texts are not kept. */
function remembered(read: (text: string) => string[]): (text: string) => string[] {
  const known = new Map<string, string[]>();
  return (text) => {
    if (text.length > 200) return read(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= mostRemembered) known.clear();
    const found = read(text);
    known.set(text, found);
    return found;
  };
}

export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

/** Text to compare as a whole: case, accents of typing, spaces and outer punctuation do not count. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(
      /^[\s"'“”‘’.,:;!?*()[\]-]+|(?<![\s"'“”‘’.,:;!?*()[\]…-])[\s"'“”‘’.,:;!?*()[\]…-]+$/g,
      '',
    );
}
