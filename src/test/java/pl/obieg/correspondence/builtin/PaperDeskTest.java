package pl.obieg.correspondence.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.Submission;
import pl.obieg.process.ProcedureMessage;
import pl.obieg.process.Refusal;
import pl.obieg.support.LetterText;

/** Letters on paper, and the stores of an office with an EZD (rulebook §6.2, §6.3). */
class PaperDeskTest {

    private final PaperOffice registry = new PaperOffice();
    private final Office office = registry.office;

    @Test
    @DisplayName("OFF-10: originals lie in the order of registration, whatever case they belong to")
    void originalsLieInTheOrderOfRegistration() {
        String caseNumber = office.anyCase();
        office.register(office.anyLetter());

        String appeal = registry.register(registry.letter());
        String inCase = registry.register(registry.letter().kind("W_SPRAWIE", caseNumber + ".AB"));
        String other = registry.register(registry.letter());

        assertThat(List.of(appeal, inCase, other)).containsExactly("RPW/3/2026", "RPW/4/2026", "RPW/5/2026");
        assertThat(texts("select place || ' ' || letter_number from correspondence.stored_item order by number"))
                .containsExactly("SCh/1/2026 RPW/3/2026", "SCh/2/2026 RPW/4/2026", "SCh/3/2026 RPW/5/2026");
        assertThat(texts("select case_number from correspondence.incoming where letter_number = '" + inCase + "'"))
                .containsExactly(caseNumber);
    }

    @Test
    @DisplayName("OFF-10: places have no gap where a registration fails, and begin anew with the year")
    void placesHaveNoGap() {
        registry.register(registry.letter());
        refused("CASE_NOT_FOUND", () -> registry.register(registry.letter().kind("W_SPRAWIE", "FN.3120.99.2026")));
        registry.register(registry.letter());
        office.clock.moveTo(Duration.ofDays(300));
        registry.register(registry.letter());

        assertThat(texts("select place from correspondence.stored_item order by year, number"))
                .containsExactly("SCh/1/2026", "SCh/2/2026", "SCh/1/2027");
        assertThat(texts("select letter_number from correspondence.incoming order by year, number"))
                .containsExactly("RPW/1/2026", "RPW/2/2026", "RPW/1/2027");
    }

    @Test
    @DisplayName("OFF-10: an original leaves its place only on loan, which says who, why, since when and until when")
    void anOriginalIsTakenOutOnLoan() {
        registry.register(registry.letter());
        Storeroom storeroom = registry.storeroom;

        storeroom.lend("SCh/1/2026", "piotr", "okazanie stronie", LocalDate.of(2026, 5, 20), "katarzyna");

        assertThat(storeroom.find("SCh/1/2026").orElseThrow().lent())
                .isEqualTo(new Storeroom.Loan(
                        "piotr",
                        "okazanie stronie",
                        "katarzyna",
                        PaperOffice.TODAY,
                        LocalDate.of(2026, 5, 20),
                        null,
                        null));
        refused(
                "ITEM_LENT",
                () -> storeroom.lend("SCh/1/2026", "anna", "kopia", LocalDate.of(2026, 5, 20), "katarzyna"));

        office.clock.moveTo(Duration.ofDays(2));
        storeroom.takeBack("SCh/1/2026", "katarzyna");

        assertThat(storeroom.find("SCh/1/2026").orElseThrow().lent()).isNull();
        assertThat(storeroom.loans("SCh/1/2026")).singleElement().satisfies(loan -> {
            assertThat(loan.returnedOn()).isEqualTo("2026-05-16");
            assertThat(loan.takenBackBy()).isEqualTo("katarzyna");
        });
        refused("ITEM_NOT_LENT", () -> storeroom.takeBack("SCh/1/2026", "katarzyna"));
        refused(
                "ITEM_NOT_FOUND",
                () -> storeroom.lend("SCh/9/2026", "anna", "kopia", LocalDate.of(2026, 5, 20), "katarzyna"));
        refused(
                "BAD_DUE_DAY",
                () -> storeroom.lend("SCh/1/2026", "anna", "kopia", LocalDate.of(2026, 5, 15), "katarzyna"));
    }

