package pl.obieg.process;

/** The output of an {@link Operation} that has nothing to tell. */
public record Nothing() {

    private static final Answer<Nothing> DONE = Answer.now(new Nothing());

    /** The answer "done". */
    public static Answer<Nothing> done() {
        return DONE;
    }
}
