package pl.obieg.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Lets a {@link TaskRefused} reach the person as what it is: HTTP 400 with the sentence. The engine wraps what a
 * listener throws and would answer 500 and log it as an error of the program.
 */
final class RefusedTasks {

    private RefusedTasks() {}

    /** Next to the command: brings out the refusal, which the engine does not log as an error. */
    static class Unwrapped extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (ProcessEngineException wrapped) {
                for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
                    if (cause instanceof TaskRefused refused) {
                        throw refused;
                    }
                }
                throw wrapped;
            }
        }
    }

    /** Next to the caller: REST answers only this exception with 400 when a task is completed. */
    static class AsFormError extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (BadUserRequestException refused) {
                if (command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd) {
                    throw new FormFieldValidationException(null, refused.getMessage(), refused);
                }
                throw refused;
            }
        }
    }
}
