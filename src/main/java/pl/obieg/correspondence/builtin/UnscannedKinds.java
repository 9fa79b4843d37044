package pl.obieg.correspondence.builtin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of what is not scanned, as the head of the office set it (OFF-12). */
@Repository
public class UnscannedKinds {

    private final JdbcClient jdbc;

    UnscannedKinds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One reason.
     *
     * @param label Polish phrase
     * @param storedApart whether the original is kept elsewhere than in the skład chronologiczny
     */
    public record UnscannedKind(String code, String label, boolean storedApart) {}

    /** The reasons in force on the day, by label. */
    public List<UnscannedKind> on(LocalDate day) {
        return jdbc.sql("""
                select code, label, stored_apart from correspondence.unscanned_kind
                where valid_from <= :day and (valid_to is null or valid_to >= :day)
                order by label collate "pl-x-icu"
                """).param("day", day).query(UnscannedKind.class).list();
    }

    Optional<UnscannedKind> find(String code, LocalDate day) {
        return on(day).stream().filter(kind -> kind.code().equals(code)).findFirst();
    }
}
