package pl.obieg.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/** A rule of a human step says no. The message is the Polish sentence for the clerk who tried. */
class TaskRefused extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    TaskRefused(String sentence) {
        super(sentence);
    }
}
