package pl.obieg.ledger.law;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whose transfer it is, as far as the words of a bank statement tell (PAY-02). Cautious: only a name that has nothing in
 * common with any taxpayer is somebody else's.
 */
public final class PayerName {

    private static final int SHORTEST_WORD = 3;
    private static final int CUT_WORD = 5;

    /** Words that say nothing of who it is. */
    private static final Set<String> COMMON = Set.of(
            "SPOLKA",
            "OGRANICZONA",
            "ODPOWIEDZIALNOSCIA",
            "AKCYJNA",
            "JAWNA",
            "CYWILNA",
            "KOMANDYTOWA",
            "PARTNERSKA",
            "PROSTA",
            "ORGANIZACYJNA",
            "SKA",
            "PRZEDSIEBIORSTWO",
            "ZAKLAD",
            "FIRMA",
            "HANDLOWA",
            "USLUGOWA",
            "HANDLOWO",
            "USLUGOWE",
            "PRODUKCYJNE",
            "POLSKA",
            "FUNDACJA",
            "STOWARZYSZENIE",
            "WSPOLNOTA",
            "MIESZKANIOWA",
            "SPOLDZIELNIA");

    /** Kinship or power that the payer states: art. 62b § 1 pkt 1; a proxy pays the taxpayer's own money. */
    private static final Pattern DECLARED = Pattern.compile(
            "\\b(ZONA|ZONY|ZONE|MAZ|MEZA|MALZON\\w*|SYN|SYNA|CORK\\w*|OJC\\w*|OJCIEC|MATK\\w*|RODZIC\\w*|BRAT|BRATA|SIOSTR\\w*"
                    + "|WNUK\\w*|WNUCZ\\w*|DZIAD\\w*|BABC\\w*|PASIERB\\w*|OJCZYM\\w*|MACOCH\\w*|PELNOMOCN\\w*"
                    + "|UPOWAZNIEN\\w*|W IMIENIU|HIPOTE\\w*)\\b");

    /** It collects by force and pays what it took from the taxpayer. */
    private static final Pattern ENFORCEMENT =
            Pattern.compile("\\b(NACZELNIK URZEDU SKARBOWEGO|URZAD SKARBOWY|KOMORNIK\\w*)\\b");

    private PayerName() {}

    /** How the payer stands to the taxpayers. */
    public enum Relation {
        /** The bank told no name, or one word only. */
        UNKNOWN,
        /** The taxpayer, a joint owner, or somebody of the same surname. */
        TAXPAYER,
        /** Said in the title. */
        DECLARED,
        ENFORCEMENT,
        /** Plainly somebody else. */
        OTHER
    }

    /**
     * @param sender name, perhaps with address, as the bank gives it
     * @param taxpayers surname of a person, name of a body
     */
    public static Relation of(String sender, String title, List<String> taxpayers) {
        List<String> words = words(sender);
        if (words.size() < 2 || taxpayers.isEmpty()) {
            return Relation.UNKNOWN;
        }
        if (taxpayers.stream().flatMap(name -> words(name).stream()).anyMatch(name -> named(name, words))) {
            return Relation.TAXPAYER;
        }
        if (ENFORCEMENT.matcher(plain(sender)).find()) {
            return Relation.ENFORCEMENT;
        }
        return DECLARED.matcher(plain(title)).find() ? Relation.DECLARED : Relation.OTHER;
    }

    private static boolean named(String name, List<String> words) {
        return words.stream()
                .anyMatch(word -> word.equals(name)
                        || word.length() >= CUT_WORD && name.startsWith(word)
                        || name.length() >= CUT_WORD && word.startsWith(name));
    }

    private static List<String> words(String text) {
        return Arrays.stream(plain(text).split("[^A-Z0-9]+"))
                .filter(word -> word.length() >= SHORTEST_WORD && !COMMON.contains(word))
                .map(PayerName::withoutGender)
                .toList();
    }

    /** Kowalski and Kowalska, Nowy and Nowa are one surname. */
    private static String withoutGender(String word) {
        return word.length() >= CUT_WORD && word.matches(".*(SKI|SKA|CKI|CKA|DZKI|DZKA|NY|NA|WY|WA)")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    private static String plain(String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text.toUpperCase(Locale.ROOT).replace('Ł', 'L'), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "");
    }
}
