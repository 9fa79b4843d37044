/**
 * The law in force as the office uses it: which rule stands on which provision, and the dated figures of the law pack
 * (rates, prices, thresholds) with their two-person approval. It decides nothing: the decision tables do.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Law",
        allowedDependencies = {"calendar", "process"})
package pl.obieg.law;
