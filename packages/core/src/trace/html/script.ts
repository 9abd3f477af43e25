/**
 * What the page can do beyond showing: keys go from step to step and change between
 * before and after, the filmstrip shows where one is, and the answer can be copied.
 * Without JavaScript everything is there all the same.
 */
export const SCRIPT = `
(() => {
  for (const copy of document.querySelectorAll('img[data-from]')) {
    const from = document.getElementById(copy.dataset.from);
    if (from) copy.src = from.src;
  }
  const places = [...document.querySelectorAll('#result, .step')];
  const strip = document.querySelector('.strip');
  const frames = new Map([...(strip?.querySelectorAll('a') ?? [])].map((frame) => [frame.hash, frame]));
  const here = () => {
    // The last places may be too short to reach the top: where the focus is counts first.
    const focused = places.indexOf(document.activeElement?.closest('.step, #result'));
    const box = places[focused]?.getBoundingClientRect();
    if (box && box.bottom > 0 && box.top < innerHeight) return focused;
    const top = (strip?.offsetHeight ?? 0) + 60;
    return Math.max(0, places.findLastIndex((place) => place.getBoundingClientRect().top <= top));
  };
  let shown;
  const follow = () => {
    const frame = frames.get('#' + places[here()]?.id);
    if (frame === shown) return;
    shown?.removeAttribute('aria-current');
    shown = frame;
    if (!frame) return;
    frame.setAttribute('aria-current', 'step');
    const list = frame.closest('ol');
    list.scrollLeft = frame.parentElement.offsetLeft - (list.clientWidth - frame.offsetWidth) / 2;
  };
  let due = false;
  addEventListener('scroll', () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      follow();
    });
  }, { passive: true });
  const go = (index) => {
    const place = places[Math.max(0, Math.min(places.length - 1, index))];
    if (!place) return;
    place.scrollIntoView({ block: 'start' });
    place.focus({ preventScroll: true });
    history.replaceState(null, '', '#' + place.id);
    follow();
  };
  const turn = () => {
    const views = [...(places[here()]?.querySelectorAll('.view') ?? [])];
    const other = views.find((view) => !view.checked);
    if (other) other.checked = true;
  };
  addEventListener('keydown', (event) => {
    const typing = event.target.matches('input[type=radio]') && event.key.startsWith('Arrow');
    if (event.ctrlKey || event.metaKey || event.altKey || typing) return;
    if (event.key === 'j' || event.key === 'n' || event.key === 'ArrowRight') go(here() + 1);
    else if (event.key === 'k' || event.key === 'p' || event.key === 'ArrowLeft') go(here() - 1);
    else if (event.key === 'b' || event.key === 'B') turn();
    else return;
    event.preventDefault();
  });
  for (const frame of frames.values()) {
    frame.addEventListener('click', (event) => {
      event.preventDefault();
      go(places.findIndex((place) => '#' + place.id === frame.hash));
    });
  }
  follow();
  const answer = document.getElementById('answer');
  if (answer && navigator.clipboard) {
    const button = document.createElement('button');
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(answer.textContent);
        button.textContent = 'Copied';
      } catch {
        getSelection().selectAllChildren(answer);
      }
    });
    answer.before(button);
  }
  document.documentElement.classList.add('js');
})();
`;
