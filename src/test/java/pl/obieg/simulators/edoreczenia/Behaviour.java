package pl.obieg.simulators.edoreczenia;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Faults on order and what the addressees do by themselves. */
@Repository("edoreczeniaBehaviour")
class Behaviour {

    /** Which fault the next {@code count} calls it concerns will meet. */
    enum Fault {
        NONE,
        /** Sending is answered with 400 and an array of errors. */
        REFUSE,
        /** Sending is done but answered too late. */
        TIMEOUT,
        /** Every entry of a list of evidence stands in it twice. */
        TWICE,
        /** Evidence is not listed yet, and sending tasks are pending. */
        LATE,
        /** 503 on every call. */
        DOWN,
        /** The list of evidence is in a wrong order. */
        DISORDER,
        /** The list of sent messages is empty. */
        UNLISTED
    }

    /** What happens to a message as soon as it waits for its addressee. */
    enum Auto {
        OFF,
        DELIVERED,
        DEEMED,
        UNDELIVERED,
        REFUSED
    }

    private final JdbcClient jdbc;

    Behaviour(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void order(String fault, int count) {
        Fault wanted = Fault.valueOf(fault.toUpperCase(Locale.ROOT));
        jdbc.sql("update edoreczenia.behaviour set fault = ?, remaining = ?")
                .params(wanted.name(), wanted == Fault.NONE ? 0 : count)
                .update();
    }

    /** Whether this call meets the fault; if so, it is used up by one. */
    boolean meets(Fault fault) {
        return jdbc.sql("update edoreczenia.behaviour set remaining = remaining - 1 where fault = ? and remaining > 0")
                        .param(fault.name())
                        .update()
                == 1;
    }

    String ordered() {
        return jdbc.sql("select case when remaining > 0 then fault || ' × ' || remaining else 'NONE' end"
                        + " from edoreczenia.behaviour")
                .query(String.class)
                .single();
    }

    void auto(String auto) {
        jdbc.sql("update edoreczenia.behaviour set auto = ?")
                .param(Auto.valueOf(auto.toUpperCase(Locale.ROOT)).name())
                .update();
    }

    Auto auto() {
        return Auto.valueOf(jdbc.sql("select auto from edoreczenia.behaviour")
                .query(String.class)
                .single());
    }
}
