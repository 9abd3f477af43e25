/** A date field that is a button with a calendar under it, as many travel sites have. */
export const calendarScript = `
for (const box of document.querySelectorAll('[data-calendar]')) {
  const button = box.querySelector('[data-open]');
  const hidden = box.querySelector('input[type=hidden]');
  const panel = box.querySelector('.calendar');
  const caption = panel.querySelector('[data-month]');
  const days = panel.querySelector('.days');
  const start = new Date(box.dataset.calendar + 'T00:00:00Z');
  let month = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), 1));
  const format = (date, options) => new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options }).format(date);
  const draw = () => {
    caption.textContent = format(month, { month: 'long', year: 'numeric' });
    days.replaceChildren();
    for (let blank = 0; blank < month.getUTCDay(); blank++) days.append(document.createElement('span'));
    const count = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
    for (let day = 1; day <= count; day++) {
      const date = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), day));
      const cell = document.createElement('button');
      cell.type = 'button';
      cell.textContent = String(day);
      cell.setAttribute('aria-label', format(date, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }));
      cell.disabled = date < start;
      cell.addEventListener('click', () => {
        hidden.value = date.toISOString().slice(0, 10);
        button.textContent = format(date, { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' });
        panel.hidden = true;
        button.focus();
      });
      days.append(cell);
    }
  };
  const turn = (by) => { month = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + by, 1)); draw(); };
  panel.querySelector('[data-previous]').addEventListener('click', () => turn(-1));
  panel.querySelector('[data-next]').addEventListener('click', () => turn(1));
  button.addEventListener('click', () => { panel.hidden = !panel.hidden; if (!panel.hidden) draw(); });
  box.addEventListener('keydown', (event) => { if (event.key === 'Escape') { panel.hidden = true; button.focus(); } });
}`;
