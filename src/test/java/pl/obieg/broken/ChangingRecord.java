package pl.obieg.broken;

/** Planted: a record with a setter. */
record ChangingRecord(StringBuilder name) {

    void setName(String other) {
        name.replace(0, name.length(), other);
    }
}
