package pl.obieg.ledger.law;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import pl.obieg.process.Decisions;

/**
 * Dated data of the law from the tables of {@code decisions/prawo}. What was read is kept for ten minutes, so a new
 * version of a table counts ten minutes after its deployment at the latest. It is read for no case; a case that uses a
 * figure names the table and its version among its reasons.
 */
@Component
public class LegalFigures {

    /** A row of {@code progi-i-koszty}. */
    public enum Figure {
        /** ARR-01, zł. */
        KOSZT_UPOMNIENIA,
        /** ARR-05: times the cost of upomnienie. */
        KROTNOSC_PROGU_EGZEKUCJI,
        /** ARR-07, house rule. */
        DNI_DO_UPOMNIENIA,
        /** ARR-04. */
        DNI_Z_UPOMNIENIA,
        /** INT-04: interest up to this is not charged, zł. */
        ODSETKI_POMIJANE,
        /** PAY-02, zł. */
        WPLATA_OSOBY_TRZECIEJ,
        /** PAY-06: times the cost of upomnienie. */
        KROTNOSC_POSTANOWIENIA,
        /** OVP-02. */
        DNI_ZWROTU_NADPLATY,
        /** Reliefs of a year above it are listed in BIP (ustawa o finansach publicznych art. 37), zł. */
        ULGI_DO_WYKAZU
    }

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final String RATES = "stopa-odsetek";
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    private final Decisions decisions;
    private final Clock clock;
    private volatile Read read;

    public LegalFigures(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    private record Read(
            Instant at, InterestRates rates, Decisions.Reading ratesFrom, Map<String, Decisions.Reading> figures) {}

    /** All rates of interest. */
    public InterestRates rates() {
        Read read = fresh();
        decisions.used(read.ratesFrom());
        return read.rates();
    }

    /** @throws IllegalStateException if the table has no row for the day */
    public BigDecimal on(LocalDate day, Figure figure) {
        Decisions.Reading reading = fresh().figures()
                .computeIfAbsent(
                        figure + " " + day,
                        unused -> decisions.read("progi-i-koszty", Map.of("figure", figure.name(), "day", day)));
        if (reading.rows().size() != 1) {
            throw new IllegalStateException(
                    "The table progi-i-koszty gives " + reading.rows().size() + " rows for " + figure + " on " + day);
        }
        decisions.used(reading);
        return new BigDecimal(reading.rows().get(0).get("value").toString());
    }

    /** A multiple of the cost of upomnienie on the day, zł. */
    public BigDecimal timesCostOfUpomnienie(LocalDate day, Figure multiple) {
        return on(day, Figure.KOSZT_UPOMNIENIA).multiply(on(day, multiple));
    }

    /** The day up to which somebody compared the rates of interest with what was published (UR-26). */
    public LocalDate ratesCheckedUntil() {
        return LocalDate.parse(decisions
                .askOne("sprawdzono-do", Map.of("table", "stopa-odsetek"))
                .get("checkedUntil")
                .toString());
    }

    private Read fresh() {
        Read known = read;
        Instant now = clock.instant();
        if (known == null || now.isBefore(known.at()) || now.isAfter(known.at().plus(KEPT))) {
            Decisions.Reading newest = decisions.read(RATES, Map.of("day", END_OF_TIME));
            known = new Read(now, new InterestRates(readRates(newest.rows())), newest, new ConcurrentHashMap<>());
            read = known;
        }
        return known;
    }

    /** Walks the table back from its newest row. */
    private List<InterestRates.Rate> readRates(List<Map<String, Object>> newest) {
        List<InterestRates.Rate> rates = new ArrayList<>();
        LocalDate day = END_OF_TIME;
        List<Map<String, Object>> rows = newest;
        while (!rows.isEmpty()) {
            InterestRates.Rate rate = rate(rows.get(0));
            if (rate.from().isAfter(day)) {
                throw new IllegalStateException("In the table stopa-odsetek the row of " + rate.from() + " hits " + day
                        + ": its two dates differ");
            }
            rates.add(rate);
            day = rate.from().minusDays(1);
            rows = decisions.read(RATES, Map.of("day", day)).rows();
        }
        return rates;
    }

    /** The rate as the decision table answers it for one day, without the cache. */
    public static RateOnDay asked(Decisions decisions) {
        return day -> rate(decisions.askOne(RATES, Map.of("day", day)));
    }

    private static InterestRates.Rate rate(Map<String, Object> row) {
        return new InterestRates.Rate(
                LocalDate.parse(row.get("validFrom").toString()),
                new BigDecimal(row.get("rate").toString()));
    }
}
