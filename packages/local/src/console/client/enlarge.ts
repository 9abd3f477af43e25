import { button, element } from './element.js';

/**
 * Shows the picture of the step that `detail` holds as large as the window, over everything else. The
 * arrows go to the step before and after; Escape and a click beside the picture close it.
 */
export function enlarge(detail: HTMLElement, move: (by: number) => void): void {
  const picture = element('div', { class: 'large' });
  const title = element('p', { class: 'soft' });
  const dialog = element(
    'dialog',
    { class: 'lightbox', 'aria-label': 'Picture of the step' },
    element(
      'div',
      { class: 'line' },
      button('←', () => move(-1), { 'aria-label': 'Previous step' }),
      button('→', () => move(1), { 'aria-label': 'Next step' }),
      title,
      button('Close', () => dialog.close(), { class: 'far' }),
    ),
    picture,
  );
  const draw = () => {
    const shown = detail.querySelector('.screenshot');
    title.textContent = detail.querySelector('h2')?.textContent ?? '';
    picture.replaceChildren(
      shown?.cloneNode(true) ?? element('p', { class: 'empty' }, 'This step has no picture.'),
    );
  };
  const changes = new MutationObserver(draw);
  changes.observe(detail, { childList: true });
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowLeft') move(-1);
    else if (event.key === 'ArrowRight') move(1);
    else return;
    event.preventDefault();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => {
    changes.disconnect();
    dialog.remove();
  });
  draw();
  document.body.append(dialog);
  dialog.showModal();
}
