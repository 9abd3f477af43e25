import jQuery from 'jquery';
import style from 'jquery-ui/dist/themes/base/jquery-ui.css';
import { asked, held } from './countries.js';

// Its plugins take jQuery from the page's globals.
window.jQuery = jQuery;
window.$ = jQuery;
require('jquery-ui/dist/jquery-ui.js');

document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
document.querySelector('#root').innerHTML = `
  <div><input id="country"></div>
  <div><input id="day"></div>
  <div><input id="seats" value="2"></div>
  <div id="tabs"><ul><li><a href="#a">One</a></li><li><a href="#b">Two</a></li></ul><div id="a">First</div><div id="b">Second</div></div>
  <div id="slider" style="width:300px;margin:20px"></div>
  <button id="open">Delete</button><div id="dialog">Sure?</div>
  <ul id="menu" style="width:200px"><li><div>Copy</div></li><li><div id="paste">Paste</div></li></ul>`;
$('#country').autocomplete({
  autoFocus: true,
  source: async ({ term }, done) => done(await asked(term)),
  select: (_event, { item }) => {
    held.country = item.value;
  },
});
$('#day').datepicker({
  onSelect: (text) => {
    held.day = text;
  },
});
$('#seats').spinner();
$('#tabs').tabs({
  activate: (_event, { newPanel }) => {
    held.tab = newPanel.text();
  },
});
$('#slider').slider({
  value: 30,
  change: (_event, { value }) => {
    held.slider = value;
  },
});
$('#dialog').dialog({
  autoOpen: false,
  buttons: [
    {
      text: 'Yes',
      id: 'yes',
      click() {
        held.dialog = 'yes';
        $(this).dialog('close');
      },
    },
  ],
});
$('#open').on('click', () => $('#dialog').dialog('open'));
$('#menu').menu({
  select: (_event, { item }) => {
    held.menu = item.text();
  },
});
