package pl.obieg.process.engine;

import java.util.function.Supplier;

/** Marks, in this thread, a deployment that may bring tables of the law pack in force. */
final class LawPackDeployment {

    /** Where its files lie. */
    static final String FOLDER = "decisions/prawo/";

    private static final ThreadLocal<Boolean> ALLOWED = ThreadLocal.withInitial(() -> false);

    private LawPackDeployment() {}

    static <T> T within(Supplier<T> deployment) {
        ALLOWED.set(true);
        try {
            return deployment.get();
        } finally {
            ALLOWED.remove();
        }
    }

    static boolean allowed() {
        return ALLOWED.get();
    }
}
