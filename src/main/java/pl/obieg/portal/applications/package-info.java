/** What a citizen files in Gmina24, and the letters the office answers with. */
package pl.obieg.portal.applications;
