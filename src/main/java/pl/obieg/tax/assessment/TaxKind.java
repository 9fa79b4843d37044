package pl.obieg.tax.assessment;

/** Which tax an amount is: it decides about the dates of payment (PT-60 to PT-62). */
public enum TaxKind {
    PROPERTY("podatek od nieruchomości", "podatku od nieruchomości"),
    AGRICULTURAL("podatek rolny", "podatku rolnym"),
    FOREST("podatek leśny", "podatku leśnym"),
    /** Several in one decision of a natural person (łączne zobowiązanie pieniężne, LZ-01). */
    JOINT("łączne zobowiązanie pieniężne", "łącznym zobowiązaniu pieniężnym");

    private final String polish;
    private final String locative;

    TaxKind(String polish, String locative) {
        this.polish = polish;
        this.locative = locative;
    }

    /** The tax that a form is about; an unknown form is about property. */
    public static TaxKind ofForm(String form) {
        return switch (String.valueOf(form)) {
            case "IR-1", "DR-1" -> AGRICULTURAL;
            case "IL-1", "DL-1" -> FOREST;
            default -> PROPERTY;
        };
    }

    /** As a citizen reads it, in the nominative and accusative. */
    public String polish() {
        return polish;
    }

    /** After "w": "w podatku rolnym". */
    public String locative() {
        return locative;
    }
}
