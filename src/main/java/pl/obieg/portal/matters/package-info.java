/** The read model of the portal: facts of cases as they came, put together for the one party that looks. */
package pl.obieg.portal.matters;
