/*
 * Tells in Polish why a task could not be completed or claimed, and says in Polish what form-js says in English. The
 * server's message is shown where it is a sentence for a clerk; see docs/guides/tasklist.md.
 */

const ACTION = /\/task\/[^/?]+\/(complete|submit-form|claim|unclaim)(?:\?|$)/;

const WHAT = {
  complete: 'Nie udało się zakończyć zadania.',
  'submit-form': 'Nie udało się zakończyć zadania.',
  claim: 'Nie udało się przejąć zadania.',
  unclaim: 'Nie udało się zwolnić zadania.'
};

const BY_STATUS = {
  0: 'Brak połączenia z serwerem. Sprawdź sieć i spróbuj ponownie.',
  401: 'Sesja wygasła. Zaloguj się ponownie.',
  403: 'Nie masz do tego uprawnień albo sesja wygasła. Odśwież stronę.',
  404: 'Zadanie zostało już zakończone lub usunięte. Odśwież listę zadań.',
  409: 'Ktoś inny zmienił to zadanie w tym samym czasie. Odśwież listę zadań.',
  413: 'Przesłane dane są za duże.'
};

const OTHERWISE = 'Wystąpił błąd serwera. Spróbuj ponownie; jeżeli błąd się powtórzy, zgłoś go administratorowi.';

/* Messages of the engine itself are English and technical: ours are Polish sentences. */
const TECHNICAL = /exception|cannot |couldn't|is null|org\.|java\.|ENGINE-\d|Unhandled|[{}<>]/i;

/* What the engine puts before the message of whoever refused: "Cannot submit task form <id>: Suma udziałów …". */
const PREFIXES = [
  /^Cannot (?:submit task form|complete task|claim task|unclaim task|resolve task) ?[^:]*: /i,
  /^(?:ENGINE-\d+ )?Exception while invoking TaskListener: /i,
  /^(?:ENGINE-\d+ )?Exception while executing [^:]*: /i
];

/* A rule of ours that refused: "There was an exception while invoking the TaskListener. Message: '…'". */
const WRAPPED = /^(?:ENGINE-\d+ )?There was an exception while invoking the TaskListener\.\s*Message: '([\s\S]*)'\s*$/;

function withoutPrefixes(message) {
  const wrapped = WRAPPED.exec(message);
  if (wrapped) {
    return withoutPrefixes(wrapped[1]);
  }
  const prefix = PREFIXES.find(pattern => pattern.test(message));
  return prefix ? withoutPrefixes(message.replace(prefix, '')) : message;
}

function reason(status, body) {
  let message = '';
  try {
    const parsed = JSON.parse(body);
    message = withoutPrefixes(String(parsed.message ?? parsed.detail ?? ''));
  } catch (notJson) {
    // an error page: its text says nothing to a clerk
  }
  const forClerk = message && !TECHNICAL.test(message) && status !== 401;
  return forClerk ? message : (BY_STATUS[status] ?? OTHERWISE);
}

function place() {
  let box = document.getElementById('obieg-bledy');
  if (!box) {
    box = document.createElement('div');
    box.id = 'obieg-bledy';
    // in the page before any text, so that screen readers notice the text
    box.setAttribute('role', 'alert');
    document.body.append(box);
  }
  return box;
}

function clear() {
  place().replaceChildren();
}

function tell(action, status, body) {
  const heading = document.createElement('strong');
  heading.textContent = WHAT[action];
  const text = document.createElement('p');
  text.textContent = reason(status, body);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'btn btn-default';
  close.textContent = 'Zamknij';
  close.addEventListener('click', clear);
  const message = document.createElement('div');
  message.className = 'alert alert-danger';
  message.append(heading, text, close);
  place().replaceChildren(message);
}

/* Tasklist says the same in a notice of its own, with the engine's English message. */
function hideRepeated() {
  document.querySelectorAll('.page-notifications .alert').forEach(notice => {
    const said = notice.querySelector('.status')?.textContent.trim() ?? '';
    const repeated = said && Object.values(WHAT).some(what => said.replace(/\.$/, '') === what.replace(/\.$/, ''));
    notice.classList.toggle('obieg-powtorzone', Boolean(repeated));
  });
}

function watchXhr() {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    const action = String(method).toUpperCase() === 'POST' && ACTION.exec(String(address))?.[1];
    if (action) {
      this.addEventListener('loadend', () => {
        const failed = this.status === 0 || this.status >= 400;
        const body = this.responseType === '' || this.responseType === 'text' ? this.responseText : '';
        failed ? tell(action, this.status, body) : clear();
      });
    }
    return open.call(this, method, address, ...rest);
  };
}

function watchFetch() {
  const original = window.fetch;
  window.fetch = async function (resource, options) {
    const method = options?.method ?? resource?.method ?? 'GET';
    const address = String(resource?.url ?? resource);
    const action = String(method).toUpperCase() === 'POST' && ACTION.exec(address)?.[1];
    if (!action) {
      return original.call(window, resource, options);
    }
    try {
      const answer = await original.call(window, resource, options);
      answer.ok ? clear() : tell(action, answer.status, await answer.clone().text());
      return answer;
    } catch (unreachable) {
      tell(action, 0, '');
      throw unreachable;
    }
  };
}

