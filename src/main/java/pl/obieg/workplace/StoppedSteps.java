package pl.obieg.workplace;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pl.obieg.process.Stoppages;

/** Steps that stand still for a technical reason, as sentences, with a button to have them tried again. */
@Controller
class StoppedSteps {

    private static final int SHOWN = 200;

    private final Stoppages stoppages;

    StoppedSteps(Stoppages stoppages) {
        this.stoppages = stoppages;
    }

    @GetMapping("/wstrzymane")
    String show(Model model) {
        model.addAttribute("stoppages", stoppages.newest(SHOWN));
        return "workplace/wstrzymane";
    }

    @PostMapping("/wstrzymane/{jobId}/ponow")
    String tryAgain(@PathVariable String jobId, RedirectAttributes after) {
        stoppages.tryAgain(jobId);
        after.addFlashAttribute("notice", "Krok zostanie za chwilę ponowiony.");
        return "redirect:/wstrzymane";
    }
}
