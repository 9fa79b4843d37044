package pl.obieg.broken.simulators;

import pl.obieg.process.ProcedureMessage;

/** Planted: a simulator that knows the office from inside. */
class NosySimulator {

    ProcedureMessage shortcut(String key) {
        return new ProcedureMessage("ReceiptArrived", key, key);
    }
}
