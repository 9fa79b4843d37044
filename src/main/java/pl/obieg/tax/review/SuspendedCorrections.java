package pl.obieg.tax.review;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.RunningMatter;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.ProcedureMessage;
import pl.obieg.process.Reasons;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.FormMapping;
import pl.obieg.tax.declaration.FormMappings;

/**
 * Corrections of a declaration that is under review. In tax proceedings the right to correct is suspended (OP art. 81b
 * § 1 pkt 1): a correction has no effect, waits in the case, and is taken up only if the proceedings end without a
 * decision on the tax. In the term to object to the organ's correction it is what the taxpayer sets against it, so the
 * clerk judges it as an objection (art. 274 § 3).
 */
@Component
class SuspendedCorrections implements RunningMatter {

    private static final String PROCEEDINGS = "PROCEEDINGS";

    private final JdbcClient jdbc;
    private final FormMappings mappings;
    private final Parties parties;
    private final Submissions submissions;
    private final Reasons reasons;
    private final ApplicationEventPublisher events;
    private final OfficeClock clock;

    SuspendedCorrections(
            JdbcClient jdbc,
            FormMappings mappings,
            Parties parties,
            Submissions submissions,
            Reasons reasons,
            ApplicationEventPublisher events,
            OfficeClock clock) {
        this.jdbc = jdbc;
        this.mappings = mappings;
        this.parties = parties;
        this.submissions = submissions;
        this.reasons = reasons;
        this.events = events;
        this.clock = clock;
    }

    private record Waiting(String caseNumber, String waitsFor) {}

    @Override
    public Optional<Joined> join(Submission submission) {
        return read(submission)
                .filter(declaration -> "CORRECTION".equals(declaration.purpose()))
                .flatMap(this::underReview)
                .map(waiting -> keep(submission, waiting));
    }

    private Optional<Declaration> read(Submission submission) {
        try {
            return mappings.read(submission);
        } catch (FormMapping.Unreadable unreadable) {
            return Optional.empty();
        }
    }

    /** Proceedings come first: in them no objection runs. */
    private Optional<Waiting> underReview(Declaration declaration) {
        List<String> taxpayers = declaration.taxpayers().stream()
                .flatMap(taxpayer -> Stream.of(taxpayer.pesel(), taxpayer.nip()))
                .flatMap(identifier -> parties.byIdentifier(identifier).stream())
                .map(Party::id)
                .distinct()
                .toList();
        if (taxpayers.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                with own as (
                    select d.case_number from tax.declaration d
                    join tax.declaration_taxpayer t on t.declaration_id = d.id
                    where d.form = :form and d.tax_year = :year and t.party_id in (:parties))
                select case_number, 'PROCEEDINGS' as waits_for from tax.proceedings
                where ended_on is null and case_number in (select case_number from own)
                union all
                select case_number, 'OBJECTION' from tax.own_correction
                where delivered_on is not null and objection_until >= :today and objected_on is null
                  and case_number in (select case_number from own)
                order by waits_for desc limit 1
                """)
                .param("form", declaration.form())
                .param("year", declaration.year())
                .param("parties", taxpayers)
                .param("today", clock.today())
                .query(Waiting.class)
                .optional();
    }

    private Joined keep(Submission submission, Waiting waiting) {
        jdbc.sql("""
                insert into tax.suspended_correction (submission_id, case_number, filed_on, waits_for)
                values (?, ?, ?, ?) on conflict do nothing
                """)
                .params(submission.id(), waiting.caseNumber(), receivedOn(submission), waiting.waitsFor())
                .update();
        if (PROCEEDINGS.equals(waiting.waitsFor())) {
            return new Joined(
                    waiting.caseNumber(),
                    null,
                    "Korekta złożona w toku postępowania nie wywołuje skutków (art. 81b OP); czeka na jego koniec.");
        }
        return new Joined(
                waiting.caseNumber(),
                "ObjectionArrived",
                "Podatnik złożył własną korektę w terminie sprzeciwu wobec korekty z urzędu (art. 274 § 3 OP).");
    }

    /**
     * The proceedings of the case are over.
     *
     * @param determined whether a decision set the tax: then the corrections lapse; else they go the usual way
     */
    void release(String caseNumber, boolean determined) {
        jdbc.sql("""
                        update tax.suspended_correction set outcome = ?
                        where case_number = ? and waits_for = 'PROCEEDINGS' and outcome is null
                        returning submission_id
                        """)
                .params(determined ? "LAPSED" : "TAKEN_UP", caseNumber)
                .query(String.class)
                .list()
                .forEach(submissionId -> release(caseNumber, submissions.get(submissionId), determined));
    }

    private void release(String caseNumber, Submission submission, boolean determined) {
        reasons.keep(
                caseNumber,
                submission.id(),
                "Korekta złożona w toku postępowania",
                Map.of("Korektę złożono", Polish.date(receivedOn(submission))),
                List.of(
                        determined
                                ? "Podatek określono decyzją, więc korekta w tym zakresie jest bezskuteczna: art. 81b § 1 pkt 2 OP."
                                : "Postępowanie zakończono bez określenia podatku, korektę rozpatruje się na nowo: art. 81b § 1 pkt 2 lit. a OP."));
        if (!determined) {
            Map<String, Object> variables = new HashMap<>();
            variables.put("submissionId", submission.id());
            variables.put("formCode", submission.formCode());
            variables.put("channel", submission.channel());
            events.publishEvent(new ProcedureMessage(
                    "DeclarationArrived", submission.id(), submission.id() + "#81b", Map.copyOf(variables)));
        }
    }

    private static LocalDate receivedOn(Submission submission) {
        return LocalDate.ofInstant(submission.receivedAt(), OfficeClock.WARSAW);
    }
}
