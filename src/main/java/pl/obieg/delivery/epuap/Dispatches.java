package pl.obieg.delivery.epuap;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What was handed to WS-Doręczyciel, so that a UPD finds the dispatch it confirms. */
@Repository
class Dispatches {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate apart;

    Dispatches(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Kept even if the job that sent is rolled back: the letter is on its way. */
    void keep(String ownId, DoreczycielService.Order order, String deliveryId) {
        apart.executeWithoutResult(status -> jdbc.sql("""
                insert into delivery.epuap_dispatch (own_id, order_id, document_id, delivery_id, sent_at)
                values (?, ?, ?, ?, ?) on conflict (own_id) do nothing
                """)
                .params(ownId, order.orderId(), order.documentId(), deliveryId, Timestamp.from(clock.instant()))
                .update());
    }

    /** The order's id, which is the dispatch reference, by any of the identifiers a UPD may name. */
    Optional<String> orderOf(List<String> references) {
        if (references.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select order_id from delivery.epuap_dispatch
                where own_id in (:ids) or order_id in (:ids) or document_id in (:ids) limit 1
                """).param("ids", references).query(String.class).optional();
    }
}
