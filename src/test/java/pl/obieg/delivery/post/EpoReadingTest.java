package pl.obieg.delivery.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import pl.obieg.delivery.Evidence;

class EpoReadingTest {

    @ParameterizedTest
    @CsvSource({
        "ADRESAT, SIGNED, ADDRESSEE, true",
        "PROKURENT, SIGNED, AUTHORISED, true",
        "UPOWAZNIONY_PRACOWNIK, SIGNED, EMPLOYEE_OF_SEAT, true",
        "PELNOMOCNIK_POCZTOWY, SIGNED, AUTHORISED, true",
        "PELNOLETNI_DOMOWNIK, SUBSTITUTE_SIGNED, ADULT_HOUSEHOLD, true",
        "SASIAD, SUBSTITUTE_SIGNED, NEIGHBOUR, true",
        "DOZORCA_DOMU, SUBSTITUTE_SIGNED, CARETAKER, true",
        "ADMINISTRACJA_DOMU, SUBSTITUTE_SIGNED, MANAGER, true",
        "SKRZYNKA_ODDAWCZA, SIGNED, AUTHORISED, false",
    })
    void receiverDecidesTheKind(String receiver, Evidence.Kind kind, String role, String signed) throws Exception {
        List<Evidence> evidence = read(
                "DORECZONA",
                "<doreczeniePrzesylki data='2026-02-03T23:30:00Z'" + " osobaOdbierajaca='x' podmiotDoreczenia='"
                        + receiver + "'/>");

        assertThat(evidence).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(kind);
            assertThat(one.date()).as("the day in Warsaw").isEqualTo(LocalDate.of(2026, 2, 4));
            assertThat(one.details()).containsEntry("receiverRole", role).containsEntry("receiverSignature", signed);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ODMOWA, REFUSED, REFUSED",
        "ADRESAT_NIE_PODJAL, RETURNED, NOT_COLLECTED",
        "NIE_PODJETO, RETURNED, NOT_COLLECTED",
        "ADRESAT_WYPROWADZIL_SIE, RETURNED, MOVED",
        "ADRESAT_ZMARL, RETURNED, DEAD",
        "ADRESAT_NIEZNANY, RETURNED, UNKNOWN",
        "ADRES_NIEPELNY, RETURNED, ADDRESS_INCOMPLETE",
        "ADRES_NIEZNALEZIONY, RETURNED, ADDRESS_INCOMPLETE",
        "INNA, RETURNED, UNCLEAR",
    })
    void causeOfReturnDecidesTheReason(String cause, Evidence.Kind kind, String reason) throws Exception {
        List<Evidence> evidence =
                read("ZWROT", "<zwrotPrzesylki przyczyna='" + cause + "' data='2026-02-18T10:00:00'/>");

        assertThat(evidence).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(kind);
            assertThat(one.details()).containsEntry("returnReason", reason);
        });
    }

    @Test
    void noticesAreReadInEveryState() throws Exception {
        String notice = "<awizoPrzesylki dataPierwszegoAwizowania='2026-02-03' dataDrugiegoAwizowania='2026-02-10'"
                + " miejscePozostawienia='DRZWI_MIESZKANIA'/>";

        assertThat(read("PONOWNE_AWIZO", notice))
                .extracting(Evidence::kind)
                .containsExactly(Evidence.Kind.FIRST_NOTICE, Evidence.Kind.SECOND_NOTICE);
        assertThat(read("PONOWNE_AWIZO", notice).get(0).details()).containsEntry("noticePlacedWhere", "DOOR");
    }

    @Test
    void statesUnderWayAreNoEvidence() throws Exception {
        for (String status : List.of("NIEZNANY", "NADANIE", "W_TRANSPORCIE", "W_DORECZENIU", "SMS", "CLO")) {
            assertThat(read(status, "")).isEmpty();
        }
    }

    private static List<Evidence> read(String status, String info) throws Exception {
        String xml = "<epo guid='G' numerNadania='00159007730000000019' statusEPO='" + status + "'><EPOInfo>" + info
                + "</EPOInfo></epo>";
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element epo = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        return EpoReading.read(epo);
    }
}
