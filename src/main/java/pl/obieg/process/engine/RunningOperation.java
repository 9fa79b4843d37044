package pl.obieg.process.engine;

import java.util.Optional;
import java.util.function.Supplier;

/** Knows, while an operation runs in this thread, the step that called it and the deployment its case began with. */
final class RunningOperation {

    /**
     * A step of a procedure.
     *
     * @param activityId its id in the model
     */
    record Step(String deploymentId, String procedure, int procedureVersion, String activityId) {}

    private static final ThreadLocal<Step> STEP = new ThreadLocal<>();

    private RunningOperation() {}

    static <T> T within(Step step, Supplier<T> work) {
        Step outer = STEP.get();
        STEP.set(step);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                STEP.remove();
            } else {
                STEP.set(outer);
            }
        }
    }

    static Optional<Step> step() {
        return Optional.ofNullable(STEP.get());
    }

    static Optional<String> deploymentId() {
        return step().map(Step::deploymentId);
    }
}
