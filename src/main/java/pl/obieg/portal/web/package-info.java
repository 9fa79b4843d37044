/** The pages of Gmina24: plain HTML made on the server, without scripts. */
package pl.obieg.portal.web;
