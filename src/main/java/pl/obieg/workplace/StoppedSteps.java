package pl.obieg.workplace;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pl.obieg.process.Refusal;
import pl.obieg.process.Stoppages;

/**
 * Steps that stand still for a technical reason, as sentences: any clerk has them tried again, the head also corrects the
 * data of a step or lets the case go on without it.
 */
@Controller
class StoppedSteps {

    private static final int SHOWN = 200;

    private final Stoppages stoppages;

    StoppedSteps(Stoppages stoppages) {
        this.stoppages = stoppages;
    }

    @GetMapping("/wstrzymane")
    String show(Model model, HttpServletRequest request) {
        model.addAttribute("head", request.isUserInRole("kierownictwo") || request.isUserInRole("camunda-admin"));
        model.addAttribute("stoppages", stoppages.newest(SHOWN));
        return "workplace/wstrzymane";
    }

    @PostMapping("/wstrzymane/{jobId}/ponow")
    String tryAgain(@PathVariable String jobId, RedirectAttributes after) {
        stoppages.tryAgain(jobId);
        after.addFlashAttribute("notice", "Krok zostanie za chwilę ponowiony.");
        return "redirect:/wstrzymane";
    }

    @PostMapping("/wstrzymane/{jobId}/popraw")
    String correct(
            @PathVariable String jobId,
            @RequestParam(name = "dana") String name,
            @RequestParam(name = "wartosc") String value,
            @RequestParam(name = "powod") String reason,
            Principal head,
            RedirectAttributes after) {
        return done(
                () -> stoppages.correct(jobId, new Stoppages.Datum(name, value), reason, head.getName()),
                "Dane poprawiono, krok zostanie za chwilę ponowiony.",
                after);
    }

    @PostMapping("/wstrzymane/{jobId}/pomin")
    String skip(
            @PathVariable String jobId,
            @RequestParam(name = "powod") String reason,
            Principal head,
            RedirectAttributes after) {
        return done(
                () -> stoppages.skip(jobId, reason, head.getName()),
                "Krok pominięto, sprawa idzie dalej. Powód odnotowano w aktach.",
                after);
    }

    private static String done(Runnable work, String notice, RedirectAttributes after) {
        try {
            work.run();
            after.addFlashAttribute("notice", notice);
        } catch (Refusal refusal) {
            after.addFlashAttribute("notice", refusal.getMessage());
        }
        return "redirect:/wstrzymane";
    }
}
