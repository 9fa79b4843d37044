package pl.obieg.workplace;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import pl.obieg.process.Figures;
import pl.obieg.process.ProcedureFigures;

/** The figures behind the page "Panel" in Cockpit. */
@RestController
class ManagersPanel {

    private final Figures figures;

    ManagersPanel(Figures figures) {
        this.figures = figures;
    }

    @GetMapping("/api/panel")
    ResponseEntity<List<ProcedureFigures>> byProcedure() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(figures.byProcedure());
    }
}
