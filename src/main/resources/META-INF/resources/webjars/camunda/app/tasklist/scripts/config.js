/* Settings of Tasklist; replaces the file of the same name in camunda-webapp-webjar. See docs/guides/tasklist.md. */
export default {
  app: {
    name: 'Lista zadań',
    vendor: 'Obieg – Urząd Gminy Przykładowo ·'
  },
  locales: {
    availableLocales: ['pl'],
    fallbackLocale: 'pl'
  },
  dateFormat: {
    normal: 'LLL',
    long: 'LLLL'
  },
  // each must exist: one that cannot be loaded takes all others with it
  customScripts: ['scripts/podglad.js', 'scripts/karta.js', 'scripts/prywatnosc.js', 'scripts/bledy.js'],
  // the same as camunda.bpm.webapp.csrf.cookie-name; Spring Security owns XSRF-TOKEN
  csrfCookieName: 'CAMUNDA-XSRF',
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'Przejmij wybrane zadanie'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'Przejdź do pierwszego filtra'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'Przejdź do pierwszego zadania na liście'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'Przejdź do pierwszego pola formularza'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'Rozpocznij procedurę'
    }
  }
};
