package pl.obieg.ledger;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands on the office's transfers.
 *
 * @param orderer name and address of the one who pays
 */
@ConfigurationProperties("obieg.systems.bank.transfers")
public record TransferSettings(@DefaultValue("Urząd Gminy") String orderer) {}
