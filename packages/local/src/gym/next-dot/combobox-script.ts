/** An autocomplete after the ARIA combobox pattern: type, arrow keys, Enter, Escape, or a click on a suggestion. */
export const comboboxScript = `
for (const input of document.querySelectorAll('input[role=combobox]')) {
  const list = document.getElementById(input.getAttribute('aria-controls'));
  const all = [...list.children];
  let active = -1;
  const shown = () => all.filter((option) => !option.hidden);
  const mark = () => shown().forEach((option, index) => option.setAttribute('aria-selected', String(index === active)));
  const open = () => {
    const text = input.value.trim().toLowerCase();
    for (const option of all) option.hidden = !option.textContent.toLowerCase().includes(text);
    active = -1;
    mark();
    list.hidden = shown().length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
  };
  const close = () => { list.hidden = true; input.setAttribute('aria-expanded', 'false'); };
  const choose = (option) => { input.value = option.dataset.value; close(); };
  input.addEventListener('input', open);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return close();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) open();
      const count = shown().length;
      if (count > 0) active = (active + (event.key === 'ArrowDown' ? 1 : count - 1) + (active < 0 && event.key === 'ArrowUp' ? 1 : 0)) % count;
      mark();
      event.preventDefault();
    }
    if (event.key === 'Enter' && !list.hidden && active >= 0) { choose(shown()[active]); event.preventDefault(); }
  });
  for (const option of all) option.addEventListener('mousedown', (event) => { event.preventDefault(); choose(option); });
}`;
