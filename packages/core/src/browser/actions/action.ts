import type {
  Box,
  ClickOptions,
  NavigationOptions,
  ScrollDirection,
  ScrollOptions,
  TypeOptions,
} from '../actuator.js';

/** One thing to do to the page, as data. */
export type Action =
  | { readonly kind: 'click'; readonly box: Box; readonly options: ClickOptions }
  | { readonly kind: 'hover'; readonly box: Box }
  | {
      readonly kind: 'scroll';
      readonly direction: ScrollDirection;
      readonly box: Box;
      readonly options: ScrollOptions;
    }
  | {
      readonly kind: 'type';
      readonly text: string;
      readonly box: Box;
      readonly options: TypeOptions;
    }
  | {
      readonly kind: 'goToUrl';
      readonly url: string;
      readonly timeoutMs: number;
      /** An agent is kept to fewer addresses. */
      readonly by: 'agent' | 'program';
      /** What the program asked for besides. */
      readonly asked: NavigationOptions;
    };
