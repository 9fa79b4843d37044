package pl.obieg.process;

/**
 * What an {@link Operation} says: its output now, or that the reply comes later (a file, a bus message, a callback). In
 * the second case the service task stays open until {@link Replies} is told the reply under the same correlation id.
 */
public sealed interface Answer<O extends Record> {

    /** The output is here; the procedure goes on. */
    record Now<O extends Record>(O output) implements Answer<O> {}

    /** The reply will come under {@code correlationId}, unique among all open calls. */
    record Later<O extends Record>(String correlationId) implements Answer<O> {}

    /** Answers at once. */
    static <O extends Record> Answer<O> now(O output) {
        return new Now<>(output);
    }

    /** Promises the answer for later. */
    static <O extends Record> Answer<O> later(String correlationId) {
        return new Later<>(correlationId);
    }
}
