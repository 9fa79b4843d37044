package pl.obieg.ledger.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.obieg.ledger.StatementProfile;

/**
 * The labelled parts of field 86. A payer can type {@code ; ID IPH: …} or {@code ; TNR: …} into the title; so labels
 * before the free text are sought only before it, and labels after it from the end.
 */
final class LineDetails {

    private record Found(String label, int from, int valueFrom) {}

    private final Map<String, String> values = new HashMap<>();

    private final String separator;

    private LineDetails(String separator) {
        this.separator = separator;
    }

    static LineDetails of(String field86, StatementProfile profile) {
        List<String> labels = profile.labels();
        Set<String> free = new HashSet<>(profile.freeText());
        int firstFree = firstIndex(labels, free);
        int lastFree = lastIndex(labels, free);

        int freeFrom = labels.stream()
                .filter(free::contains)
                .flatMap(label -> first(label, field86, 0, field86.length(), profile).stream())
                .mapToInt(Found::from)
                .min()
                .orElse(field86.length());
        List<Found> found = new ArrayList<>();
        for (String label : labels.subList(0, firstFree)) {
            first(label, field86, 0, freeFrom, profile).ifPresent(found::add);
        }
        int end = field86.length();
        for (int i = labels.size() - 1; i > lastFree; i--) {
            Optional<Found> last = last(labels.get(i), field86, freeFrom, end, profile);
            if (last.isPresent()) {
                found.add(last.get());
                end = last.get().from();
            }
        }
        int from = freeFrom;
        for (String label : labels.subList(firstFree, lastFree + 1)) {
            Optional<Found> next = first(label, field86, from, end, profile);
            if (next.isPresent()) {
                found.add(next.get());
                from = next.get().valueFrom();
            }
        }
        LineDetails details = new LineDetails(profile.separator());
        details.cut(field86, found);
        return details;
    }

    /** A text as the sender wrote it, runs of blanks reduced; {@code null} if there is none. */
    String text(String label) {
        String value = values.get(label);
        return value == null || value.isBlank() ? null : value.strip().replaceAll("\\s+", " ");
    }

    /** A number or reference: it ends at the separator, and all blanks in it are traces of the wrap. */
    String compact(String label) {
        String value = text(label);
        if (value == null) {
            return null;
        }
        int end = value.indexOf(separator);
        String number = (end < 0 ? value : value.substring(0, end)).replace(" ", "");
        return number.isEmpty() ? null : number;
    }

    private void cut(String field86, List<Found> found) {
        found.sort(Comparator.comparingInt(Found::from));
        for (int i = 0; i < found.size(); i++) {
            int end = i + 1 < found.size() ? found.get(i + 1).from() : field86.length();
            values.put(found.get(i).label(), field86.substring(found.get(i).valueFrom(), end));
        }
    }

    private static Optional<Found> first(String label, String text, int from, int to, StatementProfile profile) {
        Matcher matcher = pattern(label, profile).matcher(text).region(from, to);
        return matcher.find() ? Optional.of(found(label, matcher)) : Optional.empty();
    }

    private static Optional<Found> last(String label, String text, int from, int to, StatementProfile profile) {
        Matcher matcher = pattern(label, profile).matcher(text).region(from, to);
        Found last = null;
        while (matcher.find()) {
            last = found(label, matcher);
        }
        return Optional.ofNullable(last);
    }

    private static Found found(String label, Matcher matcher) {
        return new Found(label, matcher.start(), matcher.end());
    }

    /** The label behind a separator; a wrap may have put or swallowed blanks anywhere in it. */
    private static Pattern pattern(String label, StatementProfile profile) {
        String letters = label.replace(" ", "")
                .chars()
                .mapToObj(letter -> Pattern.quote(Character.toString(letter)))
                .collect(Collectors.joining("\\s*"));
        return Pattern.compile("(?:^|" + Pattern.quote(profile.separator()) + ")\\s*" + letters + "\\s*:");
    }

    private static int firstIndex(List<String> labels, Set<String> free) {
        for (int i = 0; i < labels.size(); i++) {
            if (free.contains(labels.get(i))) {
                return i;
            }
        }
        return labels.size();
    }

    private static int lastIndex(List<String> labels, Set<String> free) {
        for (int i = labels.size() - 1; i >= 0; i--) {
            if (free.contains(labels.get(i))) {
                return i;
            }
        }
        return labels.size() - 1;
    }
}
