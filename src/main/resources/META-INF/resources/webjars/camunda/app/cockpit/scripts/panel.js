/* The managers' page "Panel" in Cockpit: how each procedure stands, from /api/panel. */

const contextPath = () =>
  (document.querySelector('base')?.getAttribute('app-root') ?? '/camunda').replace(/\/camunda\/?$/, '');

const COLUMNS = [
  ['running', 'Sprawy w toku'],
  ['tasksOpen', 'Otwarte zadania'],
  ['tasksOverdue', 'Zadania po terminie'],
  ['incidents', 'Błędy wymagające reakcji'],
  ['endedIn30Days', 'Zakończone w 30 dniach']
];

const ALARMING = new Set(['tasksOverdue', 'incidents']);

const SVG = 'http://www.w3.org/2000/svg';

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

/* The number stands beside it, so the bar itself is silent for screen readers. */
function bar(value, most, colour) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('width', '120');
  svg.setAttribute('height', '12');
  svg.setAttribute('aria-hidden', 'true');
  const rect = document.createElementNS(SVG, 'rect');
  rect.setAttribute('width', String(most === 0 ? 0 : Math.max(value > 0 ? 2 : 0, Math.round((120 * value) / most))));
  rect.setAttribute('height', '12');
  rect.setAttribute('fill', colour);
  svg.append(rect);
  return svg;
}

function table(rows) {
  const made = element('table', '', { class: 'table obieg-panel' });
  made.append(element('caption', `Stan na ${new Date().toLocaleString('pl-PL')}`));
  const head = element('tr', '');
  head.append(element('th', 'Procedura', { scope: 'col' }));
  COLUMNS.forEach(([, label]) => head.append(element('th', label, { scope: 'col' })));
  const thead = element('thead', '');
  thead.append(head);
  const body = element('tbody', '');
  const most = Object.fromEntries(COLUMNS.map(([key]) => [key, Math.max(0, ...rows.map(row => row[key]))]));
  for (const row of rows) {
    const line = element('tr', '');
    line.append(element('th', row.name, { scope: 'row' }));
    for (const [key] of COLUMNS) {
      const alarm = ALARMING.has(key) && row[key] > 0;
      const cell = element('td', '');
      cell.append(element('span', row[key].toLocaleString('pl-PL'), { class: alarm ? 'obieg-liczba alarm' : 'obieg-liczba' }));
      cell.append(bar(row[key], most[key], alarm ? '#9b1c1c' : '#12355b'));
      line.append(cell);
    }
    body.append(line);
  }
  const foot = element('tfoot', '');
  const sum = element('tr', '');
  sum.append(element('th', 'Razem', { scope: 'row' }));
  COLUMNS.forEach(([key]) =>
    sum.append(element('td', rows.reduce((total, row) => total + row[key], 0).toLocaleString('pl-PL')))
  );
  foot.append(sum);
  made.append(thead, body, foot);
  return made;
}

async function show(place) {
  try {
    const answer = await fetch(`${contextPath()}/api/panel`, {
      credentials: 'same-origin',
      headers: { Accept: 'application/json' }
    });
    if (answer.status === 401 || answer.status === 403) {
      place.replaceChildren(element('p', 'Panel jest dostępny dla kierowników.', { role: 'alert' }));
      return;
    }
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const rows = await answer.json();
    place.replaceChildren(
      rows.length === 0 ? element('p', 'Nie ma jeszcze wdrożonych procedur.', { role: 'status' }) : table(rows)
    );
  } catch (unreachable) {
    place.replaceChildren(
      element('p', 'Nie udało się wczytać danych panelu. Spróbuj ponownie za chwilę.', {
        role: 'alert',
        class: 'alert alert-danger'
      })
    );
  }
}

const page = {
  id: 'obieg.panel',
  pluginPoint: 'cockpit.route',
  properties: {
    path: '/panel',
    label: '/panel'
  },
  render(node) {
    const place = element('div', '', { 'aria-live': 'polite' });
    place.append(element('p', 'Wczytywanie danych…'));
    const refresh = element('button', 'Odśwież', { type: 'button', class: 'btn btn-default' });
    refresh.addEventListener('click', () => show(place));
    const frame = element('section', '', { class: 'obieg-strona-panelu', 'aria-labelledby': 'obieg-panel-tytul' });
    frame.append(element('h1', 'Panel kierownika', { id: 'obieg-panel-tytul' }), refresh, place);
    node.replaceChildren(frame);
    show(place);
  },
  unmount() {}
};

const entry = {
  id: 'obieg.panel.menu',
  pluginPoint: 'cockpit.navigation',
  priority: 200,
  properties: {},
  render(node) {
    node.replaceChildren(element('a', 'Panel', { href: '#/panel' }));
  },
  unmount() {}
};

export default [page, entry];
