package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.law.LegalFigures;
import pl.obieg.ledger.law.LegalFigures.Figure;
import pl.obieg.ledger.law.PayerName;
import pl.obieg.ledger.law.ThirdPartyPayment;
import pl.obieg.ledger.law.ThirdPartyPayment.Payer;

/**
 * Whether a transfer may be set against the tax of the account it names, as far as its payer goes (PAY-02, OP art. 62b).
 * House rule UR-32: a clerk is asked only if the tax is above the limit for anybody, the bank tells a name, the name has nothing
 * in common with any taxpayer of the account, the title states no kinship or power, and no clerk accepted a payment of
 * the same sender's account before.
 */
@Component
class PayerCheck {

    private final JdbcClient jdbc;
    private final Parties parties;
    private final LegalFigures law;

    PayerCheck(JdbcClient jdbc, Parties parties, LegalFigures law) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.law = law;
    }

    /** @return why a clerk must look at it, in Polish without names; empty if it may be set against the tax */
    Optional<String> doubt(PayerAccount account, String senderAccount, String sender, String title, LocalDate paidOn) {
        BigDecimal tax = tax(account);
        BigDecimal limit = law.on(paidOn, Figure.WPLATA_OSOBY_TRZECIEJ);
        boolean effective = ThirdPartyPayment.of(Payer.OTHER, tax, limit).effective();
        if (effective
                || PayerName.of(sender, title, taxpayers(account)) != PayerName.Relation.OTHER
                || accepted(account, senderAccount)) {
            return Optional.empty();
        }
        return Optional.of(
                "Nazwa wpłacającego nie wskazuje podatnika ze sprawy %s, a podatek %s przekracza %s, do których zapłacić może każdy. Ustal, kim wpłacający jest dla podatnika, albo zwróć wpłatę (PAY-02, art. 62b § 1 Ordynacji podatkowej)."
                        .formatted(account.caseNumber(), Zloty.text(tax), Zloty.text(limit.setScale(2))));
    }

    /** What the clerk found out; {@code sentence} says what follows. */
    ThirdPartyPayment.Answer judge(PayerAccount account, Payer payer, LocalDate paidOn) {
        return ThirdPartyPayment.of(payer, tax(account), law.on(paidOn, Figure.WPLATA_OSOBY_TRZECIEJ));
    }

    /** The next transfers of the same sender need no clerk. */
    void accept(PayerAccount account, String paymentId, Payer payer, LocalDate today) {
        jdbc.sql("""
                insert into ledger.accepted_payer (account, sender_account, relation, payment_id, accepted_on)
                select ?, sender_account, ?, id, ? from ledger.payment where id = ? and sender_account is not null
                on conflict (account, sender_account) do update set relation = excluded.relation
                """).params(account.account(), payer.name(), today, paymentId).update();
    }

    /** The highest tax on the account that is not settled; only its own amount counts, without interest and fees. */
    private BigDecimal tax(PayerAccount account) {
        return jdbc.sql("""
                select coalesce(max(x.tax), 0.00) from (select sum(i.amount) as tax from ledger.instalment i
                    join ledger.receivable r on r.id = i.receivable_id
                    where r.account = ? and r.balance > 0 and i.kind = 'TAX' group by r.id) x
                """).param(account.account()).query(BigDecimal.class).single();
    }

    private boolean accepted(PayerAccount account, String senderAccount) {
        return senderAccount != null
                && jdbc.sql(
                                "select exists (select from ledger.accepted_payer where account = ? and sender_account = ?)")
                        .params(account.account(), senderAccount)
                        .query(Boolean.class)
                        .single();
    }

    /** Surnames and names of all who owe on the account; a party the client base does not know says nothing. */
    private List<String> taxpayers(PayerAccount account) {
        return jdbc.sql("""
                select party_id from ledger.payer_account_party where account = :account union
                select p.party_id from ledger.receivable_party p join ledger.receivable r on r.id = p.receivable_id
                where r.account = :account
                """).param("account", account.account()).query(String.class).list().stream()
                .flatMap(id -> parties.find(id).stream())
                .map(party -> party.kind() == Party.Kind.NATURAL ? party.lastName() : party.name())
                .toList();
    }
}
