package pl.obieg.tax.assessment;

/** Which tax an amount is: it decides about the dates of payment (PT-60 to PT-62). */
public enum TaxKind {
    PROPERTY,
    AGRICULTURAL,
    FOREST,
    /** The three in one decision of a natural person (łączne zobowiązanie pieniężne, LZ-01). */
    JOINT
}
