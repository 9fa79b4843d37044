package pl.obieg.broken;

import org.camunda.bpm.engine.RuntimeService;

/** Planted: a class outside the engine's package that uses the engine. */
class KnowsTheEngine {

    String version(RuntimeService runtime) {
        return runtime.toString();
    }
}
