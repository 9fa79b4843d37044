package pl.obieg.delivery.epuap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import pl.obieg.calendar.OfficeClock;

/** Times as {@code xsd:dateTime} writes them; without a zone they are Warsaw's. */
final class EpuapTime {

    private EpuapTime() {}

    static Optional<Instant> instant(String text) {
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof OffsetDateTime offset
                            ? offset.toInstant()
                            : ((LocalDateTime) time).atZone(OfficeClock.WARSAW).toInstant());
        } catch (DateTimeException strange) {
            return Optional.empty();
        }
    }

    static LocalDate date(Instant instant) {
        return instant.atZone(OfficeClock.WARSAW).toLocalDate();
    }
}
