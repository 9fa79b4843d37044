/** Final decisions changed in the course of the year (PT-14, OP art. 254). */
package pl.obieg.tax.change;
