package pl.obieg.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.calendar.ClockStop;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.calendar.TermRule;
import pl.obieg.calendar.TermUnit;

/** The statutory terms of cases, the days not counted in them (TIM-03) and the notices of a new date (TIM-04). */
@Repository
public class CaseTerms {

    private static final String COLUMNS = "select t.*, f.clerk from correspondence.case_term t"
            + " join correspondence.case_file f using (case_number) ";

    private final JdbcClient jdbc;
    private final StatutoryCalendar calendar;

    public CaseTerms(JdbcClient jdbc, StatutoryCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** A notice of a new date; {@code issuedOn} is {@code null} before the letter went out. */
    public record Notice(String cause, LocalDate oldEnd, LocalDate newEnd, LocalDate issuedOn) {}

    /**
     * What D16 was asked for.
     *
     * @param law {@code OP} or {@code KPA}
     * @param caseKind such as {@code FIRST_INSTANCE}; {@code null} for a term begun before it was kept
     */
    record Kind(String law, String caseKind) {}

    /** Begins a term; the same case once. */
    boolean begin(String caseNumber, LocalDate startedOn, TermRule rule, Kind kind, String approvers) {
        LocalDate end = calendar.end(startedOn, rule.amount(), rule.unit());
        return jdbc.sql("""
                        insert into correspondence.case_term (case_number, started_on, amount, unit, basis, law,
                                case_kind, warning_day, notice_day, approvers, ends_on)
                        select :case, :started, :amount, :unit, :basis, :law, :kind, :warning, :notice, :approvers,
                            :ends
                        where exists (select 1 from correspondence.case_file where case_number = :case)
                        on conflict (case_number) do nothing
                        """)
                        .param("case", caseNumber)
                        .param("started", startedOn)
                        .param("amount", rule.amount())
                        .param("unit", rule.unit().name())
                        .param("basis", rule.basis())
                        .param("law", kind.law())
                        .param("kind", kind.caseKind())
                        .param("warning", rule.warningDay())
                        .param("notice", rule.noticeDay())
                        .param("approvers", approvers)
                        .param("ends", end)
                        .update()
                == 1;
    }

    /**
     * Lets the term of a case run anew from another day: one that has ended begins another round, one that runs only
     * moves.
     *
     * @return whether another round began
     */
    boolean beginAnew(String caseNumber, LocalDate startedOn, TermRule rule) {
        LocalDate end = calendar.end(startedOn, rule.amount(), rule.unit());
        jdbc.sql("update correspondence.case_term set started_on = ?, ends_on = ?"
                        + " where case_number = ? and ended_on is null")
                .params(startedOn, end, caseNumber)
                .update();
        return jdbc.sql("""
                        update correspondence.case_term set rounds = rounds + 1, started_on = ?, ends_on = ?,
                                amount = ?, unit = ?, basis = ?, warning_day = ?, notice_day = ?, extended_to = null,
                                warned_on = null, confirmed_on = null, ended_on = null, ended_by = null,
                                complex_reason = null
                        where case_number = ? and ended_on is not null
                        """)
                        .params(
                                startedOn,
                                end,
                                rule.amount(),
                                rule.unit().name(),
                                rule.basis(),
                                rule.warningDay(),
                                rule.noticeDay(),
                                caseNumber)
                        .update()
                == 1;
    }

    /** The kind of a case whose term runs and that is not found complex yet. */
    Optional<Kind> ordinary(String caseNumber) {
        return jdbc.sql("select law, case_kind from correspondence.case_term"
                        + " where case_number = ? and ended_on is null and complex_reason is null for update")
                .param(caseNumber)
                .query(Kind.class)
                .optional();
    }

    /** From now on the longer rule holds, from the same first day; what was confirmed of the shorter one is forgotten. */
    void complex(String caseNumber, TermRule rule, String reason) {
        jdbc.sql("""
                update correspondence.case_term set amount = ?, unit = ?, basis = ?, warning_day = ?, notice_day = ?,
                    complex_reason = ?, warned_on = null, confirmed_on = null
                where case_number = ?
                """)
                .params(
                        rule.amount(),
                        rule.unit().name(),
                        rule.basis(),
                        rule.warningDay(),
                        rule.noticeDay(),
                        reason,
                        caseNumber)
                .update();
    }

    /** The name of this round of the case's term, unlike that of every other. */
    String roundOf(String caseNumber) {
        int round = jdbc.sql("select rounds from correspondence.case_term where case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .single();
        return round == 1 ? caseNumber : caseNumber + "#" + round;
    }

    /** What a case began with. */
    record Origin(String jrwaClass, String formCode) {}

    Optional<Origin> originOf(String caseNumber) {
        return jdbc.sql("""
                select f.jrwa_class, i.form_code from correspondence.case_file f
                left join correspondence.incoming i on i.submission_id = f.submission_id where f.case_number = ?
                """).param(caseNumber).query(Origin.class).optional();
    }

    /** The term of the case, also one that has ended. */
    public Optional<CaseTerm> of(String caseNumber) {
        return jdbc.sql(COLUMNS + "where t.case_number = ?")
                .param(caseNumber)
                .query(this::row)
                .optional();
    }

    /** Terms that run, the nearest end first, as of the last look at each. */
    public List<CaseTerm> running(int most) {
        return jdbc.sql(COLUMNS + "where t.ended_on is null order by t.ends_on, t.case_number limit ?")
                .param(most)
                .query(this::row)
                .list();
    }

    void seen(String caseNumber, LocalDate end) {
        jdbc.sql("update correspondence.case_term set ends_on = ? where case_number = ? and ends_on <> ?")
                .params(end, caseNumber, end)
                .update();
    }

    void warned(String caseNumber, LocalDate on) {
        jdbc.sql("update correspondence.case_term set warned_on = ? where case_number = ?")
                .params(on, caseNumber)
                .update();
    }

    void confirmed(String caseNumber, LocalDate on) {
        jdbc.sql("update correspondence.case_term set confirmed_on = ? where case_number = ?")
                .params(on, caseNumber)
                .update();
    }

    /** Ends the term, and with it every stop that is still open, so that none of them holds another round. */
    boolean end(String caseNumber, LocalDate on, String by) {
        jdbc.sql("update correspondence.term_stop set until_on = greatest(from_on, ?)"
                        + " where case_number = ? and until_on is null")
                .params(on, caseNumber)
                .update();
        return jdbc.sql("update correspondence.case_term set ended_on = ?, ended_by = ?"
                                + " where case_number = ? and ended_on is null")
                        .params(on, by, caseNumber)
                        .update()
                == 1;
    }

    /** From now on the days are not counted; the same key once. */
    boolean stop(String caseNumber, String key, ClockStop stop) {
        return jdbc.sql("""
                        insert into correspondence.term_stop (case_number, stop_key, from_on, until_on, reason)
                        select ?, ?, ?, ?::date, ? where exists
                            (select 1 from correspondence.case_term where case_number = ? and ended_on is null)
                        on conflict (case_number, stop_key) do nothing
                        """)
                        .params(
                                caseNumber,
                                key,
                                stop.from(),
                                stop.until(),
                                stop.reason().name(),
                                caseNumber)
                        .update()
                == 1;
    }

    /** The clock goes on after {@code last}, whoever stopped it; a stop that would be empty then is forgotten. */
    int resume(String caseNumber, LocalDate last) {
        return resume("case_number = ? and until_on is null", last, caseNumber);
    }

    /** As {@link #resume(String, LocalDate)}, but only the stop of the key ends: another one holds the clock further. */
    int resume(String caseNumber, String key, LocalDate last) {
        return resume("case_number = ? and stop_key = ? and until_on is null", last, caseNumber, key);
    }

    private int resume(String which, LocalDate last, Object... of) {
        List<Object> params = new ArrayList<>(List.of(of));
        params.add(last);
        int empty = jdbc.sql("delete from correspondence.term_stop where " + which + " and from_on > ?")
                .params(params)
                .update();
        params.remove(last);
        params.add(0, last);
        return empty
                + jdbc.sql("update correspondence.term_stop set until_on = ? where " + which)
                        .params(params)
                        .update();
    }

    void noticeDrafted(String letterId, String caseNumber, String cause, LocalDate oldEnd, LocalDate newEnd) {
        jdbc.sql("""
                insert into correspondence.term_notice (letter_id, case_number, cause, old_end, new_end)
                values (?, ?, ?, ?, ?) on conflict (letter_id) do nothing
                """).params(letterId, caseNumber, cause, oldEnd, newEnd).update();
    }

    /** The notice went out: its new date holds; empty if the letter is no notice or went out before. */
    Optional<Notice> noticeIssued(String letterId, LocalDate on) {
        Optional<Notice> notice =
                jdbc.sql("""
                update correspondence.term_notice set issued_on = ? where letter_id = ? and issued_on is null
                returning cause, old_end, new_end, issued_on
                """).params(on, letterId).query(Notice.class).optional();
        notice.ifPresent(one ->
                jdbc.sql("""
                update correspondence.case_term set extended_to = ?, ends_on = ?, warned_on = null, confirmed_on = null
                where case_number = (select case_number from correspondence.term_notice where letter_id = ?)
                """).params(one.newEnd(), one.newEnd(), letterId).update());
        return notice;
    }

    /** Notices of the case, the oldest first. */
    public List<Notice> notices(String caseNumber) {
        return jdbc.sql("select cause, old_end, new_end, issued_on from correspondence.term_notice"
                        + " where case_number = ? order by issued_on nulls last")
                .param(caseNumber)
                .query(Notice.class)
                .list();
    }

    void parties(String caseNumber, List<String> partyIds) {
        for (int at = 0; at < partyIds.size(); at++) {
            jdbc.sql("insert into correspondence.case_party values (?, ?, ?) on conflict do nothing")
                    .params(caseNumber, partyIds.get(at), at)
                    .update();
        }
    }

    List<String> parties(String caseNumber) {
        return jdbc.sql("select party_id from correspondence.case_party where case_number = ? order by position")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    /** To whom letters in the case went out, for a case whose parties no system told. */
    List<String> addressees(String caseNumber) {
        return jdbc.sql("select distinct unnest(party_ids) from correspondence.letter"
                        + " where case_number = ? and issued_on is not null order by 1")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    /** The letter the case began with; empty for a case ex officio. */
    Optional<String> submissionOf(String caseNumber) {
        return jdbc.sql("select submission_id from correspondence.case_file where case_number = ?"
                        + " and submission_id is not null")
                .param(caseNumber)
                .query(String.class)
                .optional();
    }

    private CaseTerm row(ResultSet row, int number) throws SQLException {
        String caseNumber = row.getString("case_number");
        LocalDate startedOn = row.getObject("started_on", LocalDate.class);
        return new CaseTerm(
                caseNumber,
                row.getString("law"),
                startedOn,
                new TermRule(
                        row.getInt("amount"),
                        TermUnit.valueOf(row.getString("unit")),
                        row.getString("basis"),
                        row.getInt("warning_day"),
                        row.getInt("notice_day")),
                stops(caseNumber, startedOn),
                row.getString("approvers"),
                row.getString("clerk"),
                row.getObject("extended_to", LocalDate.class),
                row.getString("complex_reason"),
                row.getObject("warned_on", LocalDate.class),
                row.getObject("confirmed_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("ended_by"));
    }

    /**
     * Noted stops and the calls: from the day after a call was written to the day it was answered or ran out. A call of
     * an earlier round holds none.
     */
    private List<ClockStop> stops(String caseNumber, LocalDate startedOn) {
        Stream<ClockStop> noted = jdbc
                .sql("select from_on, until_on, reason from correspondence.term_stop where case_number = ? order by id")
                .param(caseNumber)
                .query((row, number) -> new ClockStop(
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("until_on", LocalDate.class),
                        ClockStop.Reason.valueOf(row.getString("reason"))))
                .stream();
        Stream<ClockStop> calls = jdbc
                .sql(
                        "select written_at, ended_at from correspondence.party_call where case_number = ? order by written_at")
                .param(caseNumber)
                .query((row, number) -> call(day(row, "written_at").plusDays(1), day(row, "ended_at")))
                .stream()
                .flatMap(Optional::stream)
                .filter(stop -> !stop.from().isBefore(startedOn));
        return Stream.concat(noted, calls).toList();
    }

    private static Optional<ClockStop> call(LocalDate from, LocalDate until) {
        return until != null && until.isBefore(from)
                ? Optional.empty()
                : Optional.of(new ClockStop(from, until, ClockStop.Reason.PARTY));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column) == null
                ? null
                : LocalDate.ofInstant(row.getTimestamp(column).toInstant(), OfficeClock.WARSAW);
    }
}
