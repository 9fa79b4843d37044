package pl.obieg.law.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import pl.obieg.law.LawInForce;
import pl.obieg.law.LawPacks;
import pl.obieg.law.LawWarnings;
import pl.obieg.support.RunningOffice;

/** The pages "Prawo" as an analyst and the second person read them. */
class LawPagesTest {

    private final RunningOffice office = RunningOffice.get();
    private final LawPacks packs = office.bean(LawPacks.class);
    private final MockMvc pages = MockMvcBuilders.webAppContextSetup((WebApplicationContext) office.application())
            .build();

    @Test
    void theRateOfInterestThatNobodyHasCheckedIsNamed_UR26() {
        LawWarnings warnings = office.bean(LawWarnings.class);

        assertThat(warnings.on(LocalDate.of(2026, 3, 5))).noneMatch(one -> one.contains("Stopa odsetek"));
        assertThat(warnings.on(LocalDate.of(2026, 3, 6)))
                .anyMatch(one -> one.contains("„Stopa odsetek za zwłokę” sprawdzono do dnia 5.03.2026"));
    }

    @Test
    void figuresThatStandForUnknownOnesAreNamed_PT16() {
        assertThat(office.bean(LawWarnings.class).on(LocalDate.of(2026, 3, 5)))
                .anyMatch(one -> one.contains("„Koszt listu poleconego”, Rok podatkowy 2026")
                        && one.contains("WARTOŚĆ ZASTĘPCZA"))
                .anyMatch(one -> one.contains("„Stawka podatku”") && one.contains("WARTOŚĆ ZASTĘPCZA"));
        assertThat(page(get("/prawo"))).contains("Do sprawdzenia", "Pobierz cały pakiet (ZIP)", "dni-wolne.csv");
        assertThat(page(get("/prawo/dni-wolne"))).contains("Wigilia Bożego Narodzenia", "Dz.U. 2024 poz. 1965");
    }

    @Test
    void whatWasReadAtTheDecisionStaysWithTheProposal() {
        inATransactionThatIsRolledBack(() -> {
            UUID id = packs.propose(rye("60.10"), "Rada obniżyła cenę", "analityk");
            assertThat(page(get("/prawo/propozycje/" + id))).contains("66.42 → 60.10", "Zmieniono przykład", "Wycofaj");
            packs.approve(id, "wojtek");
            assertThat(page(get("/prawo/propozycje/" + id)))
                    .contains("66.42 → 60.10", "Sprawdzenie w chwili rozstrzygnięcia", "zatwierdzona")
                    .doesNotContain("Wycofaj");
        });
    }

    @Test
    void theVersionOfTheProgramIsProposedWithOneClick() {
        inATransactionThatIsRolledBack(() -> {
            packs.approve(packs.propose(rye("60.10"), "Rada obniżyła cenę", "analityk"), "wojtek");
            assertThat(office.bean(LawInForce.class).shippedOtherwise())
                    .filteredOn(shipped -> shipped.key().equals("cena-zyta"))
                    .singleElement()
                    .satisfies(shipped -> assertThat(shipped.sentences())
                            .singleElement()
                            .asString()
                            .contains("60.10 → 66.42"));
            assertThat(page(get("/prawo"))).contains("Program dostarcza inną wersję", "60.10 → 66.42");

            String proposal = asked(post("/prawo/propozycje").param("zProgramu", "cena-zyta"))
                    .getResponse()
                    .getRedirectedUrl();
            assertThat(page(get(proposal))).contains("60.10 → 66.42", "zastrzeżeń nie ma");
            packs.approve(UUID.fromString(proposal.substring(proposal.lastIndexOf('/') + 1)), "wojtek");
            assertThat(office.bean(LawInForce.class).shippedOtherwise())
                    .noneMatch(shipped -> shipped.key().equals("cena-zyta"));
        });
    }

    @Test
    void filesThatComeWithTheProgramAreLeftOutWithANote() {
        inATransactionThatIsRolledBack(() -> {
            var upload = multipart("/prawo/propozycje");
            rye("60.10").forEach((name, content) -> upload.file(new MockMultipartFile("pliki", name, null, content)));
            upload.file(new MockMultipartFile("pliki", "reguly.csv", null, new byte[] {1}));
            MvcResult answer = asked(upload.param("opis", "Cena żyta"));

            assertThat(answer.getFlashMap().get("notice")).asString().contains("Pominięto", "reguly.csv");
        });
    }

    private static Map<String, byte[]> rye(String price) {
        return Map.of(
                "cena-zyta.dmn",
                text("cena-zyta.dmn").replace("\"66.42\"", "\"" + price + "\"").getBytes(StandardCharsets.UTF_8),
                "cena-zyta.examples.csv",
                text("cena-zyta.examples.csv").replace("66.42", price).getBytes(StandardCharsets.UTF_8));
    }

    private String page(MockHttpServletRequestBuilder request) {
        try {
            return asked(request)
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("&quot;", "\"");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private MvcResult asked(org.springframework.test.web.servlet.RequestBuilder request) {
        if (request
                instanceof
                org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?> builder) {
            builder.principal(() -> "analityk").with(asked -> {
                asked.addUserRole("analitycy");
                return asked;
            });
        }
        try {
            return pages.perform(request).andReturn();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void inATransactionThatIsRolledBack(Runnable work) {
        new TransactionTemplate(office.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    private static String text(String name) {
        try (InputStream file = LawPagesTest.class.getResourceAsStream("/decisions/prawo/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
