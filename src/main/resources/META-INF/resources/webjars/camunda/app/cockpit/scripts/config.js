/* Settings of Cockpit; replaces the file of the same name in camunda-webapp-webjar. See docs/guides/tasklist.md. */
export default {
  app: {
    name: 'Procedury',
    vendor: 'Obieg – Urząd Gminy Przykładowo ·'
  },
  locales: {
    availableLocales: ['pl'],
    fallbackLocale: 'pl'
  },
  // each must exist: one that cannot be loaded takes all others with it
  customScripts: ['scripts/panel.js'],
  // the same as camunda.bpm.webapp.csrf.cookie-name; Spring Security owns XSRF-TOKEN
  csrfCookieName: 'CAMUNDA-XSRF',
  disableWelcomeMessage: true,
  // a deployed HTML form must not run in the browser of whoever looks at the deployment
  previewHtml: false
};
