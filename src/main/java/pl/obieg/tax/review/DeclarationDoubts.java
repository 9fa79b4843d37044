package pl.obieg.tax.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.obieg.process.Decisions;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.DeclarationRegister;
import pl.obieg.tax.declaration.TaxObject;

/**
 * What in a declaration with the right sums calls for explanations (OP art. 274a § 2): the declaration beside the former one
 * of the same taxpayers and what is known of the year. The table {@code watpliwosci-deklaracji} holds the thresholds (UR-24).
 */
@Component
class DeclarationDoubts {

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private final JdbcClient jdbc;
    private final DeclarationRegister declarations;
    private final Reviews reviews;
    private final Decisions decisions;

    DeclarationDoubts(JdbcClient jdbc, DeclarationRegister declarations, Reviews reviews, Decisions decisions) {
        this.jdbc = jdbc;
        this.declarations = declarations;
        this.reviews = reviews;
        this.decisions = decisions;
    }

    /** What was compared, by Polish label, and the doubts as Polish sentences without personal data. */
    record Doubts(Map<String, String> compared, List<String> sentences) {}

    /** @param computed tax by the office, full zł */
    Doubts of(DeclarationRegister.Stored stored, BigDecimal computed) {
        Declaration now = stored.declaration();
        Optional<DeclarationRegister.Stored> former = former(stored);
        Map<String, String> compared = new LinkedHashMap<>();
        BigDecimal change = former.map(found -> found.declaration().declared().tax())
                .map(tax -> computed.subtract(tax).abs())
                .orElse(BigDecimal.ZERO);
        former.ifPresent(found -> compared.put(
                "Poprzednia deklaracja",
                "rok " + found.declaration().year() + ", sprawa " + found.caseNumber() + ", "
                        + (found.declaration().declared().tax() == null
                                ? "bez kwoty"
                                : Polish.zloty(found.declaration().declared().tax()))));
        Map<String, Object> inputs = Map.of(
                "year", now.year(),
                "changePercent", percent(change, former),
                "changeAmount", change,
                "eventDeclared",
                        tellsEvent(now)
                                || former.map(found -> tellsEvent(found.declaration()))
                                        .orElse(false),
                "vanishedObjects",
                        former.map(found -> vanished(found.declaration(), now)).orElse(0),
                "businessLandBare", isBusinessLandBare(now),
                "filedBefore",
                        !"CORRECTION".equals(now.purpose())
                                && former.filter(found -> now.year()
                                                .equals(found.declaration().year()))
                                        .isPresent(),
                "determinedBefore",
                        reviews.determinedElsewhere(stored.caseNumber(), stored.id())
                                .isPresent());
        return new Doubts(
                compared,
                decisions.ask("watpliwosci-deklaracji", inputs).stream()
                        .map(row -> row.get("doubtReason") + " (" + row.get("doubtBasis") + ")")
                        .toList());
    }

    /** The declaration before this one, in another case: of the same tax and exactly the same taxpayers, at most a year old. */
    private Optional<DeclarationRegister.Stored> former(DeclarationRegister.Stored stored) {
        return jdbc.sql("""
                select d.id from tax.declaration d
                where d.id <> :id and d.case_number <> :case and right(d.form, 3) = right(:form, 3)
                  and d.tax_year in (:year, :year - 1) and d.replaced_by is null and d.received_on <= :received
                  and array(select party_id from tax.declaration_taxpayer where declaration_id = d.id order by 1)
                    = array(select party_id from tax.declaration_taxpayer where declaration_id = :id order by 1)
                order by d.tax_year desc, d.received_on desc, d.id limit 1
                """)
                .param("id", stored.id())
                .param("case", stored.caseNumber())
                .param("form", stored.declaration().form())
                .param("year", stored.declaration().year())
                .param("received", stored.receivedOn())
                .query(String.class)
                .optional()
                .map(declarations::get);
    }

    private static BigDecimal percent(BigDecimal change, Optional<DeclarationRegister.Stored> former) {
        return former.map(found -> found.declaration().declared().tax())
                .filter(tax -> tax.signum() > 0)
                .map(tax -> change.multiply(HUNDRED).divide(tax, 2, RoundingMode.HALF_UP))
                .orElse(change.signum() > 0 ? HUNDRED : BigDecimal.ZERO);
    }

    /** An event, or a start within the year, explains another tax and other objects. */
    private static boolean tellsEvent(Declaration declaration) {
        return declaration.event() != null
                || declaration.since() != null && declaration.since().getDayOfYear() > 1;
    }

    private static int vanished(Declaration former, Declaration now) {
        List<String> left = new ArrayList<>(
                former.objects().stream().map(DeclarationDoubts::key).distinct().toList());
        now.objects().forEach(object -> left.remove(key(object)));
        return left.size();
    }

    private static String key(TaxObject object) {
        return object.kind() + "/" + (object.plotId() == null ? object.usage() : object.plotId());
    }

    private static boolean isBusinessLandBare(Declaration declaration) {
        return declaration.objects().stream()
                        .anyMatch(object -> "LAND".equals(object.kind())
                                && ("BUSINESS".equals(object.usage()) || Boolean.TRUE.equals(object.occupied())))
                && declaration.objects().stream().allMatch(object -> "LAND".equals(object.kind()));
    }
}
