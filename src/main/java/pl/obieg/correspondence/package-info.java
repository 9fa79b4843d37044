/**
 * The office's document management (EZD): incoming and outgoing registers, cases by JRWA with gapless numbers,
 * dekretacja, the register of decisions. Procedures reach it through its operations.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Correspondence (EZD)",
        allowedDependencies = {"calendar", "process", "exchange", "documents", "transport"})
package pl.obieg.correspondence;
