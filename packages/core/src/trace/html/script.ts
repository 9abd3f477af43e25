/**
 * What the page can do beyond showing: keys go from step to step, and the answer can be copied.
 * Without JavaScript everything is there all the same.
 */
export const SCRIPT = `
(() => {
  const places = [...document.querySelectorAll('.step, #result')];
  const here = () => {
    // The last places may be too short to reach the top: where the focus is counts first.
    const focused = places.indexOf(document.activeElement?.closest('.step, #result'));
    const box = places[focused]?.getBoundingClientRect();
    if (box && box.bottom > 0 && box.top < innerHeight) return focused;
    return places.findLastIndex((place) => place.getBoundingClientRect().top <= 60);
  };
  const go = (index) => {
    const place = places[Math.max(0, Math.min(places.length - 1, index))];
    if (!place) return;
    place.scrollIntoView({ block: 'start' });
    place.focus({ preventScroll: true });
    history.replaceState(null, '', '#' + place.id);
  };
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input')) return;
    if (event.key === 'j' || event.key === 'n' || event.key === 'ArrowRight') go(here() + 1);
    else if (event.key === 'k' || event.key === 'p' || event.key === 'ArrowLeft') go(here() - 1);
    else return;
    event.preventDefault();
  });
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
