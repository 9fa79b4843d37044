/* Settings of Admin; replaces the file of the same name in camunda-webapp-webjar. See docs/guides/tasklist.md. */
export default {
  app: {
    name: 'Użytkownicy',
    vendor: 'Obieg – Urząd Gminy Przykładowo ·'
  },
  locales: {
    availableLocales: ['pl'],
    fallbackLocale: 'pl'
  },
  // the same as camunda.bpm.webapp.csrf.cookie-name; Spring Security owns XSRF-TOKEN
  csrfCookieName: 'CAMUNDA-XSRF',
  disableWelcomeMessage: true
};
