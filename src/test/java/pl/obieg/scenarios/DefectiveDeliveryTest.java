package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.security.Browser;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.RunningOffice;

/** After the tax was charged the delivery of its decision turns out to be of another day, or none at all. */
class DefectiveDeliveryTest {

    private static final String DOUBT = "rozstrzygnij-o-doreczeniu";

    private final RunningOffice office = RunningOffice.get();

    @BeforeEach
    void couriersCarryLetters() {
        office.jdbc()
                .sql("insert into delivery.channel_period (channel, available_from, available_to, basis)"
                        + " values ('COURIER', ?, ?, 'na czas testu')")
                .params(office.clock().today(), office.clock().today().plusDays(300))
                .update();
    }

    @AfterEach
    void closePeriods() {
        office.jdbc().sql("delete from delivery.channel_period").update();
    }

    @Test
    void correctedCardMovesTheDueDatesTheAppealAndWhatTheCitizenSees() {
        CaseUnderTest matter = charged(46);
        LocalDate first = legalDate(matter);
        assertThat(dueDates(matter)).isNotEmpty().allMatch(due -> !due.isBefore(end(first)));
        office.daysPass(20);

        Set<String> before = office.instances("doreczenie-wadliwe");
        LocalDate corrected = office.clock().today().minusDays(2);
        typeCard(matter, corrected, "ADDRESSEE");
        CaseUnderTest doubt = office.newInstance("doreczenie-wadliwe", before);
        doubt.waitsAt(DOUBT);
        assertThat(legalDate(matter)).as("a clerk decides").isEqualTo(first);
        doubt.does(
                "piotr", DOUBT, Map.of("doubtResolution", "NOWA_DATA", "doubtRemark", "Goniec poprawił datę odbioru."));

        assertThat(doubt.ends()).containsExactly("terminy-policzone-na-nowo");
        assertThat(legalDate(matter)).isEqualTo(corrected);
        assertThat(dueDates(matter)).allMatch(due -> !due.isBefore(end(corrected)));
        assertThat(day(
                        "select appeal_deadline from tax.decision_addressee a join tax.decision d using (assessment_id)"
                                + " where d.case_number = ?",
                        matter))
                .isEqualTo(end(corrected));
        assertThat(day("select legal_date from portal.delivery where case_number = ?", matter))
                .isEqualTo(corrected);
        assertThat(day(
                        "select min(i.due_on) from portal.instalment i join portal.receivable r"
                                + " on r.receivable_id = i.receivable_id where r.case_number = ?",
                        matter))
                .isEqualTo(dueDates(matter).get(0));
        assertThat(Browser.staff("piotr")
                        .get("/dlaczego/" + matter.caseNumber())
                        .body())
                .contains("Data doręczenia", "Wcześniej ustalony dzień", "DEL-08");
    }

    @Test
    void nothingIsDueWhileADefectiveDeliveryIsRepeatedAndTheFirstEffectiveDayCounts() {
        CaseUnderTest matter = charged(47);
        office.daysPass(20);
        Set<String> before = office.instances("doreczenie-wadliwe");
        typeCard(matter, office.clock().today().minusDays(19), "NEIGHBOUR");
        CaseUnderTest doubt = office.newInstance("doreczenie-wadliwe", before);
        doubt.does(
                "piotr",
                DOUBT,
                Map.of("doubtResolution", "WADLIWE", "doubtRemark", "Odebrała osoba, która nie jest sąsiadem."));
        office.await("second letter", () -> attempts(matter) == 2);

        assertThat(dueDates(matter))
                .as("no liability without delivery")
                .allMatch(due -> due.isAfter(office.clock().today().plusDays(30)));
        assertThat(legalDate(matter)).isNull();

        office.daysPass(3);
        LocalDate delivered = office.clock().today();
        typeCard(matter, delivered, "ADDRESSEE");
        assertThat(doubt.ends()).containsExactly("terminy-policzone-na-nowo");
        assertThat(legalDate(matter)).isEqualTo(delivered);
        assertThat(dueDates(matter)).allMatch(due -> due.equals(end(delivered)));
    }

    private CaseUnderTest charged(int person) {
        CaseUnderTest matter = office.files("in1", person);
        matter.does(
                "wojtek",
                "zadekretuj-pismo",
                Map.of(
                        "orgUnit", "FN",
                        "clerk", "piotr",
                        "taskDeadline", office.clock().today().plusDays(20).toString(),
                        "instruction", "Proszę o wymiar podatku."));
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        matter.does("anna", "sprawdz-i-zatwierdz-decyzje", Map.of("approval", "ZATWIERDZ"));
        office.await("letter of " + matter.caseNumber(), () -> attempts(matter) == 1);
        typeCard(matter, office.clock().today(), "ADULT_HOUSEHOLD");
        return matter.reaches("naleznosc-rozliczona");
    }

    private int attempts(CaseUnderTest matter) {
        return office.jdbc()
                .sql("select count(*) from delivery.dispatch a join delivery.delivery d on d.id = a.delivery_id"
                        + " where d.case_number = ?")
                .param(matter.caseNumber())
                .query(Integer.class)
                .single();
    }

    private void typeCard(CaseUnderTest matter, LocalDate day, String role) {
        String id = office.jdbc()
                .sql("select id from delivery.delivery where case_number = ?")
                .param(matter.caseNumber())
                .query(String.class)
                .single();
        String page = "/doreczenia/" + id + "/zpo";
        int status = Browser.staff("katarzyna")
                .form(
                        page,
                        page,
                        Map.of(
                                "outcome",
                                "RECEIVED",
                                "deliveredOn",
                                day.toString(),
                                "receiverRole",
                                role,
                                "receiverName",
                                "Jan Odbiorca",
                                "receiverSignature",
                                "true"))
                .statusCode();
        assertThat(status).isEqualTo(302);
    }

    private LocalDate end(LocalDate legalDate) {
        return office.bean(StatutoryCalendar.class).endOfDays(legalDate, 14);
    }

    private LocalDate legalDate(CaseUnderTest matter) {
        return day("select legal_date from delivery.delivery where case_number = ?", matter);
    }

    private List<LocalDate> dueDates(CaseUnderTest matter) {
        return office.jdbc()
                .sql("select i.due_on from ledger.instalment i join ledger.receivable r on r.id = i.receivable_id"
                        + " where r.case_number = ? order by i.due_on")
                .param(matter.caseNumber())
                .query(LocalDate.class)
                .list();
    }

    private LocalDate day(String sql, CaseUnderTest matter) {
        return office.jdbc()
                .sql(sql)
                .param(matter.caseNumber())
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .list()
                .get(0);
    }
}
