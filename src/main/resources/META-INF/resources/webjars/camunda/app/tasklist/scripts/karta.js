/*
 * What a card of the list shows besides the engine's data: case, party, deadline. All cards drawn in the same moment
 * share one request. What was answered is kept for a minute, in memory only: it holds names.
 */

const KEPT_MS = 60_000;
const MOST_IDS = 100;

const contextPath = () =>
  (document.querySelector('base')?.getAttribute('app-root') ?? '/camunda').replace(/\/camunda\/?$/, '');

const kept = new Map();
let waiting = new Map();
let planned = false;

async function ask(batch) {
  const ids = [...batch.keys()];
  const found = new Map();
  try {
    const query = ids.map(encodeURIComponent).join(',');
    const answer = await fetch(`${contextPath()}/api/zadania/karty?ids=${query}`, {
      credentials: 'same-origin',
      headers: { Accept: 'application/json' }
    });
    if (answer.ok) {
      for (const card of await answer.json()) {
        found.set(card.taskId, card);
      }
      const until = Date.now() + KEPT_MS;
      ids.forEach(id => kept.set(id, { card: found.get(id), until }));
    }
  } catch (unreachable) {
    // the list works without these lines
  }
  for (const [id, takers] of batch) {
    takers.forEach(take => take(found.get(id)));
  }
}

function askTogether() {
  planned = false;
  const all = [...waiting];
  waiting = new Map();
  for (let from = 0; from < all.length; from += MOST_IDS) {
    ask(new Map(all.slice(from, from + MOST_IDS)));
  }
}

function card(taskId) {
  const known = kept.get(taskId);
  if (known && known.until > Date.now()) {
    return Promise.resolve(known.card);
  }
  kept.delete(taskId);
  return new Promise(take => {
    waiting.set(taskId, [...(waiting.get(taskId) ?? []), take]);
    if (!planned) {
      planned = true;
      setTimeout(askTogether, 30);
    }
  });
}

const polishDate = iso => iso.split('-').reverse().join('.');

function line(className, text) {
  const element = document.createElement('div');
  element.className = className;
  element.textContent = text;
  return element;
}

function draw(node, shown) {
  if (!shown) {
    return;
  }
  const lines = [];
  if (shown.caseNumber) {
    const file = document.createElement('a');
    file.href = `${contextPath()}/ezd/sprawy/${encodeURIComponent(shown.caseNumber)}`;
    file.target = '_blank';
    file.rel = 'noopener';
    file.textContent = `Akta sprawy ${shown.caseNumber}`;
    // the card around it opens the task on a click
    file.addEventListener('click', event => event.stopPropagation());
    const place = line('obieg-sprawa', '');
    place.append(file);
    lines.push(place);
  }
  if (shown.party) {
    lines.push(line('obieg-strona', shown.party));
  }
  if (shown.deadline) {
    const late = shown.overdue ? ' – po terminie' : '';
    lines.push(
      line(shown.overdue ? 'obieg-termin po-terminie' : 'obieg-termin', `Termin: ${polishDate(shown.deadline)}${late}`)
    );
  }
  const box = document.createElement('div');
  box.className = 'obieg-karta';
  box.append(...lines);
  node.replaceChildren(box);
}

export default {
  id: 'karta',
  pluginPoint: 'tasklist.card',
  priority: 900,
  render(node, { taskId }) {
    card(taskId).then(shown => draw(node, shown));
  },
  unmount() {}
};
