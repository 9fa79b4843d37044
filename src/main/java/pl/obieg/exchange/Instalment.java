package pl.obieg.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One part of a tax.
 *
 * @param number from 1
 * @param date calendar date by law, already on a working day; the delivery may move the due date later (PT-65)
 * @param amount zł, full
 */
public record Instalment(Integer number, LocalDate date, BigDecimal amount) {}
