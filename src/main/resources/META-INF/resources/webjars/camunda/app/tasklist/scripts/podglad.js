/* The tab "Podgląd" of a task: its documents, served by /podglad. Loaded only when the tab is opened. */

const contextPath = () =>
  (document.querySelector('base')?.getAttribute('app-root') ?? '/camunda').replace(/\/camunda\/?$/, '');

const TROUBLE =
  'Nie udało się wyświetlić podglądu. Odśwież stronę; jeżeli to nie pomoże, zgłoś administratorowi numer sprawy.';

function trouble(place, text) {
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  message.className = 'alert alert-danger';
  message.textContent = text;
  place.replaceChildren(message);
}

async function show(place, taskId) {
  const address = `${contextPath()}/podglad/zadania/${encodeURIComponent(taskId)}`;
  try {
    // asked first, because an iframe does not tell that its page failed
    const answer = await fetch(address, { credentials: 'same-origin', cache: 'no-store' });
    if (answer.status === 404) {
      return trouble(place, 'Zadanie zostało już zakończone albo nie masz uprawnień, aby je obejrzeć.');
    }
    if (answer.status === 401 || answer.redirected) {
      return trouble(place, 'Sesja wygasła. Zaloguj się ponownie.');
    }
    if (!answer.ok) {
      return trouble(place, TROUBLE);
    }
    const frame = document.createElement('iframe');
    frame.title = 'Podgląd dokumentów zadania';
    frame.className = 'obieg-podglad';
    frame.tabIndex = 0;
    frame.src = address;
    place.replaceChildren(frame);
  } catch (unreachable) {
    trouble(place, TROUBLE);
  }
}

export default {
  id: 'podglad',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: {
    label: 'Podgląd'
  },
  render(node, { taskId }) {
    const wait = document.createElement('p');
    wait.setAttribute('role', 'status');
    wait.textContent = 'Wczytywanie podglądu…';
    node.replaceChildren(wait);
    show(node, taskId);
  },
  unmount() {}
};
