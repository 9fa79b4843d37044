package pl.obieg.tax.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.tax.assessment.Assessment;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.AssessmentRow;
import pl.obieg.tax.assessment.DecisionFinality;
import pl.obieg.tax.assessment.DecisionReceipts;
import pl.obieg.tax.assessment.DecisionRegister;
import pl.obieg.tax.assessment.Finality;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.change.ChangeRegister;
import pl.obieg.tax.declaration.DeclarationRegister;
import pl.obieg.tax.declaration.TaxObject;
import pl.obieg.tax.declaration.Title;
import pl.obieg.tax.letter.ObjectWords;

/** What the screens of the tax system show: the list of declarations, and one case with the reasons of its tax. */
@Component
public class TaxPages {

    static final int PAGE_SIZE = 25;

    private static final Map<String, String> PURPOSES = Map.of("CORRECTION", "korekta", "OFFICE", "z urzędu");

    private final JdbcClient jdbc;
    private final DeclarationRegister declarations;
    private final AssessmentRegister assessments;
    private final DecisionRegister decisions;
    private final DecisionReceipts receipts;
    private final DecisionFinality finality;
    private final ChangeRegister changes;
    private final OfficeClock clock;

    public TaxPages(
            JdbcClient jdbc,
            DeclarationRegister declarations,
            AssessmentRegister assessments,
            DecisionRegister decisions,
            DecisionReceipts receipts,
            DecisionFinality finality,
            ChangeRegister changes,
            OfficeClock clock) {
        this.jdbc = jdbc;
        this.declarations = declarations;
        this.assessments = assessments;
        this.decisions = decisions;
        this.receipts = receipts;
        this.finality = finality;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * One page of the list.
     *
     * @param rows for the template: strings only
     */
    public record Page(List<Map<String, Object>> rows, int number, int pages, int found) {}

    /**
     * Newest first.
     *
     * @param search part of a case number, taxpayer's name or plot id; "" for all
     * @param page from 1
     */
    public Page list(String search, int page) {
        String pattern =
                "%" + search.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        String condition = """
                from tax.declaration d left join tax.assessment a on a.declaration_id = d.id
                where d.case_number ilike :search
                   or exists (select 1 from tax.declaration_taxpayer t
                              where t.declaration_id = d.id and t.display_name ilike :search)
                   or exists (select 1 from tax.taxable_object o
                              where o.declaration_id = d.id and o.plot_id ilike :search)
                """;
        int found = jdbc.sql("select count(*) " + condition)
                .param("search", pattern)
                .query(Integer.class)
                .single();
        int pages = Math.max(1, (found + PAGE_SIZE - 1) / PAGE_SIZE);
        int shown = Math.min(Math.max(1, page), pages);
        List<Map<String, Object>> rows = jdbc.sql(
                        """
                select d.case_number, d.form, d.tax_year, d.received_on, d.purpose, a.tax_due,
                       (select string_agg(t.display_name, ', ' order by t.position)
                        from tax.declaration_taxpayer t where t.declaration_id = d.id) as taxpayers
                """ + condition + " order by d.received_on desc, d.id limit :size offset :skip")
                .param("search", pattern)
                .param("size", PAGE_SIZE)
                .param("skip", (shown - 1) * PAGE_SIZE)
                .query((row, number) -> Map.<String, Object>of(
                        "caseNumber", row.getString("case_number"),
                        "form", row.getString("form"),
                        "year", row.getString("tax_year"),
                        "receivedOn", Polish.shortDate(row.getObject("received_on", LocalDate.class)),
                        "purpose", PURPOSES.getOrDefault(row.getString("purpose"), "złożenie"),
                        "taxpayers", row.getString("taxpayers") == null ? "" : row.getString("taxpayers"),
                        "tax",
                                row.getBigDecimal("tax_due") == null
                                        ? "nie obliczono"
                                        : Polish.zloty(row.getBigDecimal("tax_due"))))
                .list();
        return new Page(rows, shown, pages, found);
    }

    /** All declarations of a case, newest first, each with its assessment; empty if there is none. */
    public List<Map<String, Object>> ofCase(String caseNumber) {
        return jdbc
                .sql("select id from tax.declaration where case_number = ?"
                        + " order by replaced_by is not null, received_on desc, id")
                .param(caseNumber)
                .query(String.class)
                .list()
                .stream()
                .map(this::declaration)
                .toList();
    }

    /** Dates of payment before and after the change that the case is about; empty if it changes no decision. */
    public List<Map<String, Object>> changeOf(String caseNumber) {
        return changes.lines(caseNumber).stream()
                .map(line -> Map.<String, Object>of(
                        "date", Polish.date(line.date()),
                        "before", Polish.zloty(line.before()),
                        "after", Polish.zloty(line.after())))
                .toList();
    }

    private Map<String, Object> declaration(String id) {
        DeclarationRegister.Stored stored = declarations.get(id);
        Map<String, Object> view = new LinkedHashMap<>();
        boolean ofOffice = "OFFICE".equals(stored.declaration().purpose());
        view.put("form", ofOffice ? "Ustalenia urzędu" : stored.declaration().form());
        view.put("year", String.valueOf(stored.declaration().year()));
        view.put("receivedOn", Polish.date(stored.receivedOn()));
        view.put("taxpayers", String.join(", ", stored.taxpayerNames()));
        view.put("standings", standings(stored));
        view.put("acceptedOn", stored.acceptedOn() == null ? "" : Polish.date(stored.acceptedOn()));
        view.put("replaced", declarations.isReplaced(id));
        view.put("assessed", false);
        assessments.caseThatContains(id).ifPresent(other -> view.put("contained", other));
        assessments.ofDeclaration(id).ifPresent(assessment -> addAssessment(view, assessment, stored));
        return view;
    }

    private void addAssessment(
            Map<String, Object> view, AssessmentRegister.Stored stored, DeclarationRegister.Stored declaration) {
        List<TaxObject> objects = declarations.objects(stored.declarationIds());
        Map<String, String> names = names(declaration);
        Assessment tax = stored.assessment();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (AssessmentRow row : tax.rows()) {
            rows.add(ObjectWords.row(rows.size() + 1, row, objects.get(row.objectPosition())));
        }
        view.put("assessed", true);
        view.put("assessedOn", Polish.date(stored.assessedOn()));
        view.put("regime", "SELF".equals(stored.regime()) ? "samoobliczenie" : "decyzja ustalająca");
        view.put("rows", rows);
        view.put("kind", tax.kind().polish());
        view.put(
                "parts",
                tax.parts().stream()
                        .map(part -> Map.of(
                                "name", part.kind().polish(),
                                "total", Polish.money(part.total()),
                                "tax", Polish.zloty(part.taxDue())))
                        .toList());
        view.put(
                "others",
                stored.declarationIds().stream()
                        .filter(id -> !id.equals(stored.declarationId()))
                        .map(declarations::get)
                        .map(other -> other.declaration().form() + " (sprawa " + other.caseNumber() + ")")
                        .toList());
        view.put("total", Polish.money(tax.total()));
        view.put("tax", Polish.zloty(tax.taxDue()));
        view.put(
                "instalments",
                tax.instalments().stream()
                        .map(part -> Map.of(
                                "number", part.number().toString(),
                                "date", Polish.date(part.date()),
                                "amount", Polish.zloty(part.amount())))
                        .toList());
        decisions.of(stored.id()).ifPresent(issued -> view.put("decision", issued.decisionNumber()));
        finality.ofAssessment(stored.id()).ifPresent(end -> view.put("finality", sentence(end)));
        view.put(
                "deliveries",
                decisions.addressees(stored.id()).stream()
                        .map(one -> DeliveryView.of(
                                one,
                                names.getOrDefault(one.partyId(), ""),
                                one.deliveryId() == null ? List.of() : receipts.of(one.deliveryId())))
                        .toList());
    }

    /** Who owes the tax and who does not, and why (PT-02); nothing if all are owners. */
    private static List<Map<String, Object>> standings(DeclarationRegister.Stored stored) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int at = 0; at < stored.standings().size(); at++) {
            DeclarationRegister.Standing one = stored.standings().get(at);
            lines.add(Map.of(
                    "name", stored.taxpayerNames().get(at),
                    "title", one.title().polish(),
                    "because", one.because() == null ? "" : one.because()));
        }
        return stored.standings().stream().allMatch(one -> one.title() == Title.OWNER) ? List.of() : lines;
    }

    /** PT-53: final for nobody before it is final for all. */
    private String sentence(Finality end) {
        return end.finalOn()
                .map(day -> end.isFinalOn(clock.today())
                        ? "Decyzja jest ostateczna od " + Polish.date(day)
                                + ", o ile nikt się nie odwołał: minął termin odwołania wszystkich adresatów."
                        : "Decyzja stanie się ostateczna " + Polish.date(day) + ", jeżeli nikt się nie odwoła.")
                .orElse("Decyzja nie jest ostateczna: nie doręczono jej jeszcze wszystkim adresatom.");
    }

    private static Map<String, String> names(DeclarationRegister.Stored declaration) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int at = 0; at < declaration.partyIds().size(); at++) {
            names.put(
                    declaration.partyIds().get(at), declaration.taxpayerNames().get(at));
        }
        return names;
    }
}
