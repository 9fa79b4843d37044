package pl.obieg.ledger.law;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which instalment the payer names in the title of a transfer (PAY-04, OP art. 62 §1): {@code rata 2}, {@code II rata},
 * {@code rata 2/2026}. Cautious: a list, a range, a date, two years or anything else that can be read in two ways names
 * nothing, and the earliest due date decides.
 *
 * @param year of the tax; {@code null} if the title says none
 */
public record PayerWish(int number, Integer year) {

    private static final String NUMBER =
            "([1-9]\\d?|I{1,3}|IV|PIERWSZ[AEY]J?|DRUG[AI](?:EJ)?|TRZECI(?:A|EJ)|CZWART[AEY]J?)";
    private static final Pattern WORD = Pattern.compile("\\bRAT(?:A|E|Y|AMI|ACH|OM)?\\b");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)20\\d\\d(?!\\d)");
    private static final Pattern BEFORE = Pattern.compile("(?<![\\w.,;/+&-])" + NUMBER + "\\s?\\.?\\s*$");
    /** A list or range that goes on before the number. */
    private static final Pattern LISTED_BEFORE =
            Pattern.compile("(?:(?:(?<!\\d)\\d{1,2}|\\b[IV]+)\\.?\\s*[-–,;+&/]?|\\b(?:I|ORAZ|DO|A))\\s*$");

    private static final Pattern AFTER =
            Pattern.compile("^\\s*(?:(?:NR|NUMER)\\b\\.?\\s*)?" + NUMBER + "\\b(?!\\s*[.,;/]\\s*\\d)");
    /** A list or range that goes on after the number. */
    private static final Pattern LISTED_AFTER =
            Pattern.compile("^\\s*(?:[-–,;+&]|\\b(?:I|ORAZ|DO|A)\\b)\\s*(?:\\d|[IV]+\\b|DRUG|TRZECI|CZWART)");

    private static final Pattern WITH_YEAR = Pattern.compile("\\s*/\\s*(20\\d\\d)(?!\\d)");

    private static final Map<String, Integer> WORDS =
            Map.of("I", 1, "II", 2, "III", 3, "IV", 4, "PI", 1, "DR", 2, "TR", 3, "CZ", 4);

    /** What the title names without doubt. */
    public static Optional<PayerWish> in(String title) {
        String text = plain(title == null ? "" : title);
        Set<String> years = YEAR.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
        String bare = WITH_YEAR.matcher(text).replaceAll(" $1");
        Matcher word = WORD.matcher(bare);
        if (years.size() > 1 || !word.find()) {
            return Optional.empty();
        }
        String head = bare.substring(0, word.start());
        String tail = bare.substring(word.end());
        if (word.find()) {
            return Optional.empty();
        }
        Matcher before = BEFORE.matcher(head);
        Matcher after = AFTER.matcher(tail);
        boolean isBefore = before.find();
        boolean isAfter = after.find();
        boolean doubtful = isBefore == isAfter
                || isBefore
                        && LISTED_BEFORE
                                .matcher(head.substring(0, before.start(1)))
                                .find()
                || isAfter && LISTED_AFTER.matcher(tail.substring(after.end(1))).find();
        return doubtful
                ? Optional.empty()
                : Optional.of(new PayerWish(
                        number(isBefore ? before.group(1) : after.group(1)),
                        years.stream().map(Integer::valueOf).findFirst().orElse(null)));
    }

    private static int number(String text) {
        return Character.isDigit(text.charAt(0))
                ? Integer.parseInt(text)
                : WORDS.getOrDefault(text, WORDS.getOrDefault(text.substring(0, Math.min(2, text.length())), 0));
    }

    /** Capital letters without diacritics. A small "i" between words is a conjunction, not a Roman one. */
    private static String plain(String title) {
        boolean mixed = !title.equals(title.toUpperCase(Locale.ROOT));
        String said = mixed ? title.replaceAll("(?<![\\p{L}\\d])i(?![\\p{L}\\d])", "ORAZ") : title;
        return Normalizer.normalize(said.replace('ł', 'l').replace('Ł', 'L'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
    }
}
