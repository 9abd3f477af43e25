import { debounceTime, distinctUntilChanged, fromEvent, map, switchMap } from 'rxjs';
import { asked, held } from './countries.js';

document.querySelector('#root').innerHTML =
  '<input id="q" role="combobox"><ul id="list"></ul><p id="out"></p>';
const field = document.querySelector('#q');
const list = document.querySelector('#list');
const out = document.querySelector('#out');
fromEvent(field, 'input')
  .pipe(
    map(() => field.value),
    debounceTime(300),
    distinctUntilChanged(),
    switchMap((text) => asked(text, 200)),
  )
  .subscribe((names) => {
    list.replaceChildren(
      ...names.map((name) => Object.assign(document.createElement('li'), { textContent: name })),
    );
  });
field.addEventListener('keydown', ({ key }) => {
  if (key !== 'Enter' || !list.firstChild) return;
  held.country = list.firstChild.textContent;
  out.textContent = held.country;
  field.value = held.country;
});
list.addEventListener('mousedown', ({ target }) => {
  held.country = target.textContent;
  field.value = held.country;
  list.replaceChildren();
});
