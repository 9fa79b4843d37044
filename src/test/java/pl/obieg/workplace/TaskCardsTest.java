package pl.obieg.workplace;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.support.TestDatabase;

class TaskCardsTest {

    private static final AnnotationConfigApplicationContext OFFICE = new AnnotationConfigApplicationContext();
    private static final Address ADDRESS = new Address("Lipowa", "1", null, "00-001", "Przykładowo", "PL");
    private static Parties parties;
    private static Submissions submissions;

    private final Desk desk = new Desk();

    @BeforeAll
    static void openOffice() {
        TestDatabase database = TestDatabase.fresh();
        OFFICE.registerBean(JdbcClient.class, database::jdbc);
        OFFICE.register(Parties.class, Submissions.class);
        OFFICE.refresh();
        parties = OFFICE.getBean(Parties.class);
        submissions = OFFICE.getBean(Submissions.class);
    }

    @AfterAll
    static void closeOffice() {
        OFFICE.close();
    }

    @Test
    void marksATaskOverdueFromTheDayAfterItsDeadline() throws Exception {
        desk.lay(Desk.task("yesterday", List.of(), LocalDate.of(2026, 5, 31)));
        desk.lay(Desk.task("today", List.of(), LocalDate.of(2026, 6, 1)));
        cards("yesterday,today").andExpect(content().json("""
                        [{"taskId":"yesterday","deadline":"2026-05-31","overdue":true},
                         {"taskId":"today","deadline":"2026-06-01","overdue":false}]
                        """));
    }

    @Test
    void namesAllPartiesAndTheCase() throws Exception {
        String owner = parties.register(Party.natural("Anna", "Nowak", "44051401359", ADDRESS));
        String coOwner = parties.register(Party.legal("Młyn sp. z o.o.", "5260250274", null, ADDRESS));
        desk.lay(Desk.task("t1", List.of(owner, coOwner), null));
        cards("t1").andExpect(content().json("""
                        [{"taskId":"t1","caseNumber":"FN.3120.1.2026","party":"Anna Nowak, Młyn sp. z o.o.",
                          "deadline":null,"overdue":false}]
                        """));
    }

    @Test
    void namesTheSenderWhileThePartiesAreNotKnown() throws Exception {
        Submission letter = new Submission(
                null,
                "EPUAP",
                "1",
                null,
                "IN-1",
                "Zofia Wzorcowa",
                null,
                null,
                null,
                Instant.parse("2026-06-01T08:00:00Z"),
                "a".repeat(64),
                null,
                List.of());
        desk.lay(Desk.task("t1", submissions.accept(letter).id(), null, null));
        cards("t1").andExpect(content().json("[{\"taskId\":\"t1\",\"party\":\"Zofia Wzorcowa\"}]"));
    }

    @Test
    void leavesOutTasksTheClerkMayNotRead() throws Exception {
        cards("anothers").andExpect(content().json("[]")).andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void refusesToAnswerForAWholeRegister() throws Exception {
        cards(String.join(",", Collections.nCopies(101, "t"))).andExpect(status().isBadRequest());
    }

    private ResultActions cards(String ids) throws Exception {
        return Desk.serving(new TaskCards(desk, parties, submissions, Desk.CLOCK))
                .perform(get("/api/zadania/karty").param("ids", ids));
    }
}
