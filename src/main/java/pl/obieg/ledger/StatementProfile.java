package pl.obieg.ledger;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One bank's dialect of MT940: its encoding and the labels inside field 86. The defaults are mBank's mass payments:
 * {@code 911 TRANSAKCJA COLLECT; ID IPH: XX000000000001; Z RACH.: …; OD: …; TYT.: …; TNR: …}.
 *
 * @param encoding of the file
 * @param separator between the labelled parts
 * @param labels all labels, in the order in which the bank writes them; the order matters, since a payer can type a
 *     label into the title
 * @param freeText those of {@code labels} whose text the payer chooses
 * @param payerAccount labels that name the payer's individual account: a 26-digit NRB or a mass-payment id
 * @param massPaymentId pattern of such an id; group 1 = client part, 12 digits
 * @param senderAccount label of the account the money came from
 * @param sender label of name and address of the sender
 * @param title label of the title
 * @param reference label of the bank's unique number of the transaction
 * @param debitedOn label of the day the sender's account was debited (PAY-01), {@code yyyy-MM-dd} or
 *     {@code dd.MM.yyyy}; empty if the bank does not tell it
 */
public record StatementProfile(
        @DefaultValue("windows-1250") @NotNull Charset encoding,
        @DefaultValue(";") @NotBlank String separator,

        @DefaultValue({"ID IPH", "NA RACH.", "Z RACH.", "OD", "TYT.", "TNR"}) @NotEmpty
        List<String> labels,

        @DefaultValue({"OD", "TYT."}) List<String> freeText,
        @DefaultValue({"ID IPH", "NA RACH."}) @NotEmpty List<String> payerAccount,
        @DefaultValue("(?:[A-Z]{2})?(\\d{12})") @NotNull Pattern massPaymentId,
        @DefaultValue("Z RACH.") String senderAccount,
        @DefaultValue("OD") String sender,
        @DefaultValue("TYT.") String title,
        @DefaultValue("TNR") String reference,
        @DefaultValue("") String debitedOn) {

    /** The dialect of mBank CompanyNet. */
    public static StatementProfile mbank() {
        return new StatementProfile(
                Charset.forName("windows-1250"),
                ";",
                List.of("ID IPH", "NA RACH.", "Z RACH.", "OD", "TYT.", "TNR"),
                List.of("OD", "TYT."),
                List.of("ID IPH", "NA RACH."),
                Pattern.compile("(?:[A-Z]{2})?(\\d{12})"),
                "Z RACH.",
                "OD",
                "TYT.",
                "TNR",
                "");
    }
}
