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
import pl.obieg.documents.NumberInWords;

/** Numbers, amounts and dates as Polish letters write them. */
final class PolishWords {

    private static final Locale POLISH = new Locale("pl", "PL");
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("d MMMM yyyy 'r.'", POLISH);

    private PolishWords() {}

    static void shareWith(Configuration freemarker) {
        freemarker.setSharedVariable(
                "kwotaZl", (TemplateMethodModelEx) arguments -> new SimpleScalar(amount(number(arguments))));
        freemarker.setSharedVariable("slownie", (TemplateMethodModelEx)
                arguments -> new SimpleScalar(NumberInWords.of(number(arguments).longValueExact())));
        freemarker.setSharedVariable("dzien", (TemplateMethodModelEx) arguments -> new SimpleScalar(
                LONG_DATE.format(LocalDate.parse(arguments.get(0).toString()))));
    }

    /** {@code 1234.5} → {@code 1 234,50 zł}, with spaces that do not break. */
    static String amount(BigDecimal zl) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(POLISH);
        symbols.setGroupingSeparator('\u00a0');
        return new DecimalFormat("#,##0.00", symbols).format(zl.setScale(2, RoundingMode.HALF_UP)) + "\u00a0zł";
    }

    private static BigDecimal number(List<?> arguments) throws TemplateModelException {
        TemplateModel argument = (TemplateModel) arguments.get(0);
        if (argument instanceof TemplateNumberModel number) {
            return new BigDecimal(number.getAsNumber().toString());
        }
        throw new TemplateModelException("Oczekiwano liczby");
    }
}
