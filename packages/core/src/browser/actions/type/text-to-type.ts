import { AgentRedirectError } from '../../../errors/index.js';
import type { TypeOptions } from '../../actuator.js';
import { callOn, type RemoteRef } from '../../frames/evaluate.js';
import { inPage } from '../../frames/in-page.js';
import type { Marked } from '../../frames/masked.js';
import type { TextField } from './text-field.js';
import type { Said } from './verify.js';

/**
 * The text of one action: as it was given, or with secrets in the place of their names. Those come out
 * only for a field that is about to be typed into, if its document may have them; the field is marked
 * first, so that nothing that is typed into it is ever seen.
 */
export class TextToType {
  /** As it was given: names, no secrets. */
  readonly given: string;
  readonly #reveal: TypeOptions['reveal'];
  #revealed: string | undefined;

  constructor(given: string, reveal: TypeOptions['reveal']) {
    this.given = given;
    this.#reveal = reveal;
  }

  get isSecret(): boolean {
    return this.#reveal !== undefined;
  }

  /** @throws AgentRedirectError when its document may not have it */
  async into(node: RemoteRef): Promise<string> {
    if (!this.#reveal) return this.given;
    const text = await this.#reveal(await callOn(node, documentAddress));
    this.#revealed = text;
    await callOn(node, markSecret);
    return text;
  }

  /** The same, with what is known of a field into which a secret goes. */
  async intoField(field: TextField): Promise<{ text: string; field: TextField }> {
    const text = await this.into(field.node);
    if (!this.isSecret) return { text, field };
    return { text, field: { ...field, facts: { ...field.facts, secret: true } } };
  }

  /** What an action may say of it: of a secret only where it went. */
  told(said: Said): Said {
    if (this.#revealed === undefined) return said;
    const { field, part, pressed } = said;
    return {
      ...(field === undefined ? {} : { field }),
      ...(part === undefined ? {} : { part }),
      typed: said['typed'] ?? this.#revealed.length,
      ...(pressed === undefined ? {} : { pressed }),
    };
  }

  /** What may be told of a failure: one that quotes a secret, of whatever length, is told in other words. */
  failure(error: unknown): unknown {
    const text = this.#revealed;
    if (text === undefined || !(error instanceof Error)) return error;
    // A list of several is told of one by one.
    const parts = text.split(/[,;\n]/).map((part) => part.trim());
    const quoted = [text, text.trim(), JSON.stringify(text).slice(1, -1), ...parts];
    if (!quoted.some((form) => form !== '' && error.message.includes(form))) return error;
    return new AgentRedirectError(
      `The field did not take ${this.given}: it takes other text, or shows it otherwise. Look at it again.`,
    );
  }
}

/** Self-contained: whose document this is, by its address. An empty one is of the page that it is in. */
const documentAddress = inPage(function documentAddress(this: Node): string {
  let view = this.ownerDocument?.defaultView;
  try {
    while (view && /^about:/i.test(view.location.href) && view.parent !== view) {
      view = view.parent as typeof view;
    }
    return view?.location.href ?? '';
  } catch {
    return ''; // Within another site's page, and of nobody that can be named.
  }
});

/** Self-contained: runs in our own world, where the page cannot see it. */
const markSecret = inPage(function markSecret(this: Node): void {
  (this as Node & Marked).novaActSecret = true;
});
