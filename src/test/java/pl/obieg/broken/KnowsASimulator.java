package pl.obieg.broken;

import pl.obieg.simulators.OutsideWorld;

/** Planted: product code that uses a simulator. */
class KnowsASimulator {

    Class<?> outside() {
        return OutsideWorld.class;
    }
}
