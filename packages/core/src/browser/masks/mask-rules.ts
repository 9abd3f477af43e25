/** A text that is looked for in pages. */
// A type and not an interface: it is sent to the page as it is.
export type HiddenText = {
  /** In small letters, its white space collapsed. */
  text: string;
  /** Only where it is no part of a longer word or number. */
  asWord: boolean;
};

/** What is to be covered, as it is told to a page. */
export type MaskRules = {
  /** CSS selectors: what they match, and all in it. */
  selectors: string[];
  /** Fields for passwords and payment that hold anything. */
  fields: boolean;
  /** Values of secrets that a page may show. */
  texts: HiddenText[];
};

/** The rules of this moment; undefined where nothing is ever covered. */
export type MaskSource = () => MaskRules | undefined;

/** @param hiddenTexts undefined where there are no secrets, into whose fields nobody is to see */
export function masksOf(
  mask: readonly string[] | false | undefined,
  hiddenTexts: (() => HiddenText[]) | undefined,
): MaskSource {
  if (mask === false && !hiddenTexts) return () => undefined;
  const selectors = mask === false || mask === undefined ? [] : [...mask];
  return () => ({ selectors, fields: mask !== false, texts: hiddenTexts?.() ?? [] });
}
