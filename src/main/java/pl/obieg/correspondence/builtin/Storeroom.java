package pl.obieg.correspondence.builtin;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Refusal;

/**
 * Where paper originals and carriers lie, and who has taken them out (OFF-10, OFF-11). Places are numbered in the order
 * of registration; an item leaves its place only on loan.
 */
@Repository
public class Storeroom {

    private final JdbcClient jdbc;
    private final Series series;
    private final OfficeClock clock;

    Storeroom(JdbcClient jdbc, Series series, OfficeClock clock) {
        this.jdbc = jdbc;
        this.series = series;
        this.clock = clock;
    }

    /** The two stores of an office with an EZD. */
    public enum Store {
        ORIGINALS("SCh", "skład chronologiczny"),
        CARRIERS("SIN", "skład informatycznych nośników danych");

        private final String code;
        private final String polish;

        Store(String code, String polish) {
            this.code = code;
            this.polish = polish;
        }

        /** As a clerk reads it. */
        public String polish() {
            return polish;
        }

        static Store of(String code) {
            return code.equals(ORIGINALS.code) ? ORIGINALS : CARRIERS;
        }
    }

    /**
     * One original or carrier.
     *
     * @param place {@code SCh/17/2026}, which its label shows
     * @param letterNumber {@code RPW/21/2026}
     * @param what Polish phrase: "oryginał, 3 strony"
     * @param lent the loan it is out on, {@code null} while it lies in its place
     */
    public record Item(String place, Store store, String letterNumber, String what, LocalDate storedOn, Loan lent) {}

    /**
     * A loan.
     *
     * @param borrower login
     * @param returnedOn {@code null} while it lasts
     */
    public record Loan(
            String borrower,
            String purpose,
            String lentBy,
            LocalDate lentOn,
            LocalDate dueOn,
            LocalDate returnedOn,
            String takenBackBy) {}

    /**
     * Gives the next place of the store to an item, in the transaction that registers its letter.
     *
     * @return the place
     */
    String put(Store store, String letterNumber, String what) {
        int year = clock.today().getYear();
        int number = series.next(store.code + "/" + year);
        String place = store.code + "/" + number + "/" + year;
        jdbc.sql("insert into correspondence.stored_item values (?, ?, ?, ?, ?, ?, ?)")
                .params(place, store.code, year, number, letterNumber, what, Timestamp.from(clock.instant()))
                .update();
        return place;
    }

    /** What lies in the place. */
    @Transactional(readOnly = true)
    public Optional<Item> find(String place) {
        return items("place", place).stream().findFirst();
    }

    /** The original and the carriers of a letter. */
    @Transactional(readOnly = true)
    public List<Item> ofLetter(String letterNumber) {
        return items("letter_number", letterNumber);
    }

    private List<Item> items(String column, String value) {
        return jdbc.sql("select * from correspondence.stored_item where " + column
                        + " = ? order by store, year, number")
                .param(value)
                .query((row, number) -> new Item(
                        row.getString("place"),
                        Store.of(row.getString("store")),
                        row.getString("letter_number"),
                        row.getString("what"),
                        LocalDate.ofInstant(row.getTimestamp("stored_at").toInstant(), OfficeClock.WARSAW),
                        loans(row.getString("place")).stream()
                                .filter(loan -> loan.returnedOn() == null)
                                .findFirst()
                                .orElse(null)))
                .list();
    }

    /** All loans of an item, the newest first. */
    @Transactional(readOnly = true)
    public List<Loan> loans(String place) {
        return jdbc.sql("""
                select borrower, purpose, lent_by, lent_on, due_on, returned_on, taken_back_by
                from correspondence.loan where place = ? order by id desc
                """).param(place).query(Loan.class).list();
    }

    /**
     * Lends an item.
     *
     * @param borrower login of who takes it
     * @param dueOn when it is to be back
     * @throws Refusal ITEM_NOT_FOUND, ITEM_LENT, BAD_DUE_DAY
     */
    @Transactional
    public void lend(String place, String borrower, String purpose, LocalDate dueOn, String lentBy) {
        Item item = locked(place);
        if (item.lent() != null) {
            throw new Refusal("ITEM_LENT", place + " jest już wypożyczony; najpierw odnotuj zwrot.");
        }
        if (dueOn.isBefore(clock.today())) {
            throw new Refusal("BAD_DUE_DAY", "Termin zwrotu nie może być w przeszłości.");
        }
        jdbc.sql("""
                insert into correspondence.loan (place, borrower, purpose, lent_by, lent_on, due_on)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(place, borrower, purpose, lentBy, clock.today(), dueOn)
                .update();
    }

    /**
     * Notes that an item is back in its place.
     *
     * @throws Refusal ITEM_NOT_FOUND, ITEM_NOT_LENT
     */
    @Transactional
    public void takeBack(String place, String takenBackBy) {
        locked(place);
        int ended = jdbc.sql("""
                update correspondence.loan set returned_on = ?, taken_back_by = ?
                where place = ? and returned_on is null
                """).params(clock.today(), takenBackBy, place).update();
        if (ended == 0) {
            throw new Refusal("ITEM_NOT_LENT", place + " nie jest wypożyczony.");
        }
    }

    private Item locked(String place) {
        jdbc.sql("select place from correspondence.stored_item where place = ? for update")
                .param(place)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refusal("ITEM_NOT_FOUND", "W składzie nie ma miejsca " + place + "."));
        return find(place).orElseThrow();
    }
}
