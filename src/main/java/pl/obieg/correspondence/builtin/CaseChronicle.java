package pl.obieg.correspondence.builtin;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;
import pl.obieg.correspondence.CorrespondenceSystem.DocumentKind;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;

/**
 * Keeps in the case what other systems tell of it: the decision (or why there is none), how its delivery ended, what was charged. It stores in
 * the transaction of the fact; a fact told twice is stored once.
 */
@Component
@ConditionalOnProperty(name = "obieg.systems.ezd.binding", havingValue = "builtin", matchIfMissing = true)
public class CaseChronicle {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Map<OfficeLetters.Kind, DocumentKind> KINDS = Map.of(
            OfficeLetters.Kind.DECISION, DocumentKind.DECISION,
            OfficeLetters.Kind.FILE_DECISION, DocumentKind.DECISION,
            OfficeLetters.Kind.ORDER, DocumentKind.ORDER,
            OfficeLetters.Kind.LETTER, DocumentKind.OUTGOING,
            OfficeLetters.Kind.CERTIFICATE, DocumentKind.CERTIFICATE,
            OfficeLetters.Kind.DUNNING, DocumentKind.DUNNING,
            OfficeLetters.Kind.TITLE, DocumentKind.TITLE);
    private static final Map<String, String> ENDS = Map.of(
            "DELIVERED", "Pismo doręczono",
            "SUBSTITUTE", "Pismo doręczono zastępczo",
            "DEEMED", "Pismo uznano za doręczone",
            "REFUSED", "Adresat odmówił przyjęcia, pismo uznano za doręczone",
            "FAILED", "Pisma nie doręczono",
            "DEFECTIVE", "Doręczenie jest wadliwe");

    private static final Map<String, String> RULINGS = Map.of(
            "UTRZYMANA", "utrzymane w mocy",
            "ZMIENIONA", "uchylone ze zmianą podatku",
            "UMORZONA", "uchylone z umorzeniem postępowania",
            "DO_PONOWNEGO", "uchylone i przekazane do ponownego rozpatrzenia",
            "NIEDOPUSZCZALNE", "odwołanie niedopuszczalne",
            "PO_TERMINIE", "odwołanie po terminie",
            "BEZ_ROZPATRZENIA", "odwołanie pozostawiono bez rozpatrzenia",
            "AUTOKONTROLA", "uwzględnione przez organ");

    private final JdbcClient jdbc;
    private final CaseRecords cases;

    CaseChronicle(JdbcClient jdbc, CaseRecords cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    @EventListener
    @Transactional
    public void on(CaseFact.DecisionIssued fact) {
        if (!cases.exists(fact.caseNumber())) {
            return;
        }
        cases.file(fact.caseNumber(), DocumentKind.DECISION, "Decyzja " + fact.decisionNumber(), fact.documentId());
        jdbc.sql("update correspondence.decision set document_id = ?, issued_on = ? where decision_number = ?")
                .params(fact.documentId(), fact.issuedOn(), fact.decisionNumber())
                .update();
    }

    @EventListener
    @Transactional
    public void on(CaseFact.LetterIssued fact) {
        String number = fact.number() == null ? "" : " " + fact.number();
        cases.file(
                fact.caseNumber(),
                KINDS.get(fact.kind()),
                StringUtils.capitalize(fact.kind().polish()) + number + " " + fact.title(),
                fact.documentId());
        jdbc.sql("update correspondence.decision set document_id = ?, issued_on = ? where letter_id = ?")
                .params(fact.documentId(), fact.issuedOn(), fact.letterId())
                .update();
    }

    @EventListener
    @Transactional
    public void on(CaseFact.DecisionWithheld fact) {
        cases.note(fact.caseNumber(), "withheld " + fact.withheldOn(), "Wstrzymano wydanie decyzji. " + fact.reason());
    }

    @EventListener
    @Transactional
    public void on(CaseFact.DeliveryConcluded fact) {
        jdbc.sql("update correspondence.outgoing set delivery_status = ?, legal_date = ? where delivery_id = ?")
                .params(fact.status(), fact.legalDate(), fact.deliveryId())
                .update();
        String end = ENDS.getOrDefault(fact.status(), "Doręczenie zakończono");
        String number = jdbc.sql("select outgoing_number from correspondence.outgoing where delivery_id = ?")
                .param(fact.deliveryId())
                .query(String.class)
                .optional()
                .map(known -> " (" + known + ")")
                .orElse("");
        cases.note(
                fact.caseNumber(),
                "delivery " + fact.deliveryId() + " " + fact.status() + " " + fact.legalDate(),
                end + number + (fact.legalDate() == null ? "" : " ze skutkiem na dzień " + day(fact.legalDate()))
                        + ".");
    }

    @EventListener
    @Transactional
    public void on(CaseFact.DeclarationRecorded fact) {
        cases.note(
                fact.caseNumber(),
                "declaration " + fact.declarationId(),
                "Przyjęto " + fact.formCode() + " za rok " + fact.taxYear() + " do systemu podatkowego.");
    }

    @EventListener
    @Transactional
    public void on(CaseFact.TaxCharged fact) {
        cases.note(
                fact.caseNumber(),
                "charge " + fact.receivableId(),
                "Przypisano podatek za rok " + fact.taxYear() + ", liczba rat: "
                        + fact.instalments().size() + ".");
    }

    @EventListener
    @Transactional
    public void on(CaseFact.TaxRedated fact) {
        cases.note(
                fact.caseNumber(),
                "redating " + fact.receivableId() + " " + fact.legalDate(),
                "Terminy płatności i odsetki policzono na nowo: decyzję doręczono " + day(fact.legalDate()) + ".");
    }

    @EventListener
    @Transactional
    public void on(CaseFact.AppealFiled fact) {
        cases.note(
                fact.caseNumber(),
                "appeal " + fact.decisionNumber() + " " + fact.partyId(),
                "Od " + fact.decisionNumber() + " wniesiono odwołanie (" + day(fact.filedOn())
                        + "); rozstrzygnięcie nie jest ostateczne.");
    }

    @EventListener
    @Transactional
    public void on(CaseFact.AppealEnded fact) {
        cases.note(
                fact.caseNumber(),
                "appeal ended " + fact.decisionNumber() + " " + fact.endedOn(),
                "Odwołanie od " + fact.decisionNumber() + " rozpatrzono: "
                        + RULINGS.getOrDefault(fact.outcome(), "zakończone") + ".");
    }

    @EventListener
    @Transactional
    public void on(CaseFact.ApplicationTaken fact) {
        cases.note(
                fact.caseNumber(), "application " + fact.submissionId(), "Przyjęto wniosek: " + fact.subject() + ".");
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }
}
