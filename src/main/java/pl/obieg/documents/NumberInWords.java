package pl.obieg.documents;

/** Whole numbers in Polish words, and nouns that go with numbers. */
public final class NumberInWords {

    private static final String[] UNITS = {
        "",
        "jeden",
        "dwa",
        "trzy",
        "cztery",
        "pięć",
        "sześć",
        "siedem",
        "osiem",
        "dziewięć",
        "dziesięć",
        "jedenaście",
        "dwanaście",
        "trzynaście",
        "czternaście",
        "piętnaście",
        "szesnaście",
        "siedemnaście",
        "osiemnaście",
        "dziewiętnaście"
    };
    private static final String[] TENS = {
        "",
        "",
        "dwadzieścia",
        "trzydzieści",
        "czterdzieści",
        "pięćdziesiąt",
        "sześćdziesiąt",
        "siedemdziesiąt",
        "osiemdziesiąt",
        "dziewięćdziesiąt"
    };
    private static final String[] HUNDREDS = {
        "", "sto", "dwieście", "trzysta", "czterysta", "pięćset", "sześćset", "siedemset", "osiemset", "dziewięćset"
    };
    private static final String[][] SCALES = {
        {"", "", ""},
        {"tysiąc", "tysiące", "tysięcy"},
        {"milion", "miliony", "milionów"},
        {"miliard", "miliardy", "miliardów"}
    };

    private NumberInWords() {}

    /**
     * {@code 968} becomes {@code dziewięćset sześćdziesiąt osiem}.
     *
     * @param number below 10^12, negative ones included
     */
    public static String of(long number) {
        if (number == 0) {
            return "zero";
        }
        if (number < 0) {
            return "minus " + of(-number);
        }
        StringBuilder text = new StringBuilder();
        long scale = 1_000_000_000L;
        for (int power = 3; power >= 0; power--, scale /= 1000) {
            int part = (int) (number / scale % 1000);
            if (part > 0) {
                // "tysiąc", not "jeden tysiąc"
                if (part > 1 || power == 0) {
                    text.append(belowThousand(part)).append(' ');
                }
                text.append(noun(part, SCALES[power][0], SCALES[power][1], SCALES[power][2]))
                        .append(' ');
            }
        }
        return text.toString().strip();
    }

    private static String belowThousand(int number) {
        int rest = number % 100;
        String end = rest < 20 ? UNITS[rest] : (TENS[rest / 10] + " " + UNITS[rest % 10]).strip();
        return (HUNDREDS[number / 100] + " " + end).strip();
    }

    /** The form of a noun after a number: 1 złoty, 2 złote, 5 złotych. */
    public static String noun(long number, String one, String few, String many) {
        if (number == 1) {
            return one;
        }
        long lastTwo = number % 100;
        long last = number % 10;
        return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? few : many;
    }
}
