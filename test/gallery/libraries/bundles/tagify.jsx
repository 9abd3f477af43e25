import Tagify from '@yaireo/tagify';
import style from '@yaireo/tagify/dist/tagify.css';
import { countries, held } from './countries.js';

document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
document.querySelector('#root').innerHTML = `
  <div id="tags"><input value="Chile, Peru"></div>
  <div id="list"><input value="Chile"></div>`;
const start = (id, settings) => {
  const made = new Tagify(document.querySelector(`#${id} input`), settings);
  Object.defineProperty(held, id, {
    enumerable: true,
    get: () => made.value.map(({ value }) => value),
  });
};
start('tags', {});
start('list', { whitelist: countries, enforceWhitelist: true, dropdown: { enabled: 1 } });
