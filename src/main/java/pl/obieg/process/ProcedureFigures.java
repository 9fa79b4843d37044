package pl.obieg.process;

/**
 * How one procedure stands.
 *
 * @param key of the procedure: {@code podatek-od-nieruchomosci}
 * @param name in Polish
 * @param running open cases
 * @param tasksOpen open user tasks, those of called procedures included
 * @param tasksOverdue of them, past their due date
 * @param incidents open incidents
 * @param endedIn30Days cases that ended in the last 30 days
 */
public record ProcedureFigures(
        String key, String name, long running, long tasksOpen, long tasksOverdue, long incidents, long endedIn30Days) {}
