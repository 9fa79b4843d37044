package pl.obieg.delivery;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a clerk says against a delivery that its evidence, electronic or typed, shows as effective: a stranger signed, the day
 * is wrong, the letter never came. Nothing changes by it; the procedure {@code doreczenie-wadliwe} begins, where the case is
 * decided (DEL-08, DEL-10, DEL-11).
 */
@Service
public class Challenges {

    private static final Logger LOG = LoggerFactory.getLogger(Challenges.class);

    private final JdbcClient jdbc;
    private final DeliveryRegister register;
    private final EvidenceShelf shelf;
    private final ReceiptDesk desk;
    private final ReceiptFacts facts;
    private final Clock clock;

    Challenges(
            JdbcClient jdbc,
            DeliveryRegister register,
            EvidenceShelf shelf,
            ReceiptDesk desk,
            ReceiptFacts facts,
            Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.shelf = shelf;
        this.desk = desk;
        this.facts = facts;
        this.clock = clock;
    }

    /** What is true instead, as far as the clerk knows. */
    public enum Truth {
        UNKNOWN("nie wiadomo, do wyjaśnienia"),
        OTHER_DAY("pismo odebrano w innym dniu"),
        NOT_DELIVERED("pisma nie doręczono");

        private final String label;

        Truth(String label) {
            this.label = label;
        }

        /** Polish. */
        public String getLabel() {
            return label;
        }
    }

    /**
     * A challenge as the page of the delivery shows it.
     *
     * @param trueDay of {@link Truth#OTHER_DAY}, else {@code null}
     * @param raisedBy login
     */
    public record Challenge(
            Truth truth, LocalDate trueDay, String reason, String raisedBy, Instant raisedAt, boolean dismissed) {}

    /** Whether there is a delivery to question. */
    @Transactional(readOnly = true)
    public boolean possible(String deliveryId) {
        return DeliveryStatus.EFFECTIVE.contains(register.get(deliveryId).status());
    }

    /**
     * Questions the delivery; the clerks of the case are asked.
     *
     * @param day of {@link Truth#OTHER_DAY}, else {@code null}
     * @param clerk login
     * @throws IllegalArgumentException if the letter does not count as delivered
     */
    @Transactional
    public void raise(String deliveryId, Truth truth, LocalDate day, String reason, String clerk) {
        Dispatch deciding = facts.deciding(deliveryId)
                .filter(one -> possible(deliveryId))
                .orElseThrow(() -> new IllegalArgumentException("No delivery to question in " + deliveryId));
        Finding finding = facts.finding(deciding);
        long id = jdbc.sql("""
                insert into delivery.challenge (delivery_id, channel, reference, truth, true_day, reason, raised_by, raised_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .params(
                        deliveryId,
                        deciding.channel(),
                        deciding.reference(),
                        truth.name(),
                        truth == Truth.OTHER_DAY ? day : null,
                        reason,
                        clerk,
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        LOG.info("Delivery {} was questioned by {} ({})", deliveryId, clerk, truth);
        if (truth == Truth.UNKNOWN) {
            facts.challenge(deliveryId, id);
            return;
        }
        Evidence said = new Evidence(
                deciding.channel(),
                deciding.reference(),
                evidenceId(id),
                truth == Truth.OTHER_DAY ? received(finding) : Evidence.Kind.FAILED,
                truth == Truth.OTHER_DAY ? day : LocalDate.now(clock),
                details(truth, deciding, finding, clerk),
                null);
        shelf.alone(deciding.channel(), deciding.reference());
        shelf.replace(deciding.channel(), deciding.reference(), said.externalId());
        desk.receive(said);
    }

    /** All there ever were of the delivery, the newest first. */
    @Transactional(readOnly = true)
    public List<Challenge> of(String deliveryId) {
        return jdbc.sql("select * from delivery.challenge where delivery_id = ? order by id desc")
                .param(deliveryId)
                .query((row, number) -> new Challenge(
                        Truth.valueOf(row.getString("truth")),
                        row.getObject("true_day", LocalDate.class),
                        row.getString("reason"),
                        row.getString("raised_by"),
                        row.getTimestamp("raised_at").toInstant(),
                        row.getTimestamp("dismissed_at") != null))
                .list();
    }

    /** The clerks of the case left the result as it was: the evidence counts again as before. */
    @Transactional
    void dismiss(String deliveryId) {
        record Raised(long id, String channel) {}
        List<Raised> open = jdbc.sql("""
                update delivery.challenge set dismissed_at = ? where delivery_id = ? and dismissed_at is null
                returning id, channel
                """)
                .params(Timestamp.from(clock.instant()), deliveryId)
                .query((row, number) -> new Raised(row.getLong("id"), row.getString("channel")))
                .list();
        open.forEach(one -> shelf.restore(one.channel(), evidenceId(one.id())));
    }

    private static String evidenceId(long challenge) {
        return "ZASTRZEZENIE-" + challenge;
    }

    /** An e-delivery is collected, a letter is signed for, whatever was held to have happened. */
    private static Evidence.Kind received(Finding finding) {
        return switch (finding.kind()) {
            case COLLECTED, FICTION, INFLOW -> Evidence.Kind.COLLECTED;
            case SUBSTITUTE_SIGNED -> Evidence.Kind.SUBSTITUTE_SIGNED;
            case REFUSED -> Evidence.Kind.REFUSED;
            default -> Evidence.Kind.SIGNED;
        };
    }

    /** The other day is of the same receipt: who received it and how stays. */
    private Map<String, String> details(Truth truth, Dispatch dispatch, Finding finding, String clerk) {
        Map<String, String> details = new LinkedHashMap<>();
        if (truth == Truth.OTHER_DAY) {
            shelf.of(dispatch.channel(), dispatch.reference()).stream()
                    .filter(one -> one.kind() == received(finding))
                    .reduce((one, later) -> later)
                    .ifPresent(one -> details.putAll(one.details()));
        }
        details.put("enteredBy", clerk);
        details.put("enteredOn", LocalDate.now(clock).toString());
        return details;
    }
}
