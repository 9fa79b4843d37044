/**
 * Arrears: who is overdue, what D11 and D12 are asked, the upomnienie with its cost, write-off by limitation. A round of
 * dunning ({@link pl.obieg.ledger.dunning.Dunning}) is worked on by the procedure {@code upomnienie-i-tytul}.
 */
package pl.obieg.ledger.dunning;
