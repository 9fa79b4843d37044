package pl.obieg.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the office's bank is reached and how it writes.
 *
 * @param sortCode 8 digits (numer rozliczeniowy) of the bank that keeps the payers' individual accounts
 * @param assignedId 4 digits the bank assigned to the office
 * @param accounts NRB of the office's own accounts; statements of others are rejected; empty: any is taken
 * @param inbox folder where the bank's programme leaves statements; {@code null}: no folder is watched
 * @param pollDelay between two looks into the folder
 * @param quietPeriod a file changed less than this ago may still be in writing and is left for the next look
 * @param profile how the bank fills field 86
 */
@Validated
@ConfigurationProperties("obieg.systems.bank")
public record BankSettings(
        @DefaultValue("99900009") @Pattern(regexp = "\\d{8}")
        String sortCode,

        @DefaultValue("0001") @Pattern(regexp = "\\d{4}") String assignedId,
        @DefaultValue List<@Pattern(regexp = "\\d{26}") String> accounts,
        Path inbox,
        @DefaultValue("30s") @NotNull Duration pollDelay,
        @DefaultValue("2s") @NotNull Duration quietPeriod,
        @DefaultValue @Valid StatementProfile profile) {}
