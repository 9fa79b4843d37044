package pl.obieg.law;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Files of dated cases that were reckoned from the statutes by something else than this program; and properties of rules. */
final class GoldenCases {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Pattern PROPERTY =
            Pattern.compile("@Property(?:\\([^)]*\\))?(?:\\s+@\\w+(?:\\([^)]*\\))?)*\\s+(?:public )?void (\\w+)\\(");

    /**
     * A file with one case in each line below the head.
     *
     * @param source how its answers were found
     */
    private record GoldenFile(String path, String what, String statute, String source, String test) {

        long cases() {
            return RulePlaces.text(RESOURCES.resolve(path))
                            .lines()
                            .filter(line -> !line.isBlank())
                            .count()
                    - 1;
        }
    }

    private static final String OTHER_PROGRAM = "another program, exact fractions, from the text of the act";
    private static final List<GoldenFile> FILES = List.of(
            new GoldenFile(
                    "tax/golden-property.csv",
                    "property tax, its rows and instalments, 2023 to 2026",
                    "UPOL art. 3–6, column `statute`",
                    OTHER_PROGRAM,
                    "GoldenCasesTest"),
            new GoldenFile(
                    "tax/golden-land.csv",
                    "agricultural and forest tax, 2022 to 2026",
                    "UPR art. 4, 6, 12, UPL art. 4, column `statute`",
                    OTHER_PROGRAM,
                    "GoldenCasesTest"),
            new GoldenFile(
                    "calendar/days.csv",
                    "days that are free or not",
                    "ustawa z 18.01.1951, columns `rule`, `why`",
                    "the text of the act",
                    "GoldenTermsTest"),
            new GoldenFile(
                    "calendar/easter.csv",
                    "Easter of 41 years",
                    "ustawa z 18.01.1951 art. 1",
                    "the table of the Roman calendar",
                    "GoldenTermsTest"),
            new GoldenFile(
                    "calendar/terms.csv",
                    "ends of terms in days, weeks, months, years",
                    "OP art. 12, KPA art. 57, columns `rule`, `why`",
                    "counted in another way, the difficult ones by hand",
                    "GoldenTermsTest"),
            new GoldenFile(
                    "calendar/before.csv",
                    "days before an event",
                    "OP art. 190 § 1, KPA art. 79 § 1, house rule UR-09",
                    "by hand, column `why`",
                    "GoldenTermsTest"),
            new GoldenFile(
                    "calendar/filings.csv",
                    "letters in time or late",
                    "OP art. 12 § 6, KPA art. 57 § 5",
                    "by hand, column `why`",
                    "GoldenTermsTest"),
            new GoldenFile(
                    "calendar/proceedings.csv",
                    "terms of cases with stopped clocks",
                    "OP art. 139–140, KPA art. 35–36, column `rule`",
                    "by hand, column `why`",
                    "TermTest"),
            new GoldenFile(
                    "ledger/odsetki-wyrocznia.csv",
                    "interest over changes of the rate, free spans, both rates",
                    "OP art. 53 § 4, 54 § 1, 56, 56a, 63",
                    OTHER_PROGRAM,
                    "InterestTest"),
            new GoldenFile(
                    "ledger/zaliczenie-wyrocznia.csv",
                    "payments divided between costs, principal, interest",
                    "OP art. 55 § 2, 62, 63 § 3",
                    OTHER_PROGRAM,
                    "AllocationTest"));

    private GoldenCases() {}

    static long count() {
        return FILES.stream().mapToLong(GoldenFile::cases).sum();
    }

    /** Files of cases in the folders of the tests, which the page has to name. */
    static Set<String> inTheFolders() {
        return RulePlaces.files(RESOURCES)
                .filter(file -> file.toString().endsWith(".csv"))
                .map(file -> RESOURCES.relativize(file).toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> onThePage() {
        return FILES.stream().map(GoldenFile::path).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The part of the page. */
    static String section() {
        StringBuilder text = new StringBuilder("""

                ## Golden cases

                %d dated cases in `src/test/resources`, each reckoned from the statute and not by this program. The worked
                examples of the rule book (E, P, I, A, D, T) are tests of these names; `WorkedExamplesGuardTest` lists them.

                | File | Cases | What | Statute | Reckoned by | Test |
                |---|---|---|---|---|---|
                """.formatted(count()));
        for (GoldenFile file : FILES) {
            text.append("| `%s` | %d | %s | %s | %s | `%s` |\n"
                    .formatted(file.path(), file.cases(), file.what(), file.statute(), file.source(), file.test()));
        }
        text.append("""

                ## Properties

                What must hold for every case, tried with hundreds of random ones.

                | Property | Test |
                |---|---|
                """);
        RulePlaces.files(Path.of("src/test/java")).forEach(file -> {
            Matcher property = PROPERTY.matcher(RulePlaces.text(file));
            while (property.find()) {
                text.append("| %s | `%s` |\n"
                        .formatted(
                                words(property.group(1)),
                                file.getFileName().toString().replace(".java", "")));
            }
        });
        return text.toString();
    }

    private static String words(String method) {
        return method.replaceAll("_.*", "")
                .replaceAll("(?<=[a-z])(?=[A-Z0-9])", " ")
                .replaceAll("(?<=[a-zA-Z])(?=[A-Z][a-z])", " ")
                .replaceAll(" +", " ")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