    @Test
    @DisplayName("OFF-11: each carrier gets a place in the store of carriers, not among the paper")
    void carriersLieInTheirOwnStore() {
        registry.register(registry.letter().carriers("płyta CD", 2));
        registry.register(registry.letter().carriers("pamięć USB", 1));

        assertThat(texts("select place || ' ' || what from correspondence.stored_item where store = 'SIN'"
                        + " order by number"))
                .containsExactly("SIN/1/2026 płyta CD (1 z 2)", "SIN/2/2026 płyta CD (2 z 2)", "SIN/3/2026 pamięć USB");
        assertThat(texts("select place from correspondence.stored_item where store = 'SCh' order by number"))
                .containsExactly("SCh/1/2026", "SCh/2/2026");
    }

    @Test
    @DisplayName("OFF-12: what is not scanned has a reason of the head's list, and a card in place of the scan")
    void marksWhatIsNotScanned() {
        String number = registry.register(registry.letter().pages(40, null).unscanned("OPRAWIONE"));

        assertThat(texts("select unscanned_code || ': ' || unscanned_reason from correspondence.paper_letter"))
                .singleElement()
                .asString()
                .startsWith("OPRAWIONE: dokument oprawiony");
        assertThat(cardOf(number))
                .contains("Karta pisma nieskanowanego", "Anna Próbna", "dokument oprawiony", "40")
                .contains("leży w składzie chronologicznym");
        assertThat(texts("select place from correspondence.stored_item")).containsExactly("SCh/1/2026");
    }

    @Test
    @DisplayName("OFF-12: a classified original is kept apart and gets no place among the others")
    void keepsClassifiedOriginalsApart() {
        String number = registry.register(registry.letter().pages(3, null).unscanned("NIEJAWNE"));

        assertThat(texts("select place from correspondence.stored_item")).isEmpty();
        assertThat(cardOf(number)).contains("przechowuje się go osobno");
    }

    @Test
    @DisplayName("OFF-12: a reason counts from the day the head put it on the list to the day he struck it off")
    void theListIsThatOfTheDay() {
        office.database.jdbc().sql("""
                insert into correspondence.unscanned_kind values
                    ('PROBKI', 'próbki i makiety', false, '2026-06-01', '2026-06-30')
                """).update();
        assertThat(codesOn("2026-05-31")).doesNotContain("PROBKI");
        assertThat(codesOn("2026-06-01")).contains("PROBKI", "OPRAWIONE");
        assertThat(codesOn("2026-06-30")).contains("PROBKI");
        assertThat(codesOn("2026-07-01")).doesNotContain("PROBKI");

        refused(
                "UNKNOWN_REASON",
                () -> registry.register(registry.letter().pages(1, null).unscanned("PROBKI")));
        office.clock.moveTo(Duration.ofDays(20));
        assertThat(registry.register(registry.letter().pages(1, null).unscanned("PROBKI")))
                .isEqualTo("RPW/1/2026");
    }

    @Test
    @DisplayName("OFF-13: without a reason not to, every page of the letter and every attachment is scanned")
    void everythingIsScanned() {
        refused("SCAN_INCOMPLETE", () -> registry.register(registry.letter().pages(3, registry.scan(2))));
        refused("NOT_SCANNED", () -> registry.register(registry.letter().pages(3, null)));
        refused("NOT_SCANNED", () -> registry.register(registry.letter().attachments(2, registry.scan(1))));
        String noPdf = registry.documents.put(new byte[] {1, 2, 3}, "skan.pdf", "application/pdf");
        refused("SCAN_UNREADABLE", () -> registry.register(registry.letter().pages(1, noPdf)));
        assertThat(texts("select letter_number from correspondence.incoming")).isEmpty();

        String number = registry.register(
                registry.letter().pages(3, registry.scan(3)).attachments(2, registry.scan(1), registry.scan(4)));

        assertThat(number).isEqualTo("RPW/1/2026");
        assertThat(letterOf(number).attachments()).hasSize(2);
        assertThat(texts("select scan_pages::text from correspondence.paper_letter"))
                .containsExactly("3");
        // a map among the attachments
        registry.register(registry.letter().attachments(1).unscanned("DUZY_FORMAT"));
    }

