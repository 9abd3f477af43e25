import { parseUrl } from '../../parse-url.js';
export interface FormField {
  name: string;
  label: string;
  type:
    | 'text'
    | 'email'
    | 'tel'
    | 'url'
    | 'password'
    | 'number'
    | 'date'
    | 'time'
    | 'month'
    | 'color'
    | 'range'
    | 'file'
    | 'textarea'
    | 'select'
    | 'radio'
    | 'checkboxes'
    | 'checkbox';
  required?: boolean;
  hint?: string;
  choices?: readonly string[];
  min?: string;
  max?: string;
}

export interface FormSection {
  title: string;
  fields: readonly FormField[];
}

/** Every kind of input a form can have. */
export const sections: readonly FormSection[] = [
  {
    title: 'About you',
    fields: [
      { name: 'first_name', label: 'First name', type: 'text', required: true },
      { name: 'last_name', label: 'Last name', type: 'text', required: true },
      { name: 'email', label: 'Email address', type: 'email', required: true },
      {
        name: 'phone',
        label: 'Phone',
        type: 'tel',
        hint: 'With the country code, such as +1 555 0100',
      },
      { name: 'website', label: 'Website', type: 'url' },
      {
        name: 'password',
        label: 'Password',
        type: 'password',
        required: true,
        hint: 'At least 8 characters',
      },
      { name: 'birthday', label: 'Date of birth', type: 'date', max: '2020-12-31' },
      {
        name: 'country',
        label: 'Country',
        type: 'select',
        required: true,
        choices: [
          'Brazil',
          'Canada',
          'France',
          'Germany',
          'India',
          'Japan',
          'Kenya',
          'Norway',
          'United Kingdom',
          'United States',
        ],
      },
    ],
  },
  {
    title: 'The trip',
    fields: [
      {
        name: 'travellers',
        label: 'Number of travellers',
        type: 'number',
        min: '1',
        max: '12',
        required: true,
      },
      { name: 'month', label: 'Month of travel', type: 'month' },
      { name: 'wake', label: 'Wake-up time', type: 'time' },
      {
        name: 'seat',
        label: 'Seat',
        type: 'radio',
        choices: ['Window', 'Middle', 'Aisle'],
        required: true,
      },
      {
        name: 'meals',
        label: 'Meals',
        type: 'checkboxes',
        choices: ['Breakfast', 'Lunch', 'Dinner', 'Vegetarian'],
      },
      { name: 'colour', label: 'Favourite colour', type: 'color' },
      { name: 'budget', label: 'Budget', type: 'range', min: '0', max: '1000' },
      { name: 'passport', label: 'Passport scan', type: 'file' },
    ],
  },
  {
    title: 'Last things',
    fields: [
      { name: 'notes', label: 'Notes', type: 'textarea' },
      { name: 'newsletter', label: 'Send me the newsletter', type: 'checkbox' },
      { name: 'terms', label: 'I accept the terms', type: 'checkbox', required: true },
    ],
  },
];

export const allFields: readonly FormField[] = sections.flatMap((section) => section.fields);

/** What is wrong with the values, by field; empty when nothing is. */
export function problemsOf(
  values: Readonly<Record<string, readonly string[]>>,
): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const field of allFields) {
    const value = values[field.name]?.[0]?.trim() ?? '';
    if (value === '') {
      if (field.required)
        problems[field.name] =
          field.type === 'checkbox' ? 'Please tick this box.' : `${field.label} is missing.`;
    } else if (field.type === 'email' && !/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value))
      problems[field.name] = 'That is no email address.';
    else if (field.type === 'url' && !parseUrl(value))
      problems[field.name] = 'That is no web address.';
    else if (field.type === 'password' && value.length < 8)
      problems[field.name] = 'At least 8 characters, please.';
    else if (field.type === 'number' && !inRange(field, Number(value)))
      problems[field.name] = `A number from ${field.min} to ${field.max}.`;
    else if (field.choices !== undefined && !field.choices.includes(value))
      problems[field.name] = 'Choose one of the list.';
  }
  return problems;
}

function inRange(field: FormField, value: number): boolean {
  return (
    Number.isFinite(value) &&
    value >= Number(field.min ?? '-Infinity') &&
    value <= Number(field.max ?? 'Infinity')
  );
}
