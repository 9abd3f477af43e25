import type { CallView } from './events.js';

/**
 * What is shown of a text that is typed, until it is known that its field hides nothing: its length. A
 * password is one from the moment the agent writes it, and which field it ends in is only found there.
 */
export function withheldText(view: CallView): CallView {
  const { text } = view.input;
  if (typeof text !== 'string') return view;
  const length = [...text].length;
  const shown = `(${length} ${length === 1 ? 'character' : 'characters'})`;
  return { ...view, input: { ...view.input, text: shown } };
}

/** Notes of one call's typing what its field is; said of several fields, one secret is enough. */
export class FieldNote {
  #secret: boolean | undefined;

  readonly note = ({ secret }: { secret: boolean }): void => {
    this.#secret = secret || this.#secret === true;
  };

  /** Whether the field hides what it holds. */
  get isSecret(): boolean {
    return this.#secret === true;
  }

  /**
   * Whether what was typed may be shown. A hand that says nothing of its fields is taken to have none
   * that are secret, where the typing worked; where it failed, nobody knows what the text was meant for.
   */
  mayShow(worked: boolean): boolean {
    return this.#secret === undefined ? worked : !this.#secret;
  }
}
