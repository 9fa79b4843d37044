package pl.obieg.process;

/**
 * What a {@link ProcedureMessage} told is not so any more. If no procedure has taken the message yet, none will; the same
 * may be told again later. One that was taken stays taken.
 *
 * @param name of the message
 * @param externalId of the message
 */
public record ProcedureMessageWithdrawn(String name, String externalId) {}
