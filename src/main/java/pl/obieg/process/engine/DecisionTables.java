package pl.obieg.process.engine;

import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** The one configuration of the engine that evaluates decision tables; several plugins add to it, in any order. */
final class DecisionTables {

    private DecisionTables() {}

    static DefaultDmnEngineConfiguration of(ProcessEngineConfigurationImpl engine) {
        if (engine.getDmnEngineConfiguration() == null) {
            engine.setDmnEngineConfiguration(withCellsReadOnce());
        }
        return engine.getDmnEngineConfiguration();
    }

    /** A configuration that reads the text of each cell once. */
    static DefaultDmnEngineConfiguration withCellsReadOnce() {
        DefaultDmnEngineConfiguration tables =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        tables.setFeelEngineFactory(FeelReadOnce::new);
        return tables;
    }
}
