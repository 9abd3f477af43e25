import { type Element, isTag, isText } from 'domhandler';

const inline = new Set(
  'a abbr b bdi bdo cite code data dfn em font i ins kbd label mark q samp small span strong sub sup time u var'.split(
    ' ',
  ),
);
const silent = new Set([
  'script',
  'style',
  'template',
  'select',
  'textarea',
  'datalist',
  'input',
  'svg',
  // Struck out: what holds no more, such as the price before.
  's',
  'del',
  'strike',
]);
const cache = new WeakMap<Element, string>();

/** The text of an element as it reads, on one line. What a control holds is no text. */
export function textOf(element: Element): string {
  const known = cache.get(element);
  if (known !== undefined) return known;
  const text = collect(element)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  cache.set(element, text);
  return text;
}

function collect(element: Element): string {
  let out = '';
  for (const child of element.children) {
    if (isText(child)) {
      out = join(out, child.data, false);
    } else if (isTag(child)) {
      if (child.name === 'br' || child.name === 'hr') out += ' ';
      else if (child.name === 'img') out = join(out, ` ${child.attribs['alt'] ?? ''} `, false);
      else if (!silent.has(child.name)) {
        const tight = child.name === 'sub' || child.name === 'sup';
        const text = collect(child);
        out = inline.has(child.name) ? join(out, text, !tight) : `${out} ${text} `;
      }
    }
  }
  return out;
}

// Neighbours such as <span>Moons</span><span>2</span> are mostly laid out apart.
function join(before: string, after: string, apart: boolean): string {
  const touching =
    apart && /[\p{L}\p{N}]$/u.test(before.slice(-2)) && /^[\p{L}\p{N}$€£]/u.test(after);
  return touching ? `${before} ${after}` : before + after;
}

/** The text directly inside an element, without that of its children. */
export function ownText(element: Element): string {
  return element.children
    .filter(isText)
    .map((node) => node.data)
    .join(' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** Whether an element has no text but its own and that of inline children: one thing to read. */
export function isTextLeaf(element: Element): boolean {
  return element.children.every(
    (child) =>
      !isTag(child) ||
      ([
        'b',
        'i',
        'em',
        'small',
        'sup',
        'sub',
        'br',
        'mark',
        'u',
        's',
        'img',
        'svg',
        'abbr',
        'time',
        'wbr',
        'code',
      ].includes(child.name) &&
        isTextLeaf(child)),
  );
}
