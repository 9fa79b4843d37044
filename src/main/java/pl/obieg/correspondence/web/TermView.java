package pl.obieg.correspondence.web;

import java.util.List;

/**
 * The statutory term of a case, ready to be shown: every value is a Polish text.
 *
 * @param state phrase for the badge: "7 dni do końca", "3 dni po terminie"
 * @param mood {@code good}, {@code warn} or {@code bad}
 * @param ended how it ended, {@code null} while it runs
 * @param statutory the first end without stops and notices
 * @param mayStop whether days not counted may still be noted
 * @param complexReason why it is an especially complex case, {@code null} for an ordinary one
 */
public record TermView(
        String caseNumber,
        String clerk,
        String startedOn,
        String basis,
        String statutory,
        String end,
        String state,
        String mood,
        boolean stopped,
        String warnedOn,
        String ended,
        boolean mayStop,
        String complexReason,
        List<Stop> stops,
        List<Notice> notices) {

    /** Days not counted; {@code until} is {@code null} while they last. */
    public record Stop(String from, String until, String reason) {}

    /** A notice of a new date. */
    public record Notice(String newEnd, String cause, String issuedOn) {}
}
