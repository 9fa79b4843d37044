package pl.obieg.tax.declaration;

/** By what right, or without any, a person holds what he declares (PT-02, UPOL art. 3 ust. 1–3). */
public enum Title {
    OWNER("właściciel"),
    PERPETUAL_USUFRUCT("użytkownik wieczysty"),
    /** Holds it as if it were his own. */
    AUTONOMOUS_POSSESSOR("posiadacz samoistny"),
    /** A tenant, a lessee: holds it for its owner. */
    POSSESSOR_CONTRACT("posiadacz na podstawie umowy lub innego tytułu"),
    POSSESSOR_NO_TITLE("posiadacz bez tytułu prawnego");

    private final String polish;

    Title(String polish) {
        this.polish = polish;
    }

    /** Holds what he knows to be another's. */
    public boolean isDependent() {
        return this == POSSESSOR_CONTRACT || this == POSSESSOR_NO_TITLE;
    }

    /** As a Polish reader calls it. */
    public String polish() {
        return polish;
    }
}
