package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.calendar.TermUnit;
import pl.obieg.correspondence.CaseTerm;
import pl.obieg.correspondence.CaseTerms;
import pl.obieg.documents.DocumentStore;
import pl.obieg.security.Browser;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.LetterText;
import pl.obieg.support.RunningOffice;

/** Time passes while a case lies: the office warns itself, tells the party a new date, and the head hears of a miss. */
class TermGuardTest {

    private static final String NOTICE = "zawiadom-o-nowym-terminie";

    private final RunningOffice office = RunningOffice.get();
    private CaseUnderTest guard;

    @Test
    void partyIsToldTheCauseAndTheNewDateAndTheDecisionEndsTheTerm_TIM04() throws Exception {
        office.outsideReacts("edoreczenia", "DELIVERED");
        office.outsideReacts("post", "DELIVERED");
        CaseUnderTest matter = assigned(48);
        LocalDate filed = office.clock().today();
        LocalDate end = office.bean(StatutoryCalendar.class).end(filed, 1, TermUnit.MONTHS);
        assertThat(file(matter)).contains("id=\"termin\"", "art. 139 §1 OP", "badge good");

        passUntil(outlook(matter).warning());
        guard.reaches("ostrzez-o-terminie");
        office.await("warning", () -> file(matter).contains("Termin sprawy się zbliża"));
        passUntil(outlook(matter).notice());
        guard.waitsAt(NOTICE);
        LocalDate later = end.plusDays(40);
        guard.does(
                "piotr",
                NOTICE,
                Map.of(
                        "termResolution",
                        "ZAWIADOM",
                        "delayCause",
                        "Oczekiwanie na wypis z ewidencji gruntów i budynków.",
                        "newTermEnd",
                        later.toString()));
        guard.does("anna", "sprawdz-i-zatwierdz-pismo", Map.of("approval", "ZATWIERDZ"));
        guard.reaches("zawiadomienie-wyslano");
        guard.reaches("ustal-skutek-doreczen-pisma");

        assertThat(letterOf(matter))
                .contains("Oczekiwanie na wypis z ewidencji", "art. 140 ustawy", "ponaglenie", matter.caseNumber());
        office.await("new term", () -> file(matter).contains("nowy termin " + polish(later)));
        assertThat(Browser.staff("piotr").get("/ezd/terminy").body()).contains(matter.caseNumber());

        matter.does("piotr", "przygotuj-wymiar", Map.of());
        matter.does("anna", "sprawdz-i-zatwierdz-decyzje", Map.of("approval", "ZATWIERDZ"));
        assertThat(guard.ends()).containsExactlyInAnyOrder("termin-zamkniety", "zawiadomienie-doreczono");
        assertThat(file(matter)).contains("załatwiona w terminie", "wydano decyzję");
    }

    @Test
    void headHearsThatATermWasMissed_TIM04() {
        CaseUnderTest matter = assigned(49);
        passUntil(outlook(matter).warning());
        guard.reaches("ostrzez-o-terminie");
        passUntil(outlook(matter).notice());
        guard.waitsAt(NOTICE);
        passUntil(outlook(matter).end().plusDays(1));
        guard.waitsAt("rozlicz-przekroczenie-terminu");
        assertThat(file(matter)).contains("badge bad", "po terminie");
        guard.does("wojtek", "rozlicz-przekroczenie-terminu", Map.of("overdueResolution", "ZAWIADOM"));
        guard.waitsAt(NOTICE);

        matter.does("piotr", "przygotuj-wymiar", Map.of());
        matter.does("anna", "sprawdz-i-zatwierdz-decyzje", Map.of("approval", "ZATWIERDZ"));
        assertThat(guard.ends()).containsExactly("sprawa-juz-zalatwiona");
    }

    private CaseUnderTest assigned(int person) {
        Set<String> before = office.instances("pilnowanie-terminu");
        CaseUnderTest matter = office.files("in1", person);
        guard = office.newInstance("pilnowanie-terminu", before);
        return matter.does(
                "wojtek",
                "zadekretuj-pismo",
                Map.of(
                        "orgUnit", "FN",
                        "clerk", "piotr",
                        "taskDeadline", office.clock().today().plusDays(20).toString(),
                        "instruction", "Proszę o wymiar podatku."));
    }

    private CaseTerm.Outlook outlook(CaseUnderTest matter) {
        return office.bean(CaseTerms.class)
                .of(matter.caseNumber())
                .orElseThrow()
                .on(office.clock().today(), office.bean(StatutoryCalendar.class));
    }

    private void passUntil(LocalDate day) {
        office.daysPass((int) ChronoUnit.DAYS.between(office.clock().today(), day));
    }

    private static String polish(LocalDate day) {
        return java.time.format.DateTimeFormatter.ofPattern("dd.MM.yyyy").format(day);
    }

    private static String file(CaseUnderTest matter) {
        return Browser.staff("piotr").get("/ezd/sprawy/" + matter.caseNumber()).body();
    }

    private String letterOf(CaseUnderTest matter) throws Exception {
        String documentId = office.jdbc()
                .sql("select document_id from correspondence.letter where case_number = ? and document_id is not null")
                .param(matter.caseNumber())
                .query(String.class)
                .single();
        byte[] pdf = office.bean(DocumentStore.class).get(documentId).content();
        java.nio.file.Files.write(java.nio.file.Path.of("target", "zawiadomienie.pdf"), pdf);
        return LetterText.of(pdf, "termin");
    }
}
