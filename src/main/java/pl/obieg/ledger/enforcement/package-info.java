/**
 * Writs of execution TW-1 (ARR-08, ARR-09): their data, the enforcement office behind {@link
 * pl.obieg.ledger.enforcement.EnforcementOffice}, and what it tells back. See {@code docs/systems/enforcement.md}.
 */
package pl.obieg.ledger.enforcement;
