package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.ClockStop;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.correspondence.CaseTerms;
import pl.obieg.documents.DocumentStore;
import pl.obieg.ledger.Debts;
import pl.obieg.ledger.Overpayments;
import pl.obieg.ledger.Reliefs;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.RunningOffice;

/** P08 and P09 through the running office: letters by the post, money by the bank's files. */
class ReliefAndRefundTest {

    private static final String NRB = "61109010140000071219812874";

    private final RunningOffice office = RunningOffice.get();

    @Test
    void instalmentsAreGrantedPaidOnTheirNewTermsAndTheTaxIsSettled() throws IOException {
        office.outsideReacts("edoreczenia", "DELIVERED");
        office.outsideReacts("post", "DELIVERED");
        CaseUnderTest tax = taxDecided(office.files("in1", 31));
        String receivable = (String) tax.variable("receivableId");
        long taxDue = (Long) tax.variable("taxDue");
        Set<String> before = office.instances("ulga");
        CaseUnderTest letter = office.files("nieznany", 31);
        letter.does("katarzyna", "rozpoznaj-pismo", Map.of("letterResolution", "ULGA", "letterNote", "Prosi o raty."));
        CaseUnderTest relief = office.newInstance("ulga", before);
        relief.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        relief.does(
                "piotr",
                "sprawdz-wniosek-o-ulge",
                Map.of(
                        "reliefHandling",
                        "ROZPATRZ",
                        "taxCaseNumber",
                        tax.caseNumber(),
                        "reliefKind",
                        "INSTALMENTS",
                        "instalmentNumbers",
                        "",
                        "formalDefects",
                        false,
                        "entrepreneur",
                        false,
                        "deMinimisForms",
                        false,
                        "situationShown",
                        true));
        relief.waitsAt("zbierz-dowody-i-ocen-sytuacje");
        assertThat(office.bean(Reliefs.class).of(receivable)).isEqualTo(Reliefs.Standing.PENDING);
        relief.does(
                "piotr",
                "zbierz-dowody-i-ocen-sytuacje",
                Map.of("proposedResolution", "UWZGLEDNIC", "evidenceSummary", "Oświadczenie o dochodach."));
        LocalDate first = office.clock().today().plusDays(45);
        relief.does(
                "wojtek",
                "rozstrzygnij-wniosek-o-ulge",
                Map.of(
                        "reliefResolution",
                        "UWZGLEDNIC",
                        "reliefGround",
                        "TAXPAYER_INTEREST",
                        "reliefReasons",
                        "Strona straciła pracę i ma na utrzymaniu dwoje dzieci.",
                        "firstNewTerm",
                        first.toString(),
                        "instalmentCount",
                        3,
                        "feeExempt",
                        false));
        relief.does("anna", "sprawdz-i-zatwierdz-pismo", Map.of("approval", "ZATWIERDZ"));
        relief.reaches("termin-czy-wplata");

        String decision = text((String) relief.variable("documentId"));
        assertThat(decision)
                .contains("DECYZJA", "rozkładam zapłatę podatku", "na 3 raty", "Strona straciła pracę", "Pouczenie")
                .contains("Opłatę ustala się na podstawie art. 57");
        BigDecimal fee = new BigDecimal(relief.variable("reliefFee").toString());
        assertThat(fee).isPositive();
        assertThat(office.bean(Reliefs.class).of(receivable)).isEqualTo(Reliefs.Standing.GRANTED);
        assertThat(office.jdbc()
                        .sql("select sentence from portal.ledger_note where case_number = ? order by noted_on, note_id")
                        .param(tax.caseNumber())
                        .query(String.class)
                        .list())
                .anyMatch(sentence -> sentence.startsWith("Wpłynął wniosek o ulgę"))
                .anyMatch(sentence -> sentence.startsWith("Rozłożono zapłatę na raty w liczbie 3"));
        String account = (String) tax.variable("payerAccount");
        BigDecimal owed =
                office.bean(Debts.class).owed(account, office.clock().today()).total();
        assertThat(owed).isEqualByComparingTo(BigDecimal.valueOf(taxDue).add(fee));

        office.pays(account, owed, "Raty " + relief.caseNumber());
        assertThat(relief.ends()).containsExactly("ulga-dotrzymana");
        assertThat(tax.ends()).containsExactly("podatek-rozliczony");
        assertThat(office.bean(Reliefs.class).of(receivable)).isEqualTo(Reliefs.Standing.NONE);
    }

