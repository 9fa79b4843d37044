package pl.obieg.process.engine;

import java.util.Optional;
import java.util.function.Supplier;

/** Knows, while an operation runs in this thread, the deployment that its case began with. */
final class RunningOperation {

    private static final ThreadLocal<String> DEPLOYMENT = new ThreadLocal<>();

    private RunningOperation() {}

    static <T> T within(String deploymentId, Supplier<T> work) {
        String outer = DEPLOYMENT.get();
        DEPLOYMENT.set(deploymentId);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                DEPLOYMENT.remove();
            } else {
                DEPLOYMENT.set(outer);
            }
        }
    }

    static Optional<String> deploymentId() {
        return Optional.ofNullable(DEPLOYMENT.get());
    }
}
