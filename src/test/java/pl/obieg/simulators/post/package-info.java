/** Poczta Polska outside the office: Elektroniczny Nadawca with electronic receipts, and a page to be the postman. */
package pl.obieg.simulators.post;
