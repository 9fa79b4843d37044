package pl.obieg.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.lang.Nullable;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.calendar.Term;
import pl.obieg.calendar.TermRule;
import pl.obieg.calendar.TermStanding;
import pl.obieg.documents.DocumentStore;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.ledger.certificates.CertificateForm;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Decisions;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Reads an application for a tax certificate, waits for its stamp duty and counts the 7 days (P10, OP art. 306a §5). */
@OperationCard(
        label = "Przyjmij wniosek o zaświadczenie",
        description = "Odczytuje z formularza rodzaj i cel zaświadczenia, zaczyna oczekiwać opłaty skarbowej i liczy"
                + " termin 7 dni (art. 306a §5 OP). Z pisma bez formularza rodzaj i cel odczytuje pracownik.",
        system = "ledger")
public class TakeCertificateApplication
        implements Operation<TakeCertificateApplication.Input, TakeCertificateApplication.Output> {

    /** @param partyIds the applicant */
    public record Input(
            String submissionId,
            String caseNumber,
            @Nullable List<String> partyIds) {}

    /**
     * @param certificateKind {@code NIEZALEGANIE} or {@code STAN_ZALEGLOSCI}
     * @param purpose code of the table {@code oplata-skarbowa}
     * @param appliedOn day of the application
     * @param certificateDueOn last day to issue it
     * @param certificateWarnOn when the head is warned
     */
    public record Output(
            String certificateKind,
            String purpose,
            LocalDate appliedOn,
            LocalDate certificateDueOn,
            LocalDate certificateWarnOn) {}

    private final Submissions submissions;
    private final DocumentStore documents;
    private final StampDuties duties;
    private final Decisions decisions;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;
    private final ApplicationEventPublisher events;

    TakeCertificateApplication(
            Submissions submissions,
            DocumentStore documents,
            StampDuties duties,
            Decisions decisions,
            StatutoryCalendar calendar,
            OfficeClock clock,
            ApplicationEventPublisher events) {
        this.submissions = submissions;
        this.documents = documents;
        this.duties = duties;
        this.decisions = decisions;
        this.calendar = calendar;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        Submission letter = submissions.get(input.submissionId());
        CertificateForm form = CertificateForm.NAMESPACE.equals(letter.namespace())
                ? CertificateForm.read(documents.get(letter.documentId()).content())
                : CertificateForm.unknown();
        duties.expect(input.caseNumber(), form.reference());
        LocalDate appliedOn = LocalDate.ofInstant(letter.receivedAt(), OfficeClock.WARSAW);
        TermStanding term = term(appliedOn);
        events.publishEvent(new CaseFact.ApplicationTaken(
                input.caseNumber(),
                letter.id(),
                "zaświadczenie w sprawach podatkowych",
                input.partyIds() == null ? List.of() : input.partyIds(),
                clock.today()));
        return Answer.now(new Output(form.kind(), form.purpose(), appliedOn, term.end(), term.warningDay()));
    }

    private TermStanding term(LocalDate appliedOn) {
        TermRule rule = TermRule.of(decisions.askOne(
                "termin-sprawy", Map.of("procedureLaw", "OP", "caseKind", "CERTIFICATE", "complexity", "")));
        return new Term(appliedOn, rule).on(appliedOn, calendar);
    }
}
