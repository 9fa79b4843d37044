package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.exchange.CaseFact;
import pl.obieg.ledger.law.BrokenRelief;
import pl.obieg.ledger.law.ProlongationFee;
import pl.obieg.ledger.law.ReliefPlan;
import pl.obieg.ledger.law.ReliefPlan.NewTerm;
import pl.obieg.ledger.law.ReliefPlan.Piece;

/** Reliefs as the ledger keeps them: who asked for what, the new terms, how it ended. */
@Repository
class ReliefRegister {

    /** What is asked for (OP art. 67a §1). */
    enum Kind {
        DEFERRAL,
        INSTALMENTS,
        /** Of the arrear, with its interest (OP art. 67a §2). */
        REMISSION,
        INTEREST_REMISSION,
        FEE_REMISSION;

        /** Whether it gives new terms instead of writing something off. */
        boolean setsTerms() {
            return this == DEFERRAL || this == INSTALMENTS;
        }
    }

    /** Where a relief stands. */
    enum Status {
        PENDING,
        GRANTED,
        /** All was paid as the decision says, or written off. */
        KEPT,
        /** A term was missed: the relief lapsed for it (OP art. 259 §1). */
        LAPSED,
        REFUSED,
        /** Left without a decision on the substance. */
        DROPPED
    }

    /** A relief; {@code remitted} in zł. */
    record Relief(
            String id,
            String caseNumber,
            String receivableId,
            Kind kind,
            boolean entrepreneur,
            LocalDate appliedOn,
            Status status,
            String ground,
            BigDecimal remitted,
            LocalDate decidedOn) {}

    /** A term as it was set. */
    record Term(int number, LocalDate dueOn, BigDecimal interest, BigDecimal fee, LocalDate lapsedOn) {}

    private static final String COLUMNS =
            "id, case_number, receivable_id, kind, entrepreneur, applied_on, status, ground, remitted, decided_on";

    private final JdbcClient jdbc;

    ReliefRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Relief> ofCase(String caseNumber) {
        return jdbc.sql("select " + COLUMNS + " from ledger.relief where case_number = ?")
                .param(caseNumber)
                .query(Relief.class)
                .optional();
    }

    Relief lock(String id) {
        return jdbc.sql("select " + COLUMNS + " from ledger.relief where id = ? for update")
                .param(id)
                .query(Relief.class)
                .single();
    }

    /** Notes the application, or what a clerk corrected in it. */
    String put(
            String caseNumber,
            String receivableId,
            Kind kind,
            boolean entrepreneur,
            LocalDate appliedOn,
            List<Integer> instalments) {
        String id = ofCase(caseNumber).map(Relief::id).orElse(UUID.randomUUID().toString());
        jdbc.sql("""
                insert into ledger.relief (id, case_number, receivable_id, kind, entrepreneur, applied_on, status)
                values (?, ?, ?, ?, ?, ?, 'PENDING') on conflict (case_number) do update set
                    receivable_id = excluded.receivable_id, kind = excluded.kind,
                    entrepreneur = excluded.entrepreneur, applied_on = excluded.applied_on
                """)
                .params(id, caseNumber, receivableId, kind.name(), entrepreneur, appliedOn)
                .update();
        jdbc.sql("delete from ledger.relief_due where relief_id = ?").param(id).update();
        instalments.forEach(number -> jdbc.sql("insert into ledger.relief_due values (?, ?)")
                .params(id, number)
                .update());
        return id;
    }

    /** Instalments of the tax that the applicant means, by number. */
    List<Integer> instalments(String id) {
        return jdbc.sql("select instalment_number from ledger.relief_due where relief_id = ? order by 1")
                .param(id)
                .query(Integer.class)
                .list();
    }

