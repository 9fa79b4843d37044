package pl.obieg.ledger.dunning;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * House rules of collection.
 *
 * @param inform whether a clerk is asked to remind the debtor before an upomnienie (ARR-07: optional)
 * @param lookAgainDays after how many days an arrear that is too small or not final is looked at again
 * @param restAfterGivingUp days for which dues are left alone after a clerk gave up their dunning
 * @param restAfterDiscontinuance days for which dues are left alone after enforcement was discontinued
 */
@Validated
@ConfigurationProperties("obieg.systems.ledger.arrears")
public record ArrearsSettings(
        @DefaultValue("true") boolean inform,
        @DefaultValue("7") @Min(1) int lookAgainDays,
        @DefaultValue("30") @Min(1) int restAfterGivingUp,
        @DefaultValue("365") @Min(1) int restAfterDiscontinuance) {}
