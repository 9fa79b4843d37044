package pl.obieg.process;

/**
 * One thing a domain system can be asked to do: the joint between an analyst's service task and a developer's code.
 *
 * <p>The class name is the name everywhere: class {@code RegisterLetter} is the bean {@code registerLetter}, the
 * expression {@code ${registerLetter}} in the model, the palette file and the heading on the system's page. The
 * components of {@code I} are read from process variables of the same names, those of {@code O} are written back; both
 * hold ids and decision inputs only, never personal data. Annotate the class with {@link OperationCard}.
 *
 * <p>Allowed component types: {@code String, Boolean, Integer, Long, Double, BigDecimal, LocalDate}, a {@code List} of
 * {@code String}, or a {@code List} of a record made of these. A {@code BigDecimal} becomes text; an amount that a
 * decision table compares with another one is handed over as {@code Double}. An input that is not set arrives as {@code null}.
 *
 * <p>A business answer that is a "no" is thrown as {@link Refusal}; any other exception is technical: it is retried
 * with back-off and then becomes an incident.
 *
 * @param <I> what it reads
 * @param <O> what it answers; {@link Nothing} if there is nothing to say
 */
public interface Operation<I extends Record, O extends Record> {

    /**
     * Does the work in the transaction of the engine's job: rows written here and the engine's state commit together.
     *
     * @param input what the procedure handed over
     * @param call which visit of the task this is; its idempotency key goes to every outside system
     * @return the output now, or the promise of a later one
     * @throws Refusal if the system answers "no" for a reason of the trade
     */
    Answer<O> run(I input, Call call);
}
