package pl.obieg.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.obieg.support.TestDatabase;

class SubmissionsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final Submissions submissions = new Submissions(DATABASE.jdbc());

    @Test
    void givesBackTheLetterWithItsAttachmentsInOrder() {
        Submission letter = letter("EPUAP", "1");

        Submissions.Accepted accepted = submissions.accept(letter);

        assertThat(accepted.isNew()).isTrue();
        assertThat(submissions.get(accepted.id()))
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(letter);
        assertThat(submissions.get(accepted.id()).attachments())
                .extracting(Submission.Attachment::fileName)
                .containsExactly("ZIN-1.xml", "akt.pdf");
    }

    @Test
    void storesARepeatedArrivalOnce() {
        Submissions.Accepted first = submissions.accept(letter("EPUAP", "2"));
        Submissions.Accepted again = submissions.accept(letter("EPUAP", "2"));

        assertThat(again).isEqualTo(new Submissions.Accepted(first.id(), false));
        assertThat(DATABASE.jdbc()
                        .sql("select count(*) from exchange.submission where external_id = '2'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(submissions.get(first.id()).attachments()).hasSize(2);
    }

    @Test
    void sameNumberInAnotherChannelIsAnotherLetter() {
        assertThat(submissions.accept(letter("EPUAP", "3")).isNew()).isTrue();
        assertThat(submissions.accept(letter("ADE", "3")).isNew()).isTrue();
    }

    @Test
    void askingForAnUnknownIdFails() {
        assertThatThrownBy(() -> submissions.get("none")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Submission letter(String channel, String externalId) {
        return new Submission(
                null,
                channel,
                externalId,
                "http://example.org/in-1",
                "IN-1",
                "Anna Żółć",
                "80010100011",
                "/anna/skrytka",
                "Informacja o nieruchomościach",
                Instant.parse("2026-11-20T10:15:30Z"),
                "a".repeat(64),
                "b".repeat(64),
                List.of(
                        new Submission.Attachment("ZIN-1.xml", "c".repeat(64)),
                        new Submission.Attachment("akt.pdf", "d".repeat(64))));
    }
}
