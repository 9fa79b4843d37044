package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.calendar.TermUnit;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Submissions;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.law.Allocation.Due;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Decisions;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** Notes which receivable an application for relief means; from then on nobody is dunned for it (P09). */
@OperationCard(
        label = "Odnotuj wniosek o ulgę w księgowości",
        description = "Wiąże wniosek o ulgę z należnością i ratami, których dotyczy, i podaje, ile wynosi zaległość"
                + " z odsetkami na dzień wniosku. Do rozstrzygnięcia nie wysyła się upomnień.",
        system = "ledger",
        refusals = {
            "CASE_HAS_NO_RECEIVABLE: We wskazanej sprawie nie ma należności za ten rok.",
            "INSTALMENT_NOT_OPEN: Wskazanej raty nie ma albo jest już zapłacona.",
            "UNKNOWN_RELIEF_KIND: Nie ma takiego rodzaju ulgi."
        })
public class NoteReliefApplication implements Operation<NoteReliefApplication.Input, NoteReliefApplication.Output> {

    /**
     * @param taxCaseNumber the case of the tax the applicant means
     * @param reliefTaxYear of several taxes of the case; {@code null}: the one with the earliest open instalment
     * @param reliefKind {@code DEFERRAL}, {@code INSTALMENTS}, {@code REMISSION}, {@code INTEREST_REMISSION} or {@code
     *     FEE_REMISSION}
     * @param instalmentNumbers {@code "1, 2"}; empty: all that are open
     * @param complexCase whether the case is a complex one (TIM-01)
     */
    public record Input(
            String caseNumber,
            String submissionId,
            String taxCaseNumber,
            @Nullable Integer reliefTaxYear,
            String reliefKind,
            @Nullable String instalmentNumbers,
            @Nullable Boolean entrepreneur,
            @Nullable Boolean complexCase) {}

    /**
     * @param reliefOpen what is owed on these instalments, zł
     * @param reliefInterest on them on the day of the application, zł
     * @param reliefInArrears whether one of them is overdue
     * @param caseTermEnds by when the case is to be decided (D16, OP art. 139 §1)
     */
    public record Output(
            String reliefId,
            String receivableId,
            BigDecimal reliefOpen,
            BigDecimal reliefInterest,
            Boolean reliefInArrears,
            LocalDate appliedOn,
            LocalDate caseTermEnds) {}

    private final JdbcClient jdbc;
    private final PayerAccounts accounts;
    private final Debts debts;
    private final ReliefRegister register;
    private final Submissions submissions;
    private final Decisions decisions;
    private final StatutoryCalendar calendar;
    private final ApplicationEventPublisher events;

    NoteReliefApplication(
            JdbcClient jdbc,
            PayerAccounts accounts,
            Debts debts,
            ReliefRegister register,
            Submissions submissions,
            Decisions decisions,
            StatutoryCalendar calendar,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.debts = debts;
        this.register = register;
        this.submissions = submissions;
        this.decisions = decisions;
        this.calendar = calendar;
        this.events = events;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        ReliefRegister.Kind kind = kindOf(input.reliefKind());
        LocalDate appliedOn = submissions
                .get(input.submissionId())
                .receivedAt()
                .atZone(OfficeClock.WARSAW)
                .toLocalDate();
        PayerAccount account =
                accounts.ofCase(input.taxCaseNumber().strip()).orElseThrow(NoteReliefApplication::noReceivable);
        accounts.lock(account);
        List<Due> open = debts.dues(account.account(), appliedOn);
        String receivableId = receivable(input, account, open);
        List<Integer> asked = numbers(input.instalmentNumbers());
        List<Due> meant = open.stream()
                .filter(due -> due.receivableId().equals(receivableId))
                .filter(due -> asked.isEmpty() || asked.contains(due.number()))
                .toList();
        if (meant.isEmpty() || asked.size() > meant.size()) {
            throw new Refusal("INSTALMENT_NOT_OPEN", "Wskazanej raty nie ma albo jest już zapłacona.");
        }
        String id = register.put(
                input.caseNumber(),
                receivableId,
                kind,
                Boolean.TRUE.equals(input.entrepreneur()),
                appliedOn,
                meant.stream().map(Due::number).toList());
        events.publishEvent(new CaseFact.ReliefChanged(
                account.caseNumber(),
                receivableId,
                input.caseNumber(),
                CaseFact.ReliefStanding.APPLIED,
                0,
                ReliefSentences.applied(input.caseNumber()),
                appliedOn));
        if (Boolean.TRUE.equals(input.complexCase())) {
            events.publishEvent(
                    new CaseFact.CaseFoundComplex(input.caseNumber(), "wskazano przy sprawdzaniu wniosku o ulgę"));
        }
        return Answer.now(new Output(
                id,
                receivableId,
                sum(meant.stream().map(Due::principal).toList()),
                sum(meant.stream().map(due -> due.interest().charged()).toList()),
                meant.stream().anyMatch(due -> due.dueOn().isBefore(appliedOn)),
                appliedOn,
                termEnds(appliedOn, Boolean.TRUE.equals(input.complexCase()))));
    }

    private LocalDate termEnds(LocalDate appliedOn, boolean complex) {
        Map<String, Object> term = decisions.askOne(
                "termin-sprawy",
                Map.of(
                        "procedureLaw", "OP",
                        "caseKind", "FIRST_INSTANCE",
                        "complexity", complex ? "COMPLEX" : "ORDINARY"));
        return calendar.end(
                appliedOn,
                ((Number) term.get("termAmount")).intValue(),
                TermUnit.valueOf(String.valueOf(term.get("termUnit"))));
    }

    private String receivable(Input input, PayerAccount account, List<Due> open) {
        if (input.reliefTaxYear() == null) {
            return open.stream().findFirst().map(Due::receivableId).orElseThrow(NoteReliefApplication::noReceivable);
        }
        return jdbc.sql("select id from ledger.receivable where account = ? and tax_year = ?"
                        + " order by balance desc, charged_at limit 1")
                .params(account.account(), input.reliefTaxYear())
                .query(String.class)
                .optional()
                .orElseThrow(NoteReliefApplication::noReceivable);
    }

    private static Refusal noReceivable() {
        return new Refusal("CASE_HAS_NO_RECEIVABLE", "We wskazanej sprawie nie ma otwartej należności za ten rok.");
    }

    private static ReliefRegister.Kind kindOf(String name) {
        try {
            return ReliefRegister.Kind.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal("UNKNOWN_RELIEF_KIND", "Nie ma rodzaju ulgi " + name + ".");
        }
    }

    private static List<Integer> numbers(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        try {
            return Arrays.stream(text.strip().split("[,; ]+"))
                    .map(Integer::valueOf)
                    .distinct()
                    .toList();
        } catch (NumberFormatException notNumbers) {
            throw new Refusal("INSTALMENT_NOT_OPEN", "Numery rat podaje się liczbami, na przykład \"1, 2\".");
        }
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
