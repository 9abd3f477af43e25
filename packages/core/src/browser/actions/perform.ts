import type { JsonValue } from '../../wire/json.js';
import type { Action } from './action.js';
import { click } from './click.js';
import { goToUrl } from './go-to-url.js';
import type { Hand } from './hand.js';
import { hover } from './hover.js';
import { scroll } from './scroll.js';
import { type } from './type/type.js';

/** Does it, and says what was hit, typed, scrolled or opened. */
export function perform(hand: Hand, action: Action): Promise<JsonValue> {
  switch (action.kind) {
    case 'click':
      return click(hand, action.box, action.options);
    case 'hover':
      return hover(hand, action.box);
    case 'scroll':
      return scroll(hand, action.direction, action.box, action.options);
    case 'type':
      return type(hand, action.text, action.box, action.options);
    case 'goToUrl':
      return goToUrl(hand, action.url, action);
  }
}
