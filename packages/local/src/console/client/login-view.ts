import { login } from './api.js';
import { element } from './element.js';

/** Asks for the API key of a service that others can reach. */
export function loginView(onDone: () => void): HTMLElement {
  const field = element('input', {
    type: 'password',
    id: 'api-key',
    autocomplete: 'off',
    required: true,
  });
  const wrong = element('p', { class: 'bad', role: 'alert' });
  const form = element(
    'form',
    { class: 'login' },
    element('h2', {}, 'This service asks for its API key'),
    element('label', { for: 'api-key' }, 'API key'),
    field,
    element('button', {}, 'Open the console'),
    wrong,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    login(field.value)
      .then((right) => {
        if (right) onDone();
        else wrong.textContent = 'That is not the key of this service.';
      })
      .catch(() => {
        wrong.textContent = 'The service does not answer.';
      });
  });
  return form;
}
