package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.OfficeLetters.Kind;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Drafts a tax certificate, or the order that refuses it (OP art. 306a §1–3, 306c, 306e). The certificate says how the
 * stamp duty was paid, or why none is owed.
 */
@OperationCard(
        label = "Napisz zaświadczenie",
        description = "Tworzy zaświadczenie o niezaleganiu albo o stanie zaległości na dziś, albo postanowienie"
                + " o odmowie, z adnotacją o opłacie skarbowej.",
        system = "ledger")
public class DraftCertificate implements Operation<DraftCertificate.Input, DraftCertificate.Output> {

    private static final String CERTIFICATE = "letters/zaswiadczenie-o-niezaleganiu/zaswiadczenie.ftlh";
    private static final String REFUSAL = "letters/zaswiadczenie-o-niezaleganiu/postanowienie-o-odmowie.ftlh";

    /**
     * @param certificateOutcome {@code NIEZALEGANIE}, {@code STAN_ZALEGLOSCI} or {@code ODMOWA}
     * @param certificateReason why it is refused
     * @param dutyBasis provision of the duty or of the exemption
     */
    public record Input(
            String caseNumber,
            List<String> partyIds,
            String certificateOutcome,
            String certificateReason,
            String purposeText,
            BigDecimal dutyAmount,
            String dutyBasis,
            LocalDate appliedOn) {}

    /** The draft. */
    public record Output(String letterId) {}

    /** One arrear as the certificate lists it. */
    private record Row(
            String what, String caseNumber, int year, LocalDate dueOn, BigDecimal principal, BigDecimal interest) {}

    private final Dues dues;
    private final StampDuties duties;
    private final OfficeLetters letters;
    private final Parties parties;
    private final OfficeClock clock;

    DraftCertificate(Dues dues, StampDuties duties, OfficeLetters letters, Parties parties, OfficeClock clock) {
        this.dues = dues;
        this.duties = duties;
        this.letters = letters;
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        LocalDate today = clock.today();
        boolean refused = "ODMOWA".equals(input.certificateOutcome());
        Party party = parties.get(input.partyIds().get(0));
        List<Dues.Line> arrears = dues.arrears(input.partyIds(), today);
        Map<String, Object> content = new HashMap<>();
        content.put("name", party.displayName());
        content.put("identifier", identifier(party));
        content.put("asOf", today);
        content.put("appliedOn", input.appliedOn());
        content.put("outcome", input.certificateOutcome());
        content.put("reason", input.certificateReason() == null ? "" : input.certificateReason());
        content.put("purpose", input.purposeText());
        content.put("arrears", arrears.stream().map(DraftCertificate::row).toList());
        content.put("total", arrears.stream().map(Dues.Line::total).reduce(BigDecimal.ZERO, BigDecimal::add));
        content.put("dutyNote", dutyNote(input));
        String letterId = letters.draft(
                new OfficeLetters.Draft(
                                input.caseNumber(),
                                refused ? Kind.ORDER : Kind.CERTIFICATE,
                                refused ? REFUSAL : CERTIFICATE,
                                title(input.certificateOutcome()),
                                content,
                                input.partyIds())
                        .settling(),
                call.idempotencyKey());
        return Answer.now(new Output(letterId));
    }

    private static String title(String outcome) {
        return switch (outcome) {
            case "ODMOWA" -> "o odmowie wydania zaświadczenia o niezaleganiu w podatkach";
            case "STAN_ZALEGLOSCI" -> "stwierdzające stan zaległości podatkowych";
            default -> "o niezaleganiu w podatkach";
        };
    }

    private static Row row(Dues.Line line) {
        return new Row(
                line.instalment() == null ? "koszty upomnienia" : "podatek, rata " + line.instalment(),
                line.caseNumber(),
                line.taxYear(),
                line.dueOn(),
                line.principal(),
                line.interest());
    }

    private static String identifier(Party party) {
        if (party.pesel() != null) {
            return "PESEL " + party.pesel();
        }
        return party.nip() != null ? "NIP " + party.nip() : party.regon() != null ? "REGON " + party.regon() : "";
    }

    private String dutyNote(Input input) {
        if (input.dutyAmount().signum() == 0) {
            return "Zaświadczenie nie podlega opłacie skarbowej: " + input.dutyBasis() + ".";
        }
        return duties.of(input.caseNumber())
                .filter(StampDuties.Duty::covered)
                .map(duty -> "Opłatę skarbową w kwocie " + Zloty.text(input.dutyAmount()) + " zapłacono "
                        + Zloty.day(duty.paidOn()) + " ("
                        + ("TRANSFER".equals(duty.proof()) ? "przelew na rachunek urzędu" : "dowód zapłaty w aktach")
                        + "), podstawa: " + input.dutyBasis() + ".")
                .orElse("");
    }
}
