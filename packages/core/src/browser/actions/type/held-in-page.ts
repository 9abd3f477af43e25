import { inPage } from '../../frames/in-page.js';

export interface FieldState {
  connected: boolean;
  focused: boolean;
  text: string;
  length: number;
  /** Whether there is anything that typing would have to take away first. */
  holdsText: boolean;
}

/** Self-contained: what the field holds now, and where the focus is. */
export const fieldState = inPage(function fieldState(this: Element): FieldState {
  const root = this.getRootNode() as Document | ShadowRoot;
  const active = root.activeElement;
  // A field that was disabled keeps the focus for a moment, and takes no key of it.
  const focused =
    this.isConnected &&
    !this.matches(':disabled') &&
    (active === this || (active !== null && this.contains(active)));
  const isControl = this instanceof HTMLInputElement || this instanceof HTMLTextAreaElement;
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not what is read
  const text = (isControl ? this.value : (this as HTMLElement).innerText) ?? '';
  const ownContent = (node: Node): boolean => {
    if (node.nodeType === Node.TEXT_NODE)
      return /[^\s\u200b\u2060\ufeff]/.test(node.nodeValue ?? '');
    // Entries of an editable field (people, tags) are values beside its text, not its text.
    if (node instanceof HTMLElement && !node.isContentEditable) return false;
    if (node instanceof Element && node.matches('img,video,audio,table,hr,li,figure')) return true;
    return [...node.childNodes].some(ownContent);
  };
  const isEditable = this instanceof HTMLElement && this.isContentEditable;
  const holdsText = isControl
    ? text !== '' || this.validity.badInput
    : isEditable
      ? ownContent(this)
      : text.trim() !== '';
  return { connected: this.isConnected, focused, text, length: text.length, holdsText };
});

/**
 * Self-contained: the text of the widget that the field is part of, where it says more than the field:
 * a choice is often drawn beside an input that is empty again.
 */
export const widgetText = inPage(function widgetText(this: HTMLElement): string {
  const FIELD = 'input:not([type=hidden]),textarea,select,[contenteditable=true]';
  const MAX_HEIGHT = 160;
  const MAX_HOPS = 8;
  let widget: HTMLElement = this;
  for (let hops = 0; hops < MAX_HOPS; hops++) {
    const root = widget.getRootNode();
    const parent: Element | null =
      widget.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    if (!(parent instanceof HTMLElement) || parent.matches('body,form,table,tr,fieldset')) break;
    if (parent.getBoundingClientRect().height > MAX_HEIGHT) break;
    // Another field that is shown is another question.
    const others = [...parent.querySelectorAll(FIELD)].filter(
      (field) => field !== this && !this.contains(field) && field.checkVisibility(),
    );
    if (others.some((field) => field.getBoundingClientRect().width > 8)) break;
    widget = parent;
  }
  if (widget === this) return '';
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not what is read
  return widget.innerText.replace(/\s+/g, ' ').trim();
});

/** Self-contained: a field that is not shown takes keys for an editor that is (CodeMirror, Monaco). */
export const isProxy = inPage(function isProxy(this: Element): boolean {
  const { width, height } = this.getBoundingClientRect();
  const { opacity, clipPath } = getComputedStyle(this);
  return width < 8 || height < 8 || opacity === '0' || clipPath === 'inset(50%)';
});

/** Self-contained: the field's state once the page has had a frame to draw what a key did. */
export const stateAfterFrame = inPage(async function stateAfterFrame(
  this: Element,
): Promise<{ connected: boolean; text: string }> {
  // A page that is not painted has no frames.
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, 50);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve, 0);
    });
  });
  const isControl = this instanceof HTMLInputElement || this instanceof HTMLTextAreaElement;
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not what is read
  const text = isControl ? this.value : (this as HTMLElement).innerText;
  return { connected: this.isConnected, text: text ?? '' };
});

/** Self-contained: resolves when the page has come to what it was to do within `ms`. */
export const later = inPage(async function later(this: Element, ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
});
