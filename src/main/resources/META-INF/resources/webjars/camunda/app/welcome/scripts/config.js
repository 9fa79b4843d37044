/* Settings of Welcome; replaces the file of the same name in camunda-webapp-webjar. See docs/guides/tasklist.md. */
export default {
  app: {
    name: 'Mój profil',
    vendor: 'Obieg – Urząd Gminy Przykładowo ·'
  },
  locales: {
    availableLocales: ['pl'],
    fallbackLocale: 'pl'
  },
  links: [
    {
      label: 'Strona startowa urzędu',
      href: '/',
      description: 'Rejestry, systemy i lista zadań'
    }
  ],
  // the same as camunda.bpm.webapp.csrf.cookie-name; Spring Security owns XSRF-TOKEN
  csrfCookieName: 'CAMUNDA-XSRF',
  disableWelcomeMessage: true
};
