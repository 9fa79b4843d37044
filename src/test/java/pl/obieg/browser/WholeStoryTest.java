package pl.obieg.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.obieg.browser.Browser.labelled;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.local.LocalOffice;
import pl.obieg.local.SampleCitizens;
import pl.obieg.local.SampleStaff;
import pl.obieg.simulators.town.Town;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.RunningOffice;

/** What people do and see, from the declaration to the balance of zero, in a real browser. */
class WholeStoryTest {

    private static final int WITH_ADE = 7;
    private static final int BY_POST = 8;
    private static final int AT_ONCE = 8;
    private static final Pattern RAW_KEY = Pattern.compile("\\b[A-Z]{3,}(_[A-Z]+)+\\b");
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag("pl"));

    private RunningOffice office;
    private Browser browser;

    @BeforeEach
    void openBrowser() {
        String missing = Browser.missing();
        Assumptions.assumeTrue(missing.isEmpty(), () -> "Bez przeglądarki: " + missing);
        office = RunningOffice.get();
        browser = new Browser();
    }

    @AfterEach
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void declarationOfACitizenWithAdeIsDecidedDeliveredAndPaid() {
        Set<String> before = office.instances("podatek-od-nieruchomosci");
        citizenFiles("in1", WITH_ADE);
        CaseUnderTest matter = office.newInstance("podatek-od-nieruchomosci", before);
        matter.waitsAt("zadekretuj-pismo");

        headAssigns(matter.caseNumber());
        matter.waitsAt("przygotuj-wymiar");
        firstClerkPrepares(matter.caseNumber());
        matter.waitsAt("sprawdz-i-zatwierdz-decyzje");
        firstClerkMayNotApprove(matter.caseNumber());
        secondClerkApproves(matter.caseNumber());

        addresseeCollects(LocalOffice.ade(WITH_ADE));
        matter.reaches("naleznosc-rozliczona");
        LocalDate deliveredOn = office.clock().today();
        citizenPays(matter);
        assertThat(matter.ends()).containsExactly("podatek-rozliczony");

        managerLooksAtTheFigures();
        citizenSees(WITH_ADE, matter, deliveredOn, "Twój egzemplarz odebrano.");
        browser.read("Pozostało do zapłaty\n0,00");
        browser.read("zapłacona");
        browser.see("figure svg");
    }

    @Test
    void letterThatNobodyCollectsIsDeemedDeliveredFourteenDaysAfterTheFirstNotice() {
        CaseUnderTest matter = office.files("in1", BY_POST);
        matter.does("wojtek", "zadekretuj-pismo", assignment());
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        matter.does("anna", "sprawdz-i-zatwierdz-decyzje", Map.of("approval", "ZATWIERDZ"));

        postmanDoes(matter, "Pierwsze awizo");
        LocalDate firstNotice = office.clock().today();
        daysPass(8);
        postmanDoes(matter, "Drugie awizo");
        daysPass(8);
        postmanDoes(matter, "Zwrot – nie podjęto");
        matter.reaches("naleznosc-rozliczona");

        // UR-08: the fiction of a Saturday or holiday comes on the next working day
        LocalDate deemed = new StatutoryCalendar().orNextWorkingDay(firstNotice.plusDays(14));
        citizenSees(BY_POST, matter, deemed, "według prawa uważa się go za doręczony w tym dniu");
        clerkSeesTheCaseFile(matter.caseNumber(), deemed);
    }

    @Test
    void tasklistIsNeverBlankWhenManyOpenItAtOnce() {
        staffSignsIn("anna");
        browser.read("Moje zadania");
        String address = office.address() + "/camunda/app/tasklist/default/";
        browser.script("for (let n = 0; n < arguments[1]; n++) window.open(arguments[0])", address, AT_ONCE);
        Set<String> windows = browser.windows(AT_ONCE + 1);
        for (String window : windows) {
            browser.driver().switchTo().window(window);
            browser.read("Moje zadania");
            browser.read("Anna Czapla");
        }
        nothingIsWrong();
    }

    private void citizenFiles(String kind, int n) {
        browser.open(office.outsideAddress());
        browser.click("//select[@name='rodzaj']/option[@value='" + kind + "']");
        browser.replace("input[name=n]", Integer.toString(n));
        browser.click(labelled("Złóż"));
        browser.read("Złożono. Za kilka sekund pismo będzie w rejestrze wpływów");
        browser.errors();
    }

    private void headAssigns(String caseNumber) {
        Town.Person citizen = Town.naturalPerson(WITH_ADE);
        staffSignsIn("wojtek");
        openTask("Do przejęcia w mojej komórce", caseNumber);
        browser.read("Zadekretuj pismo");
        browser.read("Formularz");
        browser.see("//div[contains(@class,'obieg-strona')][contains(.,'" + citizen.lastName() + "')]");
        browser.click(labelled("Podgląd"));
        browser.inFrame("iframe.obieg-podglad", () -> {
            browser.read("IN-1");
            browser.read(citizen.lastName());
            browser.read("Przedmioty opodatkowania");
        });
        claim("Wojciech Sowa");
        choose("Komórka", "FN – Referat podatków i finansów");
        unfold("Prowadzący sprawę");
        browser.read("Anna Czapla");
        assertThat(browser.text()).as("people of another unit").doesNotContain("Marek Kania");
        pick("Piotr Dudek");
        browser.type(
                "//label[contains(.,'Termin załatwienia')]/..//input[@type='text']",
                TYPED.format(office.clock().today().plusDays(20)));
        browser.type("//label[contains(.,'Dyspozycja')]/..//textarea", "Proszę o pilny wymiar podatku.");
        assertThat(browser.localStorage())
                .doesNotContain(citizen.lastName(), citizen.pesel(), "pilny wymiar", caseNumber);
        complete(caseNumber);
        assertThat(browser.localStorage())
                .doesNotContain(citizen.lastName(), citizen.pesel(), "pilny wymiar", caseNumber);
        nothingIsWrong();
    }

    private void firstClerkPrepares(String caseNumber) {
        staffSignsIn("piotr");
        openTask("Moje zadania", caseNumber);
        browser.read("Przygotuj wymiar");
        browser.see("//input[@value='Proszę o pilny wymiar podatku.'] | //label[contains(.,'Dyspozycja')]/..//input");
        complete(caseNumber);
        nothingIsWrong();
    }

    private void firstClerkMayNotApprove(String caseNumber) {
        staffSignsIn("piotr");
        openTask("Do przejęcia w mojej komórce", caseNumber);
        nothingIsWrong();
        browser.click(labelled("Przejmij"));
        browser.read("Zasada czterech oczu");
        browser.read("Nie udało się przejąć zadania.");
        assertThat(browser.errors()).allMatch(error -> error.contains("/claim"));
    }

    private void secondClerkApproves(String caseNumber) {
        staffSignsIn("anna");
        openTask("Do przejęcia w mojej komórce", caseNumber);
        browser.click(labelled("Podgląd"));
        browser.inFrame("iframe.obieg-podglad", () -> {
            browser.read("Projekt pisma");
            String draft = browser.see("iframe.document").getDomProperty("src");
            assertThat(browser.fetch(draft)).isEqualTo("%PDF-");
        });
        claim("Anna Czapla");
        browser.click("//label[contains(.,'Zatwierdzam')]");
        complete(caseNumber);
        nothingIsWrong();
    }

    private void addresseeCollects(String ade) {
        String page = office.outsideAddress() + "/edoreczenia";
        browser.open(page);
        browser.click("//select[@name='auto']/option[.='OFF']");
        browser.click(labelled("Ustaw tryb"));
        String collect = "//tr[contains(.,'" + ade + "')]//button[.='Odebrano']";
        browser.openUntil(page, collect);
        browser.click(collect);
        browser.errors();
    }

    private void citizenPays(CaseUnderTest matter) {
        browser.open(office.outsideAddress() + "/bank");
        browser.type("input[name=nrb]", (String) matter.variable("payerAccount"));
        browser.type("input[name=amount]", String.valueOf(matter.variable("taxDue")));
        browser.type("input[name=payer]", Town.naturalPerson(WITH_ADE).fullName());
        browser.type("input[name=title]", "Podatek " + matter.caseNumber());
        browser.click(labelled("Wpłać"));
        browser.read(matter.caseNumber());
        browser.click(labelled("Zamknij dzień i wyślij wyciąg"));
        browser.errors();
    }

    private void managerLooksAtTheFigures() {
        staffSignsIn("zarzad");
        browser.open(office.address() + "/camunda/app/cockpit/default/#/panel");
        browser.read("Panel kierownika");
        browser.read("Podatek od nieruchomości");
        browser.read("Zakończone w 30 dniach");
        nothingIsWrong();
    }

    private void citizenSees(int n, CaseUnderTest matter, LocalDate legalDate, String story) {
        browser.forgetWhoIsSignedIn();
        browser.open(office.address() + "/gmina24");
        browser.type("#login", "obywatel" + n);
        browser.type("#haslo", SampleCitizens.PASSWORD);
        browser.click("//main" + labelled("Zaloguj się"));
        browser.click(labelled(matter.caseNumber()));
        browser.read((String) matter.variable("decisionNumber"));
        browser.read(SHOWN.format(legalDate));
        browser.read(story);
        browser.read("Raty i wpłaty");
        nothingIsWrong();
    }

    private void clerkSeesTheCaseFile(String caseNumber, LocalDate legalDate) {
        browser.forgetWhoIsSignedIn();
        browser.open(office.address() + "/ezd/sprawy/" + caseNumber);
        signIn("piotr");
        browser.read("Dekretacje");
        browser.read("Piotr Dudek");
        browser.read("Formularz IN-1");
        browser.read("Decyzja");
        browser.see("//h2[.='Doręczenia']/following::table[1]//tr[contains(.,'List polecony')"
                + " and contains(.,'Pierwsze awizo') and contains(.,'Uznane za doręczone')]");
        browser.read(TYPED.format(legalDate));
        browser.click(labelled("Wyloguj"));
        browser.read("Wylogowano.");
        nothingIsWrong();
    }

    private void postmanDoes(CaseUnderTest matter, String action) {
        String page = office.outsideAddress() + "/post";
        String button = "//tr[contains(.,'" + matter.caseNumber() + "')]//button[.='" + action + "']";
        browser.openUntil(page, button);
        browser.click(button);
        browser.read("Zapisano zdarzenie na poczcie.");
    }

    private void daysPass(int days) {
        LocalDate then = office.clock().today().plusDays(days);
        browser.open(office.outsideAddress());
        browser.replace("input[name=dni]", Integer.toString(days));
        browser.click(labelled("Przesuń"));
        browser.read(then.toString());
    }

    private Map<String, Object> assignment() {
        return Map.of(
                "orgUnit", "FN",
                "clerk", "piotr",
                "taskDeadline", office.clock().today().plusDays(20).toString(),
                "instruction", "Proszę o wymiar podatku.");
    }

    private void staffSignsIn(String person) {
        browser.forgetWhoIsSignedIn();
        browser.open(office.address() + "/camunda/app/tasklist/default/");
        signIn(person);
    }

    private void signIn(String person) {
        browser.type("#username", person);
        browser.type("#password", SampleStaff.PASSWORD);
        browser.click(labelled("Zaloguj się"));
        browser.seeNoMore("#password");
    }

    private void openTask(String filter, String caseNumber) {
        browser.click("//a[contains(normalize-space(.), '" + filter + "')]");
        browser.click("//li[contains(@class,'task')][.//a[contains(., 'Akta sprawy " + caseNumber + "')]]//h4/a");
    }

    private void claim(String name) {
        browser.click(labelled("Przejmij"));
        browser.see("//section[contains(@class,'task-details')]//*[contains(text(),'" + name + "')]"
                + " | //*[@cam-tasklist-task]//*[contains(text(),'" + name + "')]");
        browser.click(labelled("Formularz"));
    }

    private void choose(String label, String choice) {
        unfold(label);
        pick(choice);
    }

    private void unfold(String label) {
        browser.click("//div[contains(@class,'fjs-form-field-select')][.//label[contains(.,'" + label
                + "')]]//div[contains(@class,'fjs-input-group')]");
    }

    private void pick(String choice) {
        browser.click("//div[contains(@class,'fjs-dropdownlist-item')][contains(.,'" + choice + "')]");
    }

    private void complete(String caseNumber) {
        browser.click(labelled("Zakończ"));
        browser.readNoMore("Akta sprawy " + caseNumber);
    }

    private void nothingIsWrong() {
        assertThat(browser.errors()).isEmpty();
        assertThat(RAW_KEY.matcher(browser.text()).results().map(found -> found.group()))
                .isEmpty();
    }
}
