import TomSelect from 'tom-select';
import style from 'tom-select/dist/css/tom-select.css';
import { asked, countries, held } from './countries.js';

document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
const options = countries.map((name) => ({ value: name, text: name }));
const start = (id, settings) => {
  const made = new TomSelect(`#${id} input, #${id} select`, settings);
  Object.defineProperty(held, id, { enumerable: true, get: () => made.getValue() });
};
document.querySelector('#root').innerHTML = `
  <div id="one"><select><option value=""></option>${countries.map((name) => `<option>${name}</option>`).join('')}</select></div>
  <div id="many"><input value="Chile,Peru"></div>
  <div id="made"><input value="Chile"></div>
  <div id="remote"><select></select></div>`;
start('one', {});
start('many', { options, items: ['Chile', 'Peru'] });
start('made', { options, create: true });
start('remote', {
  load: async (text, done) =>
    done((await asked(text)).map((name) => ({ value: name, text: name }))),
});
