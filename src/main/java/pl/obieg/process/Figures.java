package pl.obieg.process;

import java.util.List;

/** Counts for the managers' page, as far as the signed-in user may see the procedures. */
public interface Figures {

    /** One row per deployed procedure that runs by itself (not the called ones), by Polish name. */
    List<ProcedureFigures> byProcedure();
}
