import type { ActionPage } from '../action-page.js';
import { clickPages } from './click.js';
import { codePages } from './codes.js';
import { editorPages } from './editors.js';
import { enteredPages } from './entered.js';
import { entryPages } from './entries.js';
import { fieldPages } from './fields.js';
import { framePages } from './frames.js';
import { frameworkPages } from './frameworks.js';
import { hoverPages } from './hover.js';
import { scrollPages } from './scroll.js';
import { selectPages } from './selects.js';
import { uploadPages } from './upload.js';

export const actionPages: readonly ActionPage[] = [
  ...clickPages,
  ...framePages,
  ...selectPages,
  ...fieldPages,
  ...entryPages,
  ...codePages,
  ...enteredPages,
  ...frameworkPages,
  ...editorPages,
  ...uploadPages,
  ...hoverPages,
  ...scrollPages,
];
