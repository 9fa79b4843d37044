package pl.obieg.tax.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.Party;
import pl.obieg.process.Decisions;
import pl.obieg.tax.assessment.TaxKind;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.DeclarationRegister;

/** Who files which form by when: the table {@code tryb-skladania} (D01; PT-03 to PT-05, PT-07). */
@Component
public class FilingManner {

    private static final Pattern JANUARY = Pattern.compile("JANUARY_(\\d+)");
    private static final Pattern AFTER_EVENT = Pattern.compile("EVENT_(\\d+)_DAYS");

    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final StatutoryCalendar calendar;

    public FilingManner(JdbcClient jdbc, Decisions decisions, StatutoryCalendar calendar) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.calendar = calendar;
    }

    /** The form that who filed this had to file; nothing for a form the table does not know. */
    public Optional<String> requiredForm(Declaration declaration) {
        return declaration
                .filer()
                .flatMap(filer ->
                        row(declaration.form(), filer.kind(), declaration.coOwnsWithLegal(), declaration.objectKind()))
                .map(row -> (String) row.get("requiredForm"));
    }

    /** As {@link #requiredForm(Declaration)}, of a declaration that was taken over. */
    Optional<String> requiredForm(DeclarationRegister.Stored stored) {
        List<Party.Kind> kinds = jdbc.sql(
                        "select kind from tax.declaration_taxpayer where declaration_id = ? order by position")
                .param(stored.id())
                .query((row, number) -> Party.Kind.valueOf(row.getString("kind")))
                .list();
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        boolean withBody =
                kinds.get(0) == Party.Kind.NATURAL && kinds.stream().anyMatch(kind -> kind != Party.Kind.NATURAL);
        Declaration declaration = stored.declaration();
        return row(declaration.form(), kinds.get(0), withBody, declaration.objectKind())
                .map(row -> (String) row.get("requiredForm"));
    }

    /** The last day to file the tax of the form for the year, of who computes it himself (OP art. 12 § 5). */
    public LocalDate yearlyTerm(String form, int year) {
        int day = number(JANUARY, deadline(form))
                .orElseThrow(() -> new IllegalStateException("D01 names no day of January for " + form));
        return calendar.orNextWorkingDay(LocalDate.of(year, 1, day));
    }

    /**
     * PT-04, PT-07: the day of January of the year; 14 days from an event if that is later. A correction by the taxpayer's
     * own will has no term: {@code null}.
     */
    @Nullable
    LocalDate termOf(Declaration declaration) {
        LocalDate yearly = yearlyTerm(declaration.form(), declaration.year());
        if (declaration.eventDate() != null) {
            int days = number(AFTER_EVENT, deadline(declaration.form())).orElse(0);
            LocalDate afterEvent = calendar.endOfDays(declaration.eventDate(), days);
            return afterEvent.isAfter(yearly) ? afterEvent : yearly;
        }
        return "CORRECTION".equals(declaration.purpose()) ? null : yearly;
    }

    private String deadline(String form) {
        return row(form, Party.Kind.LEGAL, false, "OTHER")
                .map(row -> (String) row.get("filingDeadline"))
                .orElseThrow(() -> new IllegalStateException("D01 has no row for who computes the tax of " + form));
    }

    private Optional<Map<String, Object>> row(String form, Party.Kind kind, boolean withBody, String objectKind) {
        return decisions
                .ask(
                        "tryb-skladania",
                        Map.of(
                                "subjectKind",
                                kind.name(),
                                "coOwnsWithLegal",
                                withBody,
                                "objectKind",
                                objectKind,
                                "taxKind",
                                TaxKind.ofForm(form).name()))
                .stream()
                .findFirst();
    }

    private static Optional<Integer> number(Pattern pattern, String deadline) {
        Matcher matcher = pattern.matcher(deadline);
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
}