    @Test
    void theRegisterHoldsWhatStandsOnTheLetter() {
        String number = registry.register(
                registry.letter().receivedOn(LocalDate.of(2026, 5, 12)).attachments(1, registry.scan(1)));

        assertThat(texts("""
                select concat_ws(' | ', sender, letter_date, senders_mark, subject, channel, carrier, attachments)
                from correspondence.incoming
                """))
                .containsExactly("Anna Próbna | 2026-05-11 | AP/7/2026 | Odwołanie od decyzji | PAPER | PAPER | 1");
        assertThat(letterOf(number).receivedAt()).isEqualTo("2026-05-12T10:00:00Z");
        assertThat(texts("select registered_by from correspondence.paper_letter"))
                .containsExactly("katarzyna");
    }

    @Test
    void aLetterGoesTheWayOfItsKind() {
        String caseNumber = office.anyCase();
        String appeal = submissionOf(registry.register(registry.letter()));
        String inCase = submissionOf(registry.register(registry.letter().kind("W_SPRAWIE", caseNumber)));
        String unknown = submissionOf(registry.register(registry.letter().kind("INNE", null)));

        assertThat(office.published)
                .containsExactly(
                        new ProcedureMessage(
                                "AppealArrived",
                                appeal,
                                appeal,
                                Map.of("submissionId", appeal, "formCode", "ODWOLANIE", "channel", "PAPER")),
                        new ProcedureMessage(
                                "LetterInCaseArrived",
                                caseNumber,
                                inCase,
                                Map.of("laterSubmissionId", inCase, "channel", "PAPER")),
                        new ProcedureMessage(
                                "UnrecognisedDocumentArrived",
                                unknown,
                                unknown,
                                Map.of("submissionId", unknown, "channel", "PAPER")));
    }

    @Test
    void aSecondClickRegistersNothing() {
        String key = "0b6c1111-2222-3333-4444-555566667777";
        String first = registry.register(registry.letter().key(key));

        assertThat(registry.register(registry.letter().key(key))).isEqualTo(first);
        assertThat(texts("select place from correspondence.stored_item")).containsExactly("SCh/1/2026");
        assertThat(office.published).hasSize(1);
        assertThat(texts("select id from exchange.party")).hasSize(1);
    }

    @Test
    void theSenderIsTheOneTheRegistryChose() {
        String known = office.inTransaction(() -> office.parties.register(pl.obieg.exchange.Party.legal(
                "Spółka Próbna",
                "5260250274",
                null,
                new pl.obieg.exchange.Address("Leśna", "1", null, "00-999", "Przykładowo", "PL"))));
        String number = registry.register(registry.letter().from(office.parties.get(known)));
        String anonymous = registry.register(registry.letter().from(null));

        assertThat(texts("select party_id from correspondence.sender")).containsExactly(known);
        assertThat(texts("select id from exchange.party")).containsExactly(known);
        assertThat(letterOf(number).senderIdentifier()).isEqualTo("5260250274");
        assertThat(letterOf(anonymous).senderName()).isNull();
    }

    private List<String> codesOn(String day) {
        return registry.unscanned.on(LocalDate.parse(day)).stream()
                .map(UnscannedKinds.UnscannedKind::code)
                .toList();
    }

    private String cardOf(String number) {
        return LetterText.of(
                registry.documents.get(letterOf(number).documentId()).content(), "karta-pisma");
    }

    private Submission letterOf(String number) {
        return office.submissions.get(submissionOf(number));
    }

    private String submissionOf(String number) {
        return texts("select submission_id from correspondence.incoming where letter_number = '" + number + "'")
                .get(0);
    }

    private List<String> texts(String query) {
        return office.database.jdbc().sql(query).query(String.class).list();
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
