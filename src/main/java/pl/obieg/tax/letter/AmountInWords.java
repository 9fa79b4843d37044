package pl.obieg.tax.letter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** An amount of zł and gr in Polish words: {@code dziewięćset sześćdziesiąt osiem złotych 00/100}. */
public final class AmountInWords {

    private static final String[] ONES = {
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
    private static final Noun ZLOTY = new Noun("złoty", "złote", "złotych");
    private static final Noun[] SCALES = {
        new Noun("", "", ""),
        new Noun("tysiąc", "tysiące", "tysięcy"),
        new Noun("milion", "miliony", "milionów"),
        new Noun("miliard", "miliardy", "miliardów")
    };

    private AmountInWords() {}

    /** A Polish noun by number. */
    private record Noun(String one, String few, String many) {

        String of(long number) {
            if (number == 1) {
                return one;
            }
            long lastTwo = number % 100;
            long last = number % 10;
            return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? few : many;
        }
    }

    /**
     * @param amount from 0 to below 10^12, at most two decimals
     * @throws IllegalArgumentException beyond that
     */
    public static String of(BigDecimal amount) {
        BigDecimal exact = amount.setScale(2, RoundingMode.UNNECESSARY);
        long zloty = exact.longValue();
        if (exact.signum() < 0 || zloty >= 1_000_000_000_000L) {
            throw new IllegalArgumentException("No words for such an amount");
        }
        int grosze = exact.remainder(BigDecimal.ONE).movePointRight(2).intValueExact();
        return words(zloty) + " " + ZLOTY.of(zloty) + " " + String.format("%02d/100", grosze);
    }

    private static String words(long number) {
        if (number == 0) {
            return "zero";
        }
        List<String> words = new ArrayList<>();
        for (int scale = SCALES.length - 1; scale >= 0; scale--) {
            int group = (int) (number / (long) Math.pow(1000, scale) % 1000);
            if (group == 0) {
                continue;
            }
            if (group > 1 || scale == 0) {
                words.addAll(belowThousand(group));
            }
            words.add(SCALES[scale].of(group));
        }
        return String.join(" ", words).strip();
    }

    private static List<String> belowThousand(int number) {
        List<String> words = new ArrayList<>();
        words.add(HUNDREDS[number / 100]);
        int rest = number % 100;
        if (rest < 20) {
            words.add(ONES[rest]);
        } else {
            words.add(TENS[rest / 10]);
            words.add(ONES[rest % 10]);
        }
        words.removeIf(String::isEmpty);
        return words;
    }
}