    @Test
    void whatTheBankBroughtTooMuchGoesBackByATransferTwoPeopleSaw() {
        office.outsideReacts("edoreczenia", "DELIVERED");
        CaseUnderTest tax = taxDecided(office.files("in1", 32));
        String account = (String) tax.variable("payerAccount");
        BigDecimal owed =
                office.bean(Debts.class).owed(account, office.clock().today()).total();
        Set<String> before = office.instances("nadplata");
        office.pays(account, owed.add(new BigDecimal("419.00")), "Podatek " + tax.caseNumber());
        assertThat(tax.ends()).containsExactly("podatek-rozliczony");

        CaseUnderTest refund = office.newInstance("nadplata", before);
        refund.does("ewa", "rozlicz-nadplate", Map.of("overpaymentRuling", "BEZ_DECYZJI"));
        refund.waitsAt("przygotuj-zwrot-nadplaty");
        assertThat(new BigDecimal(refund.variable("overpaidRest").toString())).isEqualByComparingTo("419");
        Overpayments overpayments = office.bean(Overpayments.class);
        overpayments.payTo(
                overpayments.ofCase(refund.caseNumber()).orElseThrow().id(), NRB);
        refund.does("ewa", "przygotuj-zwrot-nadplaty", Map.of("refundWay", "TRANSFER"));
        refund.does("wojtek", "zatwierdz-zwrot-nadplaty", Map.of("refundApproval", "ZATWIERDZ"));
        assertThat(refund.ends()).containsExactly("nadplata-zwrocona");

        byte[] file = office.jdbc()
                .sql("select f.content from ledger.transfer_file f join ledger.refund r on r.file_id = f.id"
                        + " join ledger.overpayment o on o.id = r.overpayment_id where o.case_number = ?")
                .param(refund.caseNumber())
                .query(byte[].class)
                .single();
        assertThat(new String(file, Charset.forName("windows-1250")))
                .startsWith("110,")
                .contains(",41900,", NRB, tax.caseNumber());
        assertThat(office.jdbc()
                        .sql("select amount from portal.refund where case_number = ?")
                        .param(tax.caseNumber())
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("419");
        assertThat(office.jdbc()
                        .sql("select sum(amount - allocated - refunded - moved) from ledger.payment"
                                + " where case_number = ?")
                        .param(tax.caseNumber())
                        .query(BigDecimal.class)
                        .single())
                .isZero();
    }

    /** OP art. 200 § 1, art. 139 § 4 (TIM-03). */
    @Test
    void daysToSpeakBeforeARefusalAreNotCountedIntoTheTermOfTheCase() throws IOException {
        office.outsideReacts("edoreczenia", "DELIVERED");
        office.outsideReacts("post", "DELIVERED");
        CaseUnderTest tax = taxDecided(office.files("in1", 33));
        Set<String> before = office.instances("ulga");
        CaseUnderTest letter = office.files("nieznany", 33);
        letter.does("katarzyna", "rozpoznaj-pismo", Map.of("letterResolution", "ULGA", "letterNote", "Prosi o raty."));
        CaseUnderTest relief = office.newInstance("ulga", before);
        relief.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        relief.does(
                "piotr",
                "sprawdz-wniosek-o-ulge",
                Map.of(
                        "reliefHandling",
                        "ROZPATRZ",
                        "taxCaseNumber",
                        tax.caseNumber(),
                        "reliefKind",
                        "INSTALMENTS",
                        "instalmentNumbers",
                        "",
                        "formalDefects",
                        false,
                        "entrepreneur",
                        false,
                        "situationShown",
                        true,
                        "complexCase",
                        true));
        relief.does(
                "piotr",
                "zbierz-dowody-i-ocen-sytuacje",
                Map.of("proposedResolution", "ODMOWIC", "evidenceSummary", "Oświadczenie o dochodach."));
        relief.does("anna", "sprawdz-i-zatwierdz-pismo", Map.of("approval", "ZATWIERDZ"));
        relief.reaches("czy-strona-sie-wypowie");

        CaseTerms terms = office.bean(CaseTerms.class);
        assertThat(terms.of(relief.caseNumber()).orElseThrow().complexReason()).isNotNull();
        LocalDate delivered = office.jdbc()
                .sql("select max(legal_date) from delivery.delivery where case_number = ?")
                .param(relief.caseNumber())
                .query(LocalDate.class)
                .single();
        assertThat(terms.of(relief.caseNumber()).orElseThrow().stops())
                .containsExactly(ClockStop.since(delivered.plusDays(1), ClockStop.Reason.STATUTORY_ACT));
        office.daysPass(20);
        relief.waitsAt("rozstrzygnij-wniosek-o-ulge");
        LocalDate last = office.bean(StatutoryCalendar.class).endOfDays(delivered, 7);
        assertThat(terms.of(relief.caseNumber()).orElseThrow().stops())
                .as("as long as the party may speak, not as long as the office waits for the post")
                .containsExactly(new ClockStop(delivered.plusDays(1), last, ClockStop.Reason.STATUTORY_ACT));
        assertThat(text(office.jdbc()
                                .sql("select document_id from correspondence.letter where case_number = ?")
                                .param(relief.caseNumber())
                                .query(String.class)
                                .single())
                        .replaceAll("\\s+", " "))
                .contains("siedmiodniowy termin", "w sprawie wniosku o ulgę w zapłacie", "Oświadczenie o dochodach.");
    }

    private CaseUnderTest taxDecided(CaseUnderTest matter) {
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        matter.does("anna", "sprawdz-i-zatwierdz-decyzje", Map.of("approval", "ZATWIERDZ"));
        return matter.reaches("naleznosc-rozliczona");
    }

    private String text(String documentId) throws IOException {
        byte[] pdf = office.bean(DocumentStore.class).get(documentId).content();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }
}