    /** Keeps what is to be decided; an earlier plan is replaced. */
    void plan(String id, ReliefPlan plan, BigDecimal remitted, String ground, LocalDate decidedOn, String feeBasis) {
        jdbc.sql("delete from ledger.relief_piece where relief_id = ?")
                .param(id)
                .update();
        jdbc.sql("delete from ledger.relief_term where relief_id = ?").param(id).update();
        for (NewTerm term : plan.terms()) {
            jdbc.sql("insert into ledger.relief_term (relief_id, number, due_on, interest, fee, fee_text)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(id, term.number(), term.dueOn(), term.interest(), term.fee(), ReliefSentences.fee(term))
                    .update();
            for (Piece piece : term.pieces()) {
                jdbc.sql("insert into ledger.relief_piece values (?, ?, ?, ?)")
                        .params(id, term.number(), piece.origin(), piece.principal())
                        .update();
            }
        }
        BigDecimal percent = plan.terms().stream()
                .flatMap(term -> term.pieces().stream())
                .map(Piece::fee)
                .filter(fee -> fee != null)
                .map(ProlongationFee::percent)
                .findFirst()
                .orElse(null);
        jdbc.sql("update ledger.relief set remitted = ?, ground = ?, decided_on = ?, fee_basis = ?,"
                        + " fee_percent = ? where id = ?")
                .params(remitted, ground, decidedOn, feeBasis, percent, id)
                .update();
    }

    List<Term> terms(String id) {
        return jdbc.sql("select number, due_on, interest, fee, lapsed_on from ledger.relief_term"
                        + " where relief_id = ? order by number")
                .param(id)
                .query(Term.class)
                .list();
    }

    /** Of the tax, by instalment, on one term. */
    TreeMap<Integer, BigDecimal> pieces(String id, int term) {
        TreeMap<Integer, BigDecimal> pieces = new TreeMap<>();
        jdbc.sql("select origin, principal from ledger.relief_piece where relief_id = ? and number = ?")
                .params(id, term)
                .query((row, number) -> pieces.put(row.getInt("origin"), row.getBigDecimal("principal")))
                .list();
        return pieces;
    }

    void decided(String id, Status status, LocalDate effectiveOn) {
        jdbc.sql("update ledger.relief set status = ?, effective_on = ? where id = ?")
                .params(status.name(), effectiveOn, id)
                .update();
    }

    void status(String id, Status status) {
        jdbc.sql("update ledger.relief set status = ? where id = ?")
                .params(status.name(), id)
                .update();
    }

    /** Missed terms the procedure was told of. */
    int missedSeen(String id) {
        return jdbc.sql("select missed_seen from ledger.relief where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    void missedSeen(String id, int missed) {
        jdbc.sql("update ledger.relief set missed_seen = ? where id = ?")
                .params(missed, id)
                .update();
    }

    void lapsed(String id, int term, LocalDate day, BrokenRelief.Ground ground) {
        jdbc.sql("update ledger.relief_term set lapsed_on = ?, lapse_ground = ? where relief_id = ? and number = ?")
                .params(day, ground.name(), id, term)
                .update();
    }

    /** What was written off for the relief; amounts in zł. */
    record WrittenOff(
            long id,
            String receivableId,
            int instalmentNumber,
            String kind,
            BigDecimal amount,
            String explanation,
            LocalDate writtenOn) {

        CaseFact.ArrearsWrittenOff fact(String taxCase) {
            boolean interest = "INTEREST".equals(kind);
            return new CaseFact.ArrearsWrittenOff(
                    taxCase,
                    receivableId,
                    instalmentNumber,
                    "W-" + id,
                    interest ? BigDecimal.ZERO : amount,
                    interest ? amount : BigDecimal.ZERO,
                    explanation,
                    writtenOn);
        }
    }

    List<WrittenOff> writtenOff(String id) {
        return jdbc.sql("select id, receivable_id, instalment_number, kind, amount, explanation, written_on"
                        + " from ledger.write_off where relief_id = ? order by id")
                .param(id)
                .query(WrittenOff.class)
                .list();
    }

    /** How many terms have lapsed, for whatever ground. */
    int lapsedTerms(String id) {
        return jdbc.sql("select count(*) from ledger.relief_term where relief_id = ? and lapsed_on is not null")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** What lapsed, without the first missed terms that were seen before. */
    List<BrokenRelief.Lapse> lapses(String id, int missedBefore) {
        record Row(int number, LocalDate dueOn, String lapseGround) {}
        List<BrokenRelief.Lapse> lapses = jdbc
                .sql("select number, due_on, lapse_ground from ledger.relief_term where relief_id = ?"
                        + " and lapsed_on is not null order by lapse_ground, lapsed_on, number")
                .param(id)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new BrokenRelief.Lapse(
                        new BrokenRelief.Term(row.number(), row.dueOn(), BrokenRelief.State.MISSED),
                        BrokenRelief.Ground.valueOf(row.lapseGround())))
                .toList();
        return lapses.subList(missedBefore, lapses.size());
    }

    boolean hasOpenTerms(String id) {
        return jdbc.sql(
                        "select exists (select from ledger.instalment where relief_id = ? and paid + written_off < amount)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Reliefs of the account that have terms to be paid. */
    List<Relief> withOpenTerms(String account) {
        return jdbc.sql("select " + COLUMNS + " from ledger.relief r where exists (select from ledger.instalment i"
                        + " join ledger.receivable d on d.id = i.receivable_id where d.account = ?"
                        + " and i.relief_id = r.id and i.paid + i.written_off < i.amount) order by case_number")
                .param(account)
                .query(Relief.class)
                .list();
    }
}
