package pl.obieg.law;

import java.util.Set;

/** How the files of the law pack are called. */
final class PackFile {

    static final String TABLE = ".dmn";
    static final String EXAMPLES = ".examples.csv";
    static final String FREE_DAYS = "dni-wolne.csv";

    /** The book of rules and the words of codes: a pack may hold them, but they come with the program. */
    static final Set<String> WITH_THE_PROGRAM = Set.of("reguly.csv", "slowa.csv");

    private PackFile() {}

    /** {@code stawka-podatku} of {@code stawka-podatku.examples.csv}; "" if it is neither a table nor its examples. */
    static String key(String name) {
        for (String ending : new String[] {EXAMPLES, TABLE}) {
            if (name.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return "";
    }
}
