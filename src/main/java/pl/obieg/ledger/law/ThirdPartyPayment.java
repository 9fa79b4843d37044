package pl.obieg.ledger.law;

import java.math.BigDecimal;

/** Who may pay a tax for somebody else: PAY-02, OP art. 62b §1. */
public final class ThirdPartyPayment {

    private ThirdPartyPayment() {}

    /** What the one who pays is to the taxpayer. */
    public enum Payer {
        /** Himself, a joint owner, or somebody who hands over the taxpayer's money: proxy, bookkeeper, cashier. */
        TAXPAYER("podatnik"),
        SPOUSE("małżonek"),
        DESCENDANT("dziecko albo wnuk"),
        ASCENDANT("rodzic albo dziadek"),
        STEPCHILD("pasierb"),
        SIBLING("brat albo siostra"),
        STEPPARENT("ojczym albo macocha"),
        /** Present owner of what a compulsory mortgage or a tax lien encumbers. */
        OWNER_OF_ENCUMBERED_THING("właściciel rzeczy obciążonej"),
        OTHER("inna osoba");

        private final String polish;

        Payer(String polish) {
            this.polish = polish;
        }

        /** For a clerk. */
        public String polish() {
            return polish;
        }
    }

    /** @param sentence Polish, with the article */
    public record Answer(boolean effective, String sentence) {}

    /**
     * @param tax the amount of the tax, not of the payment, zł
     * @param limitForAnybody zł, of the day of payment
     */
    public static Answer of(Payer payer, BigDecimal tax, BigDecimal limitForAnybody) {
        return switch (payer) {
            case TAXPAYER -> new Answer(true, "Zapłacił podatnik.");
            case SPOUSE, DESCENDANT, ASCENDANT, STEPCHILD, SIBLING, STEPPARENT ->
                new Answer(
                        true,
                        "Za podatnika może zapłacić członek najbliższej rodziny (art. 62b § 1 pkt 1 Ordynacji podatkowej).");
            case OWNER_OF_ENCUMBERED_THING ->
                new Answer(
                        true,
                        "Za podatnika może zapłacić właściciel rzeczy obciążonej hipoteką przymusową lub zastawem skarbowym (art. 62b § 1 pkt 2 Ordynacji podatkowej).");
            case OTHER ->
                tax.compareTo(limitForAnybody) <= 0
                        ? new Answer(
                                true,
                                "Podatek nie przekracza kwoty, do której może zapłacić każdy (art. 62b § 1 pkt 3 Ordynacji podatkowej).")
                        : new Answer(
                                false,
                                "Podatek przekracza kwotę, do której może zapłacić osoba niespokrewniona; wpłata nie gasi zobowiązania (art. 62b § 1 pkt 3 Ordynacji podatkowej).");
        };
    }
}