const TEXTS = new Map([
  ['Field is required.', 'Pole jest wymagane.'],
  ['Add new', 'Dodaj'],
  ["External content couldn't be loaded.", 'Nie udało się wczytać treści zewnętrznej.'],
  ['No content to show.', 'Brak treści do wyświetlenia.'],
  ['Field does not match regular expression.', 'Wartość ma niewłaściwą postać.'],
  ['Show all', 'Pokaż wszystkie'],
  ['Show less', 'Pokaż mniej'],
  ['Show more', 'Pokaż więcej'],
  ['No results', 'Brak wyników'],
  ['Nothing to show.', 'Brak danych.'],
  ['Search', 'Szukaj'],
  ['Select', 'Wybierz'],
  ['Month', 'Miesiąc'],
  ['Year', 'Rok'],
  ['mm/dd/yyyy', 'dd.mm.rrrr'],
  ['dd.mm.yyyy', 'dd.mm.rrrr'],
  ['Remove', 'Usuń'],
  ['Value is not a number.', 'Wartość nie jest liczbą.'],
  ['Please use a valid value.', 'Wybierz jedną z możliwych wartości.']
]);

/* The names the date picker brings along: it knows English only. */
const MONTHS = {
  January: 'styczeń',
  February: 'luty',
  March: 'marzec',
  April: 'kwiecień',
  May: 'maj',
  June: 'czerwiec',
  July: 'lipiec',
  August: 'sierpień',
  September: 'wrzesień',
  October: 'październik',
  November: 'listopad',
  December: 'grudzień'
};
const DAYS = { Mon: 'pn', Tue: 'wt', Wed: 'śr', Thu: 'cz', Fri: 'pt', Sat: 'so', Sun: 'nd' };
[MONTHS, DAYS].forEach(names => Object.entries(names).forEach(([english, name]) => TEXTS.set(english, name)));

const PATTERNS = [
  [/^Field must match pattern .+\.$/, 'Wartość ma niewłaściwą postać.'],
  [/^Field must have minimum value of (.+)\.$/, 'Najmniejsza dozwolona wartość: $1.'],
  [/^Field must have maximum value of (.+)\.$/, 'Największa dozwolona wartość: $1.'],
  [/^Field must have minimum length of (.+)\.$/, 'Najmniejsza dozwolona liczba znaków: $1.'],
  [/^Field must have maximum length of (.+)\.$/, 'Największa dozwolona liczba znaków: $1.'],
  [/^Please select a value that is a multiple of (.+)\.$/, 'Wartość musi być wielokrotnością $1.']
];

function polish(text) {
  const plain = text.trim();
  const exact = TEXTS.get(plain);
  if (exact) {
    return text.replace(plain, exact);
  }
  const rule = PATTERNS.find(([pattern]) => pattern.test(plain));
  return rule ? plain.replace(rule[0], rule[1]) : text;
}

function translate(root) {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const said = polish(node.data);
    if (said !== node.data) {
      node.data = said;
    }
  }
  root.querySelectorAll('[placeholder], [aria-label]').forEach(element => {
    for (const name of ['placeholder', 'aria-label']) {
      const value = element.getAttribute(name);
      if (value && polish(value) !== value) {
        element.setAttribute(name, polish(value));
      }
    }
  });
}

function watchForms() {
  const known = new WeakSet();
  const inForm = new MutationObserver(changes => {
    const elementOf = node => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
    const forms = new Set(changes.map(change => elementOf(change.target)?.closest('.fjs-container')));
    forms.forEach(form => form && translate(form));
  });
  const adopt = form => {
    if (!known.has(form)) {
      known.add(form);
      translate(form);
      inForm.observe(form, { childList: true, characterData: true, subtree: true });
    }
  };
  // only to notice that a form has come; what is in it is watched above
  new MutationObserver(changes => {
    if (changes.some(change => change.addedNodes.length > 0)) {
      document.querySelectorAll('.fjs-container').forEach(adopt);
      hideRepeated();
    }
  }).observe(document.body, { childList: true, subtree: true });
}

/*
 * form-js writes and reads dates as the browser's language has it. The office writes 31.12.2026 on every computer, also
 * on one whose browser speaks English.
 */
function writeDatesInPolish() {
  const Original = Intl.DateTimeFormat;
  function PolishFormat(locale, options) {
    return new Original(locale === undefined || locale === 'default' ? 'pl-PL' : locale, options);
  }
  PolishFormat.prototype = Original.prototype;
  PolishFormat.supportedLocalesOf = Original.supportedLocalesOf;
  Intl.DateTimeFormat = PolishFormat;
}

writeDatesInPolish();
watchXhr();
watchFetch();
watchForms();
place();

/* No screen of its own: an empty list is what Tasklist accepts for "nothing to show". */
export default [];
