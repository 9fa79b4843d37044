package pl.obieg.correspondence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Decisions;
import pl.obieg.process.Reasons;
import pl.obieg.process.Refusal;

/**
 * Of which class of the JRWA and of which unit a case is: the table D15 {@code klasa-akt} says so, never a model
 * (OFF-04).
 */
@Component
public class CaseClass {

    static final String TITLE = "Klasa akt i komórka";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Decisions decisions;
    private final Reasons reasons;
    private final OfficeClock clock;

    public CaseClass(Decisions decisions, Reasons reasons, OfficeClock clock) {
        this.decisions = decisions;
        this.reasons = reasons;
        this.clock = clock;
    }

    /**
     * What D15 says of a case opened today.
     *
     * @param jrwaClass {@code 3120}
     * @param orgUnit symbol of the unit, {@code FN}
     * @param category archival category, {@code B10}; the register of classes has the last word at closing
     * @param why Polish phrase
     */
    record Found(
            String procedure,
            String formCode,
            LocalDate day,
            String jrwaClass,
            String orgUnit,
            String category,
            String why) {}

    /**
     * @param procedure key of the procedure that opens the case
     * @param formCode of the form or kind of letter that began it, {@code null} if there is none
     * @throws Refusal UNKNOWN_CLASS if the table has no row for them
     */
    Found of(String procedure, String formCode) {
        LocalDate today = clock.today();
        Map<String, Object> asked = new HashMap<>();
        asked.put("procedure", procedure);
        asked.put("formCode", formCode);
        asked.put("day", today);
        Map<String, Object> row = decisions.ask("klasa-akt", asked).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "UNKNOWN_CLASS",
                        "Tabela „Klasa akt i kategoria archiwalna” nie wskazuje klasy dla procedury " + procedure
                                + (formCode == null ? "" : " i formularza " + formCode)
                                + ". Dopisz wiersz; klasy się nie wymyśla (OFF-04)."));
        return new Found(
                procedure,
                formCode,
                today,
                (String) row.get("jrwaClass"),
                (String) row.get("orgUnit"),
                (String) row.get("category"),
                (String) row.get("classReason"));
    }

    /** Keeps the answer with the case, once: before, the case had no number under which the engine could keep it. */
    void explain(String caseNumber, Found found) {
        if (reasons.of(caseNumber).stream().anyMatch(reason -> TITLE.equals(reason.title()))) {
            return;
        }
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Procedura", found.procedure());
        inputs.put("Formularz", found.formCode() == null ? "–" : found.formCode());
        inputs.put("Dzień założenia sprawy", DAY.format(found.day()));
        reasons.keep(
                caseNumber,
                caseNumber,
                TITLE,
                inputs,
                List.of(
                        found.why() + ": klasa " + found.jrwaClass() + ", komórka " + found.orgUnit() + ", kategoria "
                                + found.category() + " (tabela D15 „klasa-akt”; OFF-04).",
                        "Znak sprawy składa się z komórki, klasy, numeru ze spisu spraw i roku (OFF-01, OFF-02); sprawa"
                                + " zachowuje go do końca (OFF-03)."));
    }
}
