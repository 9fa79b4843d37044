package pl.obieg.broken;

import java.time.LocalDate;

/** Planted: a day that no clock gives. */
class OwnTime {

    LocalDate today() {
        return LocalDate.now();
    }
}
