import { actionVerb, answerVerb, plainly } from './verbs.js';

// Full stops after these end no sentence.
const abbreviation =
  /(?:\b(?:e\.g|i\.e|etc|vs|no|mr|mrs|ms|dr|st|jr|sr|approx|dept|inc|ltd|co)|\b[A-Z])\.$/i;

// One word alone is mostly a noun ("name and order"); these are said alone.
const bareVerb =
  /^(?:submit|search|save|send|continue|confirm|proceed|apply|log ?in|sign ?in|check ?out)[.!]?$/i;

/** Parts an instruction (masked) into clauses of one action or question each, in order. */
export function splitClauses(text: string): string[] {
  return splitSentences(text)
    .flatMap((sentence) => splitThen(sentence))
    .flatMap((part) => splitVerbs(part))
    .map((clause) => clause.replace(/^[ ,;]+|(?<![ ,;.])[ ,;.]+$/g, ''))
    .filter((clause) => plainly(clause) !== '');
}

function splitSentences(text: string): string[] {
  const found: string[] = [];
  for (const line of text.split(/\n+/)) {
    let rest = line.trim().replace(/^(?:\d+[.)]|[-*•]) /, '');
    let from = 0;
    for (;;) {
      const at = rest.slice(from).search(/[.;!?] \S/);
      if (at < 0) break;
      const end = from + at + 1;
      if (rest[end - 1] === '.' && abbreviation.test(rest.slice(Math.max(0, end - 16), end))) {
        from = end;
        continue;
      }
      found.push(rest.slice(0, end).trim());
      rest = rest
        .slice(end)
        .trim()
        .replace(/^(?:\d+[.)]|[-*•]) /, '');
      from = 0;
    }
    if (rest !== '') found.push(rest);
  }
  return found;
}

function splitThen(sentence: string): string[] {
  return sentence
    .split(/,? ?(?:\band )?\b(?:then|after that|afterwards|followed by|before you)\b,? /i)
    .filter((part) => part.trim() !== '');
}

/** Splits before a comma or an "and" that a verb follows; "name and address" stays together. */
function splitVerbs(part: string): string[] {
  const conditional = /^if\b[^,]*, ?/i.exec(plainly(part));
  if (conditional) {
    const [head, ...rest] = splitVerbs(plainly(part).slice(conditional[0].length));
    return [conditional[0] + (head ?? ''), ...rest];
  }
  const found: string[] = [];
  let start = 0;
  const joint = /, ?(?:and |but )?| and (?:also )?| ?(?: -+>|→|») ?/gi;
  for (let match = joint.exec(part); match !== null; match = joint.exec(part)) {
    const before = part.slice(start, match.index);
    const after = plainly(part.slice(match.index + match[0].length));
    if (before.trim() === '' || !startsClause(after, before)) continue;
    found.push(before);
    start = match.index + match[0].length;
  }
  found.push(part.slice(start));
  return found;
}

function startsClause(after: string, before: string): boolean {
  const asked = answerVerb.test(plainly(before)) && !actionVerb.test(plainly(before));
  if (asked) {
    // "return the name and list price": nouns that could be verbs stay with the question.
    return /^(?:click|tap|double|right|type|scroll|go to|navigate|wait for|press|hover|submit)\b/i.test(
      after,
    );
  }
  if (actionVerb.test(after)) return / /.test(after.trim()) || bareVerb.test(after);
  if (answerVerb.test(after) && / /.test(after.trim())) return true;
  // "choose Express and place the order": a verb we do not know, told by the article after it.
  return (
    /^(?!(?:in|on|at|for|with|of|to|from|by|as|or|the|an?|all|not|both|also)\b)[a-z]+ (?:the|an?|my|your|it)\b/.test(
      after,
    ) && actionVerb.test(plainly(before))
  );
}
