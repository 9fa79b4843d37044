package pl.obieg.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The individual accounts: one per case, so that a payment to it needs no guess whose it is. */
@Repository
public class PayerAccounts {

    /** @param account NRB, 26 digits */
    public record PayerAccount(String account, String caseNumber) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final BankSettings settings;

    PayerAccounts(JdbcClient jdbc, Clock clock, BankSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** Opens the account of the case, or finds the one it has; parties not known to it are added. */
    PayerAccount open(String caseNumber, List<String> partyIds) {
        PayerAccount account = ofCase(caseNumber).orElseGet(() -> insert(caseNumber));
        for (String partyId : partyIds) {
            jdbc.sql("insert into ledger.payer_account_party (account, party_id) values (?, ?) on conflict do nothing")
                    .params(account.account(), partyId)
                    .update();
        }
        return account;
    }

    private PayerAccount insert(String caseNumber) {
        long number = jdbc.sql("select nextval('ledger.client_part')")
                .query(Long.class)
                .single();
        Nrb nrb = Nrb.individual(settings.sortCode(), settings.assignedId(), "%012d".formatted(number));
        jdbc.sql("""
                insert into ledger.payer_account (account, client_part, case_number, opened_at)
                values (?, ?, ?, ?) on conflict (case_number) do nothing
                """)
                .params(nrb.digits(), nrb.clientPart(), caseNumber, Timestamp.from(clock.instant()))
                .update();
        return ofCase(caseNumber).orElseThrow();
    }

    /** The account of the case. */
    public Optional<PayerAccount> ofCase(String caseNumber) {
        return find("case_number", caseNumber);
    }

    /** The account with this NRB. */
    public Optional<PayerAccount> byNrb(String nrb) {
        return find("account", nrb);
    }

    /** The account with these 12 digits of the office's own numbering. */
    public Optional<PayerAccount> byClientPart(String clientPart) {
        return find("client_part", clientPart);
    }

    /**
     * Holds the account until the end of the transaction. Whoever changes instalments of the account does this first,
     * so that two payments at once wait for each other and no order of locks can tangle.
     */
    void lock(PayerAccount account) {
        jdbc.sql("select account from ledger.payer_account where account = ? for update")
                .param(account.account())
                .query(String.class)
                .single();
    }

    private Optional<PayerAccount> find(String column, String value) {
        return jdbc.sql("select account, case_number from ledger.payer_account where " + column + " = ?")
                .param(value)
                .query(PayerAccount.class)
                .optional();
    }
}
