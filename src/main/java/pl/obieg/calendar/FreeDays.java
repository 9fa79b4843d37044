package pl.obieg.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of days free from work, {@code decisions/prawo/dni-wolne.csv}. It is data with dates, since the Sejm changes
 * it; a row that can't be read stops the start with a sentence that names the line.
 */
public final class FreeDays {

    /** Where it lies. */
    public static final String FILE = "decisions/prawo/dni-wolne.csv";

    private static final String HEADER = "dzień;od;do;nazwa;źródło";
    private static final int COLUMNS = 5;

    private final List<FreeDay> rows;

    private FreeDays(List<FreeDay> rows) {
        this.rows = rows;
    }

    /** The text of the office's own table in {@code directory} if there is one, else of the packaged one. */
    static String text(String directory) {
        Path own = directory.isBlank() ? null : Path.of(directory, FILE);
        try {
            if (own != null && Files.exists(own)) {
                return Files.readString(own);
            }
            try (InputStream packaged = FreeDays.class.getResourceAsStream("/" + FILE)) {
                if (packaged == null) {
                    throw new IllegalStateException("Nie ma pliku " + FILE + ".");
                }
                return new String(packaged.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalStateException with a Polish sentence that names the line */
    public static FreeDays of(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
            throw wrong(1, "nagłówek ma brzmieć \"" + HEADER + "\"");
        }
        List<FreeDay> rows = new ArrayList<>();
        for (int line = 2; line <= lines.size(); line++) {
            String row = lines.get(line - 1);
            if (!row.isBlank()) {
                rows.add(row(line, row, rows));
            }
        }
        if (rows.stream().noneMatch(row -> row.day().equals(FreeDay.SUNDAY))) {
            throw wrong(lines.size(), "brakuje wiersza \"" + FreeDay.SUNDAY + "\"");
        }
        return new FreeDays(List.copyOf(rows));
    }

    /** What holiday the day is; the feast comes before the Sunday it falls on. */
    Optional<String> name(LocalDate date) {
        return rows.stream()
                .filter(row -> row.covers(date))
                .sorted(java.util.Comparator.comparing(row -> row.day().equals(FreeDay.SUNDAY)))
                .map(FreeDay::name)
                .findFirst();
    }

    boolean contains(LocalDate date) {
        return rows.stream().anyMatch(row -> row.covers(date));
    }

    private static FreeDay row(int line, String row, List<FreeDay> before) {
        String[] cells = row.split(";", -1);
        if (cells.length != COLUMNS) {
            throw wrong(line, "ma być " + COLUMNS + " pól oddzielonych średnikami, a jest " + cells.length);
        }
        for (int column : new int[] {0, 3, 4}) {
            if (cells[column].isBlank()) {
                throw wrong(line, "puste pole \"" + HEADER.split(";")[column] + "\"");
            }
        }
        try {
            FreeDay read = FreeDay.of(cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip());
            if (before.stream().anyMatch(read::overlaps)) {
                throw wrong(line, "dzień \"" + read.day() + "\" jest już wpisany na ten czas");
            }
            return read;
        } catch (IllegalArgumentException unreadable) {
            throw wrong(line, unreadable.getMessage());
        }
    }

    private static IllegalStateException wrong(int line, String what) {
        return new IllegalStateException(FILE + ", wiersz " + line + ": " + what + ".");
    }
}
