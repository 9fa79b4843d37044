/** Decisions that an appeal body annulled and sent back, and the assessment anew (P05, OP art. 233 § 2). */
package pl.obieg.tax.retrial;
