/**
 * The office's money: payer accounts, receivables with instalments, bank files, matching and allocation of payments.
 * Amounts are in zł with two decimals. Procedures reach it through its operations.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"calendar", "process", "exchange", "documents", "transport", "transport::soap"})
package pl.obieg.ledger;
