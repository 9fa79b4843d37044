package pl.obieg.process;

/**
 * One visit of a service task.
 *
 * @param idempotencyKey the same on every retry of this visit, new for each further visit
 * @param businessKey the business key of the procedure instance: the case number, or what stands for it before there is
 *     one
 * @param procedure the key of the procedure, such as {@code podatek-od-nieruchomosci}
 */
public record Call(String idempotencyKey, String businessKey, String procedure) {}
