package pl.obieg.simulators.post;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the simulated post behaves: what it does by itself, and which faults were ordered. */
@Repository("postSwitches")
public class Switches {

    private final JdbcClient jdbc;

    Switches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code OFF}, {@code DELIVERED}, {@code DEEMED} or {@code REFUSED}. */
    String auto() {
        return get("auto").orElse("OFF");
    }

    void auto(String mode) {
        set("auto", mode);
    }

    /** {@code operation} blank: every operation; {@code seconds} a timeout waits before it breaks off. */
    synchronized void order(String mode, int count, String operation, int seconds) {
        set("mode", mode);
        set("count", String.valueOf(count));
        set("operation", operation);
        set("seconds", String.valueOf(seconds));
    }

    String fault() {
        return get("mode").orElse("none");
    }

    int seconds() {
        return get("seconds").map(Integer::valueOf).orElse(0);
    }

    /** The fault that this call is to suffer; counts it. */
    synchronized String use(String operation) {
        String mode = fault();
        int left = get("count").map(Integer::valueOf).orElse(0);
        String only = get("operation").orElse("");
        if (left <= 0 || mode.equals("none") || !(only.isBlank() || only.equals(operation))) {
            return "none";
        }
        set("count", String.valueOf(left - 1));
        return mode;
    }

    private Optional<String> get(String name) {
        return jdbc.sql("select value from post.setting where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    private void set(String name, String value) {
        jdbc.sql("insert into post.setting values (?, ?) on conflict (name) do update set value = excluded.value")
                .params(name, value)
                .update();
    }
}
