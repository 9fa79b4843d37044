package pl.obieg.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign letters of the office by hand, and from when to when (SG-01; OP art. 143). */
@Repository
public class Signatories {

    private static final String FIRST_NEWEST = " order by valid_to is not null, person, valid_from desc, id";

    private final JdbcClient jdbc;

    Signatories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All there ever were, those in force first. */
    @Transactional(readOnly = true)
    public List<Signatory> all() {
        return jdbc.sql("select * from delivery.signatory" + FIRST_NEWEST)
                .query(Signatories::row)
                .list();
    }

    /** Enters an authorisation. */
    @Transactional
    public void authorise(
            String login,
            String person,
            String post,
            List<LetterKind> kinds,
            String basis,
            LocalDate validFrom,
            LocalDate validTo) {
        jdbc.sql("""
                insert into delivery.signatory (login, person, post, letter_kinds, basis, valid_from, valid_to)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        login,
                        person,
                        post,
                        kinds.stream().map(Enum::name).toArray(String[]::new),
                        basis,
                        validFrom,
                        validTo)
                .update();
    }

    /** Ends an authorisation with the day; one that has not begun by then never holds. */
    @Transactional
    public void revoke(long id, LocalDate lastDay) {
        jdbc.sql("delete from delivery.signatory where id = ? and valid_from > ?")
                .params(id, lastDay)
                .update();
        jdbc.sql("update delivery.signatory set valid_to = ? where id = ? and (valid_to is null or valid_to > ?)")
                .params(lastDay, id, lastDay)
                .update();
    }

    /** Who may sign letters of the kind on the day, one line a person. */
    List<Signatory> authorised(LetterKind kind, LocalDate day) {
        return all().stream()
                .filter(one -> one.maySign(kind, day))
                .filter(distinctBy())
                .toList();
    }

    Optional<Signatory> authorised(String login, LetterKind kind, LocalDate day) {
        return authorised(kind, day).stream()
                .filter(one -> one.login().equals(login))
                .findFirst();
    }

    /** By the name in a certificate, which knows no login. */
    Optional<Signatory> authorisedByName(String person, LetterKind kind, LocalDate day) {
        return authorised(kind, day).stream()
                .filter(one -> one.person().equalsIgnoreCase(person))
                .findFirst();
    }

    private static java.util.function.Predicate<Signatory> distinctBy() {
        java.util.Set<String> seen = new java.util.HashSet<>();
        return one -> seen.add(one.login());
    }

    private static Signatory row(ResultSet row, int number) throws SQLException {
        return new Signatory(
                row.getLong("id"),
                row.getString("login"),
                row.getString("person"),
                row.getString("post"),
                Arrays.stream((String[]) row.getArray("letter_kinds").getArray())
                        .map(LetterKind::valueOf)
                        .toList(),
                row.getString("basis"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
