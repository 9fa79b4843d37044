/**
 * The tax system (Gmina v.2): declarations, taxpayers, objects, assessment by the decision tables, the text of tax
 * decisions. Procedures reach it through its operations.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Tax",
        allowedDependencies = {"calendar", "process", "exchange", "documents"})
package pl.obieg.tax;
