/** What the choosing widgets of these pages have to choose from. */
export const countries = [
  'Argentina',
  'Brazil',
  'Chile',
  'Denmark',
  'Egypt',
  'France',
  'Germany',
  'Ghana',
  'Hungary',
  'India',
  'Japan',
  'Kenya',
  'Luxembourg',
  'Mexico',
  'New Zealand',
  'Norway',
  'Peru',
  'Spain',
  'Sweden',
  'United Kingdom',
];

export const matching = (text) =>
  countries.filter((name) => name.toLowerCase().includes(text.trim().toLowerCase()));

/** A service that takes its time. */
export const asked = (text, ms = 400) =>
  new Promise((resolve) => setTimeout(() => resolve(matching(text)), ms));

/** What the widgets hold, as the test asks for it. */
export const held = {};
window.held = held;
