package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.simulators.town.Town;
import pl.obieg.tax.declaration.FormMappings;
import pl.obieg.tax.review.FilingManner;

/** Which declarations speak of the same matter. */
class DeclarationMatterTest {

    private final TaxOffice office = new TaxOffice();
    private final DeclarationMatter matter =
            new DeclarationMatter(office.get(FormMappings.class), office.get(FilingManner.class));

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void correctionOfTheSameCompanyAndYear() {
        assertThat(dn1(Declarations.dn1Correction(1, 2026))).containsAll(dn1(Declarations.dn1WithWrongSum(1, 2026)));
    }

    @Test
    void rightFormAnswersTheCallAboutAWrongOne_PT05() {
        String alone = Declarations.in1(8, 2026);
        String withCompany = alone.replace(
                "</Podatnicy>",
                "<Podatnik rodzaj=\"OSOBA_PRAWNA\"><PelnaNazwa>Spółka</PelnaNazwa><NIP>"
                        + Town.company(8).nip() + "</NIP></Podatnik></Podatnicy>");
        assertThat(withCompany).isNotEqualTo(alone);

        assertThat(keys(withCompany, Declarations.IN1, "IN-1", null))
                .containsAnyElementsOf(dn1(Declarations.dn1(8, 2026)));
        assertThat(keys(alone, Declarations.IN1, "IN-1", null))
                .doesNotContainAnyElementsOf(dn1(Declarations.dn1(8, 2026)));
    }

    @Test
    void notAnotherYearOrCompany() {
        assertThat(dn1(Declarations.dn1(1, 2026)))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(dn1(Declarations.dn1(1, 2025)))
                .doesNotContainAnyElementsOf(dn1(Declarations.dn1(2, 2026)));
    }

    @Test
    void personWhosePeselWasWrongIsKnownByNameAndSender() {
        Set<String> wrong = keys(Declarations.in1WithBadPesel(1, 2026), Declarations.IN1, "IN-1", "90010112345");

        assertThat(keys(Declarations.in1(1, 2026), Declarations.IN1, "IN-1", "90010112345"))
                .containsAnyElementsOf(wrong);
        assertThat(keys(Declarations.in1(1, 2026), Declarations.IN1, "IN-1", "80010112345"))
                .doesNotContainAnyElementsOf(wrong);
    }

    @Test
    void letterOfAnUnknownFormHasNoMatter() {
        assertThat(keys("<list xmlns=\"urn:nieznany\"/>", "urn:nieznany", null, "90010112345"))
                .isEmpty();
    }

    private Set<String> dn1(String xml) {
        return keys(xml, Declarations.DN1, "DN-1", null);
    }

    private Set<String> keys(String xml, String namespace, String form, String sender) {
        Submission stored = office.get(Submissions.class).get(office.submission(xml, namespace, form));
        return matter.of(new Submission(
                stored.id(),
                stored.channel(),
                stored.externalId(),
                stored.namespace(),
                stored.formCode(),
                null,
                sender,
                null,
                null,
                stored.receivedAt(),
                stored.documentId(),
                null,
                stored.attachments()));
    }
}
