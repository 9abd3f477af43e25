import { type AST, RegExpParser } from '@eslint-community/regexpp';

const LENGTH = 100_000;
const ENDS = ['\u0000', '\n', '!', ''];
const COMMON = [' ', 'a', '0', '-', '.', '/', '"', '<', '\n', 'A1', 'a ', '0,', '\\', '%', "'a"];

/**
 * Long texts that make a pattern try again and again, if it can be made to: each part that may be
 * repeated, repeated after what leads up to it, before an end that does not fit; and the lead-up
 * itself, repeated, so that a match is begun everywhere.
 */
export function attacksOn(source: string, flags: string): string[] {
  const pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  const texts = new Set<string>();
  const add = (lead: string, pump: string) => {
    if (pump === '') return;
    const body = lead + pump.repeat(Math.ceil(LENGTH / pump.length)).slice(0, LENGTH);
    for (const end of ENDS) texts.add(body + end);
  };
  for (const { lead, pump } of pumps(pattern)) {
    add(lead, pump);
    add('', lead + pump);
  }
  if (texts.size > 0) for (const pump of COMMON) add('', pump);
  return [...texts];
}

function pumps(pattern: AST.Pattern): { lead: string; pump: string }[] {
  const found: { lead: string; pump: string }[] = [];
  const visit = (node: AST.Node, lead: string): void => {
    switch (node.type) {
      case 'Pattern':
      case 'Group':
      case 'CapturingGroup':
        for (const one of node.alternatives) visit(one, lead);
        return;
      case 'Assertion':
        if (node.kind === 'lookahead' || node.kind === 'lookbehind') {
          for (const one of node.alternatives) visit(one, lead);
        }
        return;
      case 'Alternative': {
        let before = lead;
        for (const element of node.elements) {
          visit(element, before);
          before += sample(element);
        }
        return;
      }
      case 'Quantifier':
        if (node.max > 20) found.push({ lead, pump: sample(node.element) });
        visit(node.element, lead);
        return;
      default:
        return; // Neither repeated nor a place where something is.
    }
  };
  visit(pattern, '');
  return found;
}

/** A text that the part matches; the shortest that is not empty. */
function sample(node: AST.Node): string {
  switch (node.type) {
    case 'Character':
      return String.fromCodePoint(node.value);
    case 'CharacterClass':
      return node.negate ? outside(node) : (node.elements.map(sample).find(Boolean) ?? '');
    case 'CharacterClassRange':
      return String.fromCodePoint(node.min.value);
    case 'CharacterSet':
      return ofSet(node);
    case 'Quantifier':
      return sample(node.element).repeat(Math.max(node.min, 1));
    case 'Group':
    case 'CapturingGroup':
      return sample(node.alternatives[0] as AST.Alternative);
    case 'Alternative':
      return node.elements.map(sample).join('');
    default:
      return '';
  }
}

const TRIED = [...'a0 -_.:/"<A\n\u00e9'];

function outside(node: AST.CharacterClass): string {
  const pattern = new RegExp(node.raw, 'u');
  return TRIED.find((one) => pattern.test(one)) ?? '~';
}

function ofSet(node: AST.CharacterSet): string {
  const pattern = node.kind === 'any' ? /./ : new RegExp(node.raw, 'u');
  return TRIED.find((one) => pattern.test(one)) ?? '~';
}
