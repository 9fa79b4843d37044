/** The enforcement organ (tax office): takes titles as data, tells what it did, transfers what it collected. */
package pl.obieg.simulators.enforcement;
