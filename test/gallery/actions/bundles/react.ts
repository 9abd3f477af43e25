import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** Controlled: React puts its own value back unless it heard of the change. */
function Form() {
  const [from, setFrom] = useState('Paris');
  const [letters, setLetters] = useState('');
  const [seats, setSeats] = useState('1');
  const [day, setDay] = useState('');
  Object.assign(window, { held: () => [from, letters, seats, day] });
  return createElement(
    'form',
    null,
    createElement('input', {
      id: 'from',
      value: from,
      onChange: (event) => setFrom(event.currentTarget.value),
    }),
    // Drawn anew with every letter, as a list whose key changes is.
    createElement('input', {
      id: 'letters',
      key: letters.length,
      autoFocus: letters.length > 0,
      value: letters,
      onChange: (event) => setLetters(event.currentTarget.value.toUpperCase()),
    }),
    createElement(
      'select',
      {
        id: 'seats',
        value: seats,
        onChange: (event) => setSeats((event.target as HTMLSelectElement).value),
      },
      ['1', '2', '3'].map((n) => createElement('option', { key: n, value: n }, `${n} seats`)),
    ),
    createElement('input', {
      id: 'day',
      type: 'date',
      value: day,
      onChange: (event) => setDay(event.currentTarget.value),
    }),
  );
}
createRoot(document.querySelector('#root') ?? document.body).render(createElement(Form));
