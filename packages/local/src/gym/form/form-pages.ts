import type { Context } from 'hono';
import { html } from 'hono/html';
import { type Html, renderPage } from '../layout.js';
import { allFields, type FormField, sections } from './fields.js';

export type Values = Readonly<Record<string, readonly string[]>>;

function control(field: FormField, values: readonly string[], problem: string | undefined): Html {
  const value = values[0] ?? '';
  const about =
    problem === undefined ? '' : html`aria-invalid="true" aria-describedby="${field.name}-problem"`;
  const limits = html`${field.min === undefined ? '' : html` min="${field.min}"`}${field.max === undefined ? '' : html` max="${field.max}"`}`;
  switch (field.type) {
    case 'textarea':
      return html`<textarea id="${field.name}" name="${field.name}" rows="4" ${about}>${value}</textarea>`;
    case 'select':
      return html`<select id="${field.name}" name="${field.name}" ${about}><option value="">Choose…</option>
${(field.choices ?? []).map((choice) => html`<option ${choice === value ? 'selected' : ''}>${choice}</option>`)}</select>`;
    default:
      return html`<input type="${field.type}" id="${field.name}" name="${field.name}" value="${field.type === 'password' || field.type === 'file' ? '' : value}"${limits} ${about}>`;
  }
}

function fieldHtml(field: FormField, values: readonly string[], problem: string | undefined): Html {
  const message =
    problem === undefined
      ? ''
      : html`<small class="bad" id="${field.name}-problem" role="alert">${problem}</small>`;
  if (field.type === 'radio' || field.type === 'checkboxes') {
    const type = field.type === 'radio' ? 'radio' : 'checkbox';
    return html`<fieldset><legend>${field.label}</legend>
${(field.choices ?? []).map((choice) => html`<label><input type="${type}" name="${field.name}" value="${choice}" ${values.includes(choice) ? 'checked' : ''}>${choice}</label>`)}${message}</fieldset>`;
  }
  if (field.type === 'checkbox') {
    return html`<div class="field"><label><input type="checkbox" name="${field.name}" value="yes" ${values.length > 0 ? 'checked' : ''}>${field.label}</label>${message}</div>`;
  }
  const mark = field.required ? html` <span aria-hidden="true">*</span>` : '';
  return html`<div class="field"><label for="${field.name}">${field.label}${mark}</label>${control(field, values, problem)}
${field.hint === undefined ? '' : html`<small>${field.hint}</small>`}${message}</div>`;
}

export function formPage(
  context: Context,
  values: Values,
  problems: Readonly<Record<string, string>>,
) {
  const count = Object.keys(problems).length;
  const body = html`<h1>Passenger registration</h1>
<p class="lead">Fields with a star must be filled.</p>
${count === 0 ? '' : html`<p class="notice wrong" role="alert">${count === 1 ? 'One field needs' : `${count} fields need`} your attention.</p>`}
<form method="post" action="./form" enctype="multipart/form-data" novalidate>
${sections.map((section) => html`<section class="card"><h2>${section.title}</h2>${section.fields.map((field) => fieldHtml(field, values[field.name] ?? [], problems[field.name]))}</section><br>`)}
<button type="submit">Register</button> <button type="reset" class="plain">Reset</button></form>`;
  return renderPage(
    context,
    { title: 'Passenger registration', path: 'form', body },
    count > 0 ? 422 : 200,
  );
}

export function donePage(context: Context, values: Values) {
  const body = html`<h1>Registered</h1><p class="notice">Thank you, ${values['first_name']?.[0] ?? ''}. This is what you sent.</p>
<section class="card"><dl>${allFields.map((field) => {
    const value = (values[field.name] ?? []).join(', ');
    return html`<dt>${field.label}</dt><dd>${field.type === 'password' ? '•'.repeat(8) : value === '' ? '—' : value}</dd>`;
  })}</dl></section><p><a href="./form">Start again</a></p>`;
  return renderPage(context, { title: 'Registered', path: 'form', body });
}
