package pl.obieg.delivery;

import pl.obieg.exchange.OfficeLetters;

/** What a letter is in law (input of D20, and what an authorisation to sign names). */
public enum LetterKind {
    /** Decyzja ustalająca property, agricultural or forest tax or the joint liability (OP art. 210 §1a). */
    ASSESSMENT_DECISION("decyzje ustalające podatek"),
    DECISION("inne decyzje"),
    ORDER("postanowienia"),
    LETTER("pisma"),
    CERTIFICATE("zaświadczenia"),
    DUNNING("upomnienia"),
    TITLE("tytuły wykonawcze");

    private final String label;

    LetterKind(String label) {
        this.label = label;
    }

    /** Polish, in the plural. */
    public String getLabel() {
        return label;
    }

    boolean decision() {
        return this == ASSESSMENT_DECISION || this == DECISION;
    }

    static LetterKind of(OfficeLetters.Kind kind) {
        return kind == OfficeLetters.Kind.FILE_DECISION ? DECISION : valueOf(kind.name());
    }
}
