package pl.obieg.delivery.edoreczenia;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.delivery.Evidence.Kind;
import pl.obieg.delivery.edoreczenia.UserAgentMessage.EvidenceEntry;

class EvidenceMeaningTest {

    private static final String NOON = "2026-02-03T12:00:00Z";
    private static final Supplier<String> NOT_ASKED = () -> {
        throw new AssertionError("the list alone decides");
    };

    @ParameterizedTest
    @CsvSource({
        "A.1, SENT",
        "A1, SENT",
        "B.1, SENT",
        "BP.WX, SENT",
        "BPWP, SENT",
        "D.1, INFLOW",
        "D1, INFLOW",
        "E.1, COLLECTED",
        "E1, COLLECTED",
        "A.2, FAILED",
        "H.PN, SENT",
        "H.DW, FAILED",
        "B.2, FAILED",
        "B.3, FAILED",
        "D.2, FAILED",
        "E.2, FAILED"
    })
    void codesMeanWhatRuleR9Says(String type, Kind kind) {
        EvidenceEntry entry = entry(type, NOON);
        assertThat(EvidenceMeaning.matters(entry)).isTrue();
        assertThat(EvidenceMeaning.kind(entry, List.of(entry), NOT_ASKED)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"D.3", "C2", "NEW"})
    void otherCodesDoNotMatter(String type) {
        assertThat(EvidenceMeaning.matters(entry(type, NOON))).isFalse();
    }

    @Test
    void receiptAfterCollectionProvesCollection() {
        EvidenceEntry receipt = entry("BP.OX", "2026-02-03T12:00:05Z");
        assertThat(EvidenceMeaning.kind(receipt, List.of(receipt, entry("E.1", NOON)), NOT_ASKED))
                .contains(Kind.COLLECTED);
    }

    @Test
    void receiptBeforeALateCollectionProvesTheLapse() {
        EvidenceEntry receipt = entry("BP.OX", NOON);
        assertThat(EvidenceMeaning.kind(receipt, List.of(receipt, entry("E.1", "2026-02-20T08:00:00Z")), NOT_ASKED))
                .contains(Kind.FICTION);
    }

    @Test
    void statusDecidesWhereTheListDoesNot() {
        EvidenceEntry receipt = entry("BP.OP", NOON);
        List<EvidenceEntry> alone = List.of(receipt);
        assertThat(EvidenceMeaning.kind(receipt, alone, () -> "Uznana za doręczoną"))
                .contains(Kind.FICTION);
        assertThat(EvidenceMeaning.kind(receipt, alone, () -> "Doręczona")).contains(Kind.COLLECTED);
        assertThat(EvidenceMeaning.kind(receipt, alone, () -> "Czeka na doręczenie"))
                .as("to be asked again")
                .isEmpty();
    }

    @Test
    void reasonOfLapseDecidesAtOnce() {
        EvidenceEntry receipt = new EvidenceEntry("e", "m", NOON, null, List.of("Upływ 14 dni"), "BP.OX");
        assertThat(EvidenceMeaning.kind(receipt, List.of(receipt), NOT_ASKED)).contains(Kind.FICTION);
    }

    @Test
    void dayIsThatOfWarsaw() {
        assertThat(EvidenceMeaning.date(entry("E.1", "2026-06-30T22:30:00Z"))).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(EvidenceMeaning.date(entry("E.1", "2026-06-30T23:30:00"))).isEqualTo(LocalDate.of(2026, 6, 30));
    }

    private static EvidenceEntry entry(String type, String date) {
        return new EvidenceEntry("e-" + type, "m", date, null, null, type);
    }
}
