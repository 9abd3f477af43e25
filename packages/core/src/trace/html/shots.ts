import type { StepTrace } from '../act-trace.js';
import { isInline, isPicture } from '../pictures/picture.js';
import { html, type Markup } from './markup.js';

/**
 * The pictures of one page. One that carries its own bytes is written once, where it is first asked for;
 * everywhere else the page's script copies it from there. A file is named each time, which costs nothing.
 */
export class Shots {
  readonly #written = new Map<string, string>();

  /** The step's picture as an image; undefined where there is none, or nothing that may be shown. */
  image({ screenshot, viewport, step }: StepTrace, alt: string): Markup | undefined {
    if (!isPicture(screenshot)) return undefined;
    const { width, height } = viewport;
    const size = html`width="${width}" height="${height}" alt="${alt}" decoding="async"`;
    if (!isInline(screenshot)) return html`<img src="${screenshot}" ${size} loading="lazy">`;
    const from = this.#written.get(screenshot);
    if (from !== undefined) return html`<img data-from="${from}" ${size}>`;
    const id = `shot-${step}`;
    this.#written.set(screenshot, id);
    return html`<img id="${id}" src="${screenshot}" ${size}>`;
  }
}
