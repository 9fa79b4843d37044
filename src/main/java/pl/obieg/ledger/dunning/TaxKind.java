package pl.obieg.ledger.dunning;

import java.util.Map;

/** Which tax a case is about, by its JRWA class; the ledger keeps no other word of it. */
public final class TaxKind {

    private static final Map<String, String> BY_CLASS = Map.of(
            "3120", "podatek od nieruchomości",
            "3121", "podatek rolny",
            "3122", "podatek leśny",
            "3123", "łączne zobowiązanie pieniężne");

    private TaxKind() {}

    /** @param caseNumber {@code FN.3120.1.2026} */
    public static String of(String caseNumber) {
        String[] parts = caseNumber.split("\\.");
        return BY_CLASS.getOrDefault(parts.length > 1 ? parts[1] : "", "podatek lokalny");
    }
}
