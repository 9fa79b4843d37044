/*
 * Tasklist's "Save" keeps a form's draft in the browser's localStorage: personal data on a shared computer. Drafts that
 * are there are removed, new ones are not written; user-styles.css hides the button.
 */

const DRAFTS = ['camunda-form:', 'camForm:'];

const isDraft = key => DRAFTS.some(prefix => String(key).startsWith(prefix));

function removeDrafts() {
  Object.keys(localStorage).filter(isDraft).forEach(key => localStorage.removeItem(key));
}

const write = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (this === window.localStorage && isDraft(key)) {
    return;
  }
  write.call(this, key, value);
};

removeDrafts();
// another tab may run an older page
window.addEventListener('storage', event => event.key !== null && isDraft(event.key) && removeDrafts());

/* No screen of its own: an empty list is what Tasklist accepts for "nothing to show". */
export default [];
