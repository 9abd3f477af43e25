/** `@nova-act/rules/page`: reading a page from its DOM capture, for models that find elements again by what they are. */

export type { Element } from 'domhandler';
export { bringIntoView, type InView, type ScrollsMade } from './calls/bring-into-view.js';
export { words } from './language/words.js';
export { elementRole, type TargetClass, targetClass } from './page/element-role.js';
export { groupNames, namesOf } from './page/names.js';
export {
  ancestors,
  attribute,
  type Box,
  contains,
  isTag,
  isText,
  type Page,
  readPage,
  roleOf,
} from './page/page.js';
export { textOf } from './page/text.js';
