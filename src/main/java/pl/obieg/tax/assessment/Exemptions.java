package pl.obieg.tax.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pl.obieg.process.Decisions;
import pl.obieg.process.Refusal;
import pl.obieg.tax.declaration.TaxObject;

/**
 * Exemptions of objects: by statute (table {@code zwolnienia}, §1.6, AG-05, AG-06) and by the council (PT-32, table
 * {@code zwolnienia-rady}). A claimed exemption that no table confirms is not granted silently, nor taken away silently:
 * a clerk has to look.
 */
@Component
public class Exemptions {

    private static final Pattern ARTICLE = Pattern.compile(
            "(?:art\\.?\\s*)?(\\d+[a-z]?)(?:(?:\\s*ust\\.?\\s*|\\.)(\\d+)(?:(?:\\s*pkt\\.?\\s*|\\.)(\\d+[a-z]*))?)?"
                    + "(?:[^0-9a-z.].*)?");

    private final Decisions decisions;

    public Exemptions(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * An exemption that applies.
     *
     * @param basis article or resolution
     * @param ground what is exempt, in Polish
     * @param onApplication whether it needs a decision on application first (AG-06)
     */
    public record Exemption(String basis, String ground, boolean onApplication) {}

    /**
     * @param position of the object in the declaration, from 0
     * @throws Refusal {@code EXEMPTION_UNKNOWN} if the claimed basis exempts no such object in that year,
     *     {@code EXEMPTION_BY_PERSON} if the council's exemption is by person (PT-31)
     */
    public Optional<Exemption> of(TaxKind tax, int position, TaxObject object, int year) {
        LandUse land = LandUse.of(object.egib());
        boolean occupied = Boolean.TRUE.equals(object.occupied());
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("tax", tax.name());
        inputs.put("claim", article(object.exemption()));
        inputs.put("kind", object.kind());
        inputs.put("egib", land.use());
        inputs.put("soilClass", land.soilClass());
        inputs.put("usage", object.usage());
        inputs.put("occupied", occupied);
        inputs.put("year", year);
        List<Map<String, Object>> rows = decisions.ask("zwolnienia", inputs);
        if (!rows.isEmpty()) {
            Map<String, Object> row = rows.get(0);
            return Optional.of(new Exemption(
                    (String) row.get("basis"), (String) row.get("ground"), (Boolean) row.get("onApplication")));
        }
        Optional<Exemption> ofCouncil = tax == TaxKind.PROPERTY ? ofCouncil(object, occupied, year) : Optional.empty();
        if (ofCouncil.isEmpty() && object.exemption() != null) {
            throw new Refusal(
                    "EXEMPTION_UNKNOWN",
                    "Przedmiot nr " + (position + 1) + ": powołane zwolnienie nie obejmuje takiego przedmiotu w roku "
                            + year + " według tabel „Zwolnienia ustawowe” i „Zwolnienia uchwalone przez radę”."
                            + " Sprawdź podstawę zwolnienia.");
        }
        return ofCouncil;
    }

    private Optional<Exemption> ofCouncil(TaxObject object, boolean occupied, int year) {
        if (object.usage() == null) {
            return Optional.empty();
        }
        return decisions
                .ask("zwolnienia-rady", Map.of("usage", object.usage(), "occupied", occupied, "year", year))
                .stream()
                .findFirst()
                .map(row -> {
                    if (!"OBJECT".equals(row.get("criterion"))) {
                        throw new Refusal(
                                "EXEMPTION_BY_PERSON",
                                "Zwolnienie z aktu: " + row.get("resolution")
                                        + " zależy od osoby podatnika. Rada może zwalniać tylko przedmioty"
                                        + " (art. 7 ust. 3 u.p.o.l.), więc nie wolno go zastosować.");
                    }
                    return new Exemption((String) row.get("resolution"), (String) row.get("ground"), false);
                });
    }

    /** {@code art. 7 ust. 1 pkt 6 u.p.o.l.} and {@code 7.1.6} are both {@code 7.1.6}; {@code null} if it is no article. */
    static String article(String claim) {
        if (claim == null) {
            return null;
        }
        Matcher matcher = ARTICLE.matcher(claim.strip());
        if (!matcher.matches()) {
            return null;
        }
        return Stream.of(matcher.group(1), matcher.group(2), matcher.group(3))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }
}
