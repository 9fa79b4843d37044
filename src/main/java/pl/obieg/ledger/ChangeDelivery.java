package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.Instalment;
import pl.obieg.ledger.Corrections.Made;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.Payments.Counted;
import pl.obieg.ledger.Redating.Charged;
import pl.obieg.process.Reasons;

/**
 * The delivery of a decision that changed a charged tax (OP art. 254, art. 21 § 3) turned out otherwise. The decision it changed was delivered, so its
 * dates stay: only the raise is taken back (a decision binds from its delivery, art. 212) or dated anew (PT-65). A
 * reduction stays in the meantime, in favour of the party. Runs in the caller's transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class ChangeDelivery {

    private final Corrections corrections;
    private final PayerAccounts accounts;
    private final Payments payments;
    private final Redating redating;
    private final Recharge recharge;
    private final Reasons reasons;

    ChangeDelivery(
            Corrections corrections,
            PayerAccounts accounts,
            Payments payments,
            Redating redating,
            Recharge recharge,
            Reasons reasons) {
        this.corrections = corrections;
        this.accounts = accounts;
        this.payments = payments;
        this.redating = redating;
        this.recharge = recharge;
        this.reasons = reasons;
    }

    /** @param notBefore until then nobody may be dunned for what the decision raised */
    void suspend(Made made, LocalDate notBefore) {
        if (made.raised() && made.canBeUndone() && !made.suspended()) {
            again(
                    made,
                    null,
                    named(made, "Decyzji zmieniającej", "Decyzji określającej podatek")
                            + " jednak nie doręczono: do jej doręczenia podatek jest taki jak przed nią (art. 212"
                            + " Ordynacji podatkowej).");
        }
        corrections.stands(made.decisionNumber(), notBefore, made.raised() && made.canBeUndone());
    }

    /** The same day again changes nothing. */
    void redate(Made made, LocalDate legalDate) {
        if (!made.suspended() && legalDate.equals(made.legalDate())) {
            return;
        }
        if (made.raised() && made.canBeUndone()) {
            again(
                    made,
                    legalDate,
                    named(made, "Decyzję zmieniającą", "Decyzję określającą podatek")
                            + (isChanging(made)
                                    ? " doręczono innego dnia: podwyżkę liczy się od niego (PT-65; art. 47 § 1 Ordynacji"
                                            + " podatkowej)."
                                    : " doręczono innego dnia: terminy płatności pozostają ustawowe (PT-12, art. 21"
                                            + " § 3 Ordynacji podatkowej)."));
        }
        corrections.stands(made.decisionNumber(), legalDate, false);
    }

    /** One that determines a tax is kept by its assessment, which is no word for a reader. */
    private String named(Made made, String changing, String determining) {
        return isChanging(made)
                ? changing + " " + made.decisionNumber()
                : determining + " w sprawie " + made.changeCase();
    }

    private boolean isChanging(Made made) {
        return "DECISION".equals(redating.charged(made.receivableId()).regime());
    }

    /** Takes the change back and, if it is delivered, makes it anew. */
    private void again(Made made, LocalDate legalDate, String sentence) {
        PayerAccount account =
                accounts.byNrb(redating.charged(made.receivableId()).account()).orElseThrow();
        accounts.lock(account);
        Charged charged = redating.charged(made.receivableId());
        String basis = isChanging(made) ? "PT-14, art. 254 Ordynacji podatkowej" : DeclaredCorrection.BASIS;
        List<Counted> counted = payments.reverse(account.caseNumber(), sentence);
        redating.clear(account.account());
        List<String> steps = new ArrayList<>(List.of(sentence));
        BigDecimal before = recharge.tax(charged.id());
        List<Instalment> old = recharge.withOthersAtNothing(charged.id(), corrections.before(made));
        recharge.to(charged.id(), old, charged.dueFrom(), basis);
        if (legalDate != null) {
            steps.addAll(recharge.to(
                    charged.id(),
                    corrections.after(made),
                    "DETERMINED".equals(charged.regime()) ? null : legalDate,
                    basis));
            if (made.afterDelivery().signum() > 0) {
                recharge.addAfterDelivery(charged.id(), made.afterDelivery(), legalDate);
            }
        }
        recharge.total(charged.id());
        redating.settleAnew(charged, account, counted);
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Decyzja", named(made, "zmieniająca", "określająca podatek"));
        inputs.put("Przypisano dotąd", Zloty.text(before));
        inputs.put("Przypisano teraz", Zloty.text(recharge.tax(charged.id())));
        reasons.keep(made.changeCase(), charged.id(), "Doręczenie decyzji o innym podatku", inputs, steps);
    }
}
