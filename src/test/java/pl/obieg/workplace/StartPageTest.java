package pl.obieg.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import pl.obieg.process.Figures;
import pl.obieg.process.ProcedureFigures;

class StartPageTest {

    @Test
    void leadsToTheScreensOfTheOffice() throws Exception {
        assertThat(page(new StartPage(Desk.beans(OutsideLinks.class, List.of()))))
                .contains("href=\"/camunda/app/tasklist/default/\"", "href=\"/ezd/sprawy\"", "href=\"/gmina24\"")
                .doesNotContain("Przykładowe konta", "Symulatory");
    }

    @Test
    void showsSampleAccountsOnlyWhereThereAreAny() throws Exception {
        assertThat(page(new StartPage(Desk.beans(OutsideLinks.class, List.of(new SampleWorld())))))
                .contains("Przykładowe konta", "<code>anna</code>", "href=\"http://localhost:9090/epuap\"");
    }

    @Test
    void signInFormNamesWhatSpringSecurityReads() throws Exception {
        assertThat(page(new SignIn()).replaceAll("\\s+", " "))
                .contains("method=\"post\" action=\"/zaloguj\"")
                .contains("<input type=\"hidden\" name=\"_csrf\" value=\"token-1\">")
                .contains("name=\"username\"", "name=\"password\"", "role=\"alert\"");
    }

    @Test
    void panelTellsTheFiguresOfEachProcedure() throws Exception {
        Figures figures = () -> List.of(new ProcedureFigures("podatek", "Podatek", 7, 5, 2, 1, 30));
        Desk.serving(new ManagersPanel(figures))
                .perform(get("/api/panel"))
                .andExpect(content().json("""
                        [{"key":"podatek","name":"Podatek","running":7,"tasksOpen":5,"tasksOverdue":2,
                          "incidents":1,"endedIn30Days":30}]
                        """));
    }

    private static String page(Object controller) throws Exception {
        return Desk.serving(controller)
                .perform(get("/"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static final class SampleWorld implements OutsideLinks {

        @Override
        public List<Link> pages() {
            return List.of(new Link("ePUAP", "http://localhost:9090/epuap", "Skrzynka urzędu"));
        }

        @Override
        public List<SampleAccount> accounts() {
            return List.of(new SampleAccount("Referent podatkowy", "anna", "anna"));
        }
    }

    @Controller
    static class SignIn {

        @GetMapping("/")
        ModelAndView show() {
            return new ModelAndView(
                    "security/zaloguj",
                    Map.of("error", true, "_csrf", new DefaultCsrfToken("X-CSRF", "_csrf", "token-1")));
        }
    }
}
