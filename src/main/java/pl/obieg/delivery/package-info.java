/**
 * Brings letters to their addressees by the lawful channel and establishes the legal date of delivery from receipts and
 * evidence. Its nested packages speak to ePUAP, e-Doręczenia and the post. Procedures reach it through its operations.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Delivery",
        allowedDependencies = {"calendar", "process", "exchange", "documents", "transport", "transport::soap"})
package pl.obieg.delivery;
