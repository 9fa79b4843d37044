package pl.obieg.broken;

import org.springframework.beans.factory.annotation.Autowired;

/** Planted: injection into a field and through a setter. */
class InjectedField {

    @Autowired
    private String setting;

    @Autowired
    void setSetting(String setting) {
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
