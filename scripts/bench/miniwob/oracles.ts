import type { Oracles } from './task.js';
import { applications } from './tasks/applications.js';
import { buttons } from './tasks/buttons.js';
import { choices } from './tasks/choices.js';
import { fields } from './tasks/fields.js';
import { figures } from './tasks/figures.js';
import { mail } from './tasks/mail.js';
import { menus } from './tasks/menus.js';
import { scrolling } from './tasks/scrolling.js';

export const oracles: Oracles = {
  ...applications,
  ...buttons,
  ...choices,
  ...fields,
  ...figures,
  ...mail,
  ...menus,
  ...scrolling,
};
