package pl.obieg.documents.letters;

import freemarker.template.Configuration;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Numbers, amounts and dates as Polish letters write them. */
final class PolishWords {

    private static final Locale POLISH = new Locale("pl", "PL");
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("d MMMM yyyy 'r.'", POLISH);
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

    private PolishWords() {}

    static void shareWith(Configuration freemarker) {
        freemarker.setSharedVariable(
                "kwotaZl", (TemplateMethodModelEx) arguments -> new SimpleScalar(amount(number(arguments))));
        freemarker.setSharedVariable("slownie", (TemplateMethodModelEx)
                arguments -> new SimpleScalar(words(number(arguments).longValueExact())));
        freemarker.setSharedVariable("dzien", (TemplateMethodModelEx) arguments -> new SimpleScalar(
                LONG_DATE.format(LocalDate.parse(arguments.get(0).toString()))));
    }

    /** {@code 1234.5} → {@code 1 234,50 zł}, with spaces that do not break. */
    static String amount(BigDecimal zl) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(POLISH);
        symbols.setGroupingSeparator('\u00a0');
        return new DecimalFormat("#,##0.00", symbols).format(zl.setScale(2, RoundingMode.HALF_UP)) + "\u00a0zł";
    }

    /** A whole number in words, below a billion (10^12). */
    static String words(long number) {
        if (number == 0) {
            return "zero";
        }
        if (number < 0) {
            return "minus " + words(-number);
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
                text.append(SCALES[power][form(part)]).append(' ');
            }
        }
        return text.toString().strip();
    }

    private static String belowThousand(int number) {
        int rest = number % 100;
        String end = rest < 20 ? UNITS[rest] : (TENS[rest / 10] + " " + UNITS[rest % 10]).strip();
        return (HUNDREDS[number / 100] + " " + end).strip();
    }

    /** 0 for one, 1 for two to four, 2 for the rest: "tysiąc, tysiące, tysięcy". */
    private static int form(int number) {
        if (number == 1) {
            return 0;
        }
        boolean few = number % 10 >= 2 && number % 10 <= 4 && (number % 100 < 12 || number % 100 > 14);
        return few ? 1 : 2;
    }

    private static BigDecimal number(List<?> arguments) throws TemplateModelException {
        TemplateModel argument = (TemplateModel) arguments.get(0);
        if (argument instanceof TemplateNumberModel number) {
            return new BigDecimal(number.getAsNumber().toString());
        }
        throw new TemplateModelException("Oczekiwano liczby");
    }
}
