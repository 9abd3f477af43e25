/**
 * What the page can do beyond showing: keys go from step to step, and the answer can be copied.
 * Without JavaScript everything is there all the same.
 */
export const SCRIPT = `
(() => {
  const places = [...document.querySelectorAll('.step, #result')];
  const nearest = () => {
    const line = innerHeight / 3;
    let current = -1;
    places.forEach((place, index) => {
      if (place.getBoundingClientRect().top <= line) current = index;
    });
    return current;
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
    if (event.key === 'j' || event.key === 'n' || event.key === 'ArrowRight') go(nearest() + 1);
    else if (event.key === 'k' || event.key === 'p' || event.key === 'ArrowLeft') go(nearest() - 1);
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
