type Child = Node | string | undefined | false;

interface Attributes {
  [name: string]: string | number | boolean | undefined;
}

/**
 * Makes an element. Text goes in as text nodes only: what a page, a prompt or a model said is
 * never read as HTML. An attribute that is false or undefined is left out.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(
    ...children.filter((child): child is Node | string => child !== undefined && child !== false),
  );
  return made;
}

export function svg(tag: string, attributes: Attributes = {}, ...children: Node[]): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

function setAttributes(on: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    on.setAttribute(name, value === true ? '' : String(value));
  }
}

export function button(
  text: string,
  run: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', run);
  return made;
}
