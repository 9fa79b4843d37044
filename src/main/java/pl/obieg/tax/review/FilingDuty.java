package pl.obieg.tax.review;

import java.util.Arrays;
import pl.obieg.tax.assessment.TaxKind;

/** A declaration that whoever computes the tax himself files each year (PT-04, PT-07); by when, says {@link FilingManner}. */
enum FilingDuty {
    PROPERTY(
            TaxKind.PROPERTY,
            "DN-1",
            "art. 6 ust. 9 ustawy z dnia 12 stycznia 1991 r. o podatkach i opłatach lokalnych",
            "art. 2–6 ustawy z dnia 12 stycznia 1991 r. o podatkach i opłatach lokalnych"),
    AGRICULTURAL(
            TaxKind.AGRICULTURAL,
            "DR-1",
            "art. 6a ust. 8 ustawy z dnia 15 listopada 1984 r. o podatku rolnym",
            "art. 1 i 3–6a ustawy z dnia 15 listopada 1984 r. o podatku rolnym"),
    FOREST(
            TaxKind.FOREST,
            "DL-1",
            "art. 6 ust. 5 ustawy z dnia 30 października 2002 r. o podatku leśnym",
            "art. 1–6 ustawy z dnia 30 października 2002 r. o podatku leśnym");

    private final TaxKind kind;
    private final String form;
    private final String basis;
    private final String taxAct;

    FilingDuty(TaxKind kind, String form, String basis, String taxAct) {
        this.kind = kind;
        this.form = form;
        this.basis = basis;
        this.taxAct = taxAct;
    }

    /** The duty whose tax the form is about. */
    static FilingDuty ofForm(String form) {
        TaxKind kind = TaxKind.ofForm(form);
        return Arrays.stream(values())
                .filter(duty -> duty.kind == kind)
                .findFirst()
                .orElse(PROPERTY);
    }

    TaxKind kind() {
        return kind;
    }

    /** {@code DN-1}. */
    String form() {
        return form;
    }

    /** Where the duty stands. */
    String basis() {
        return basis;
    }

    /** Where the tax stands. */
    String taxAct() {
        return taxAct;
    }
}
