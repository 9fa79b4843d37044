package pl.obieg.simulators.epuap;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the simulator is told to behave; kept in its database. */
@Component
class EpuapOrders {

    private final JdbcClient jdbc;

    EpuapOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A fault on order.
     *
     * @param mode none, refuse, timeout, twice, late or down
     * @param count how many calls it spoils
     * @param operation the only one it spoils, {@code null} for all: {@code dorecz}
     * @param millis how long timeout and late hold the answer, {@code null} for the usual
     */
    record Fault(String mode, Integer count, String operation, Long millis) {}

    void order(Fault fault) {
        set("mode", fault.mode());
        set("count", String.valueOf(fault.count() == null ? 1 : fault.count()));
        set("operation", fault.operation() == null ? "" : fault.operation());
        long usual = "late".equals(fault.mode()) ? 2_000 : 120_000;
        set("millis", String.valueOf(fault.millis() == null ? usual : fault.millis()));
    }

    /** The fault that spoils this call, if one does; it is used up by it. */
    synchronized String take(String operation) {
        String mode = get("mode").orElse("none");
        int count = Integer.parseInt(get("count").orElse("0"));
        String only = get("operation").orElse("");
        if (mode.equals("none") || count == 0 || !(only.isEmpty() || only.equals(operation))) {
            return "none";
        }
        set("count", String.valueOf(count - 1));
        return mode;
    }

    long millis() {
        return Long.parseLong(get("millis").orElse("0"));
    }

    /** {@code DELIVERED}: letters are collected at once; {@code OFF}: by hand. */
    void auto(String mode) {
        set("auto", mode);
    }

    boolean collectsAtOnce() {
        return get("auto").orElse("OFF").equals("DELIVERED");
    }

    /** For the page. */
    String summary() {
        return "awaria: " + get("mode").orElse("none") + " (pozostało wywołań: "
                + get("count").orElse("0") + "), odbiór automatyczny: "
                + get("auto").orElse("OFF");
    }

    private Optional<String> get(String name) {
        return jdbc.sql("select value from epuap.setting where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    private void set(String name, String value) {
        jdbc.sql("""
                insert into epuap.setting values (?, ?) on conflict (name) do update set value = excluded.value
                """).params(name, value).update();
    }
}
