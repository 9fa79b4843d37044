package pl.obieg.delivery;

import java.time.LocalDate;
import pl.obieg.exchange.Address;

/**
 * One letter to one addressee.
 *
 * @param status PREPARED, SENT, or the result of D14
 * @param channel result of D13, {@code null} before
 * @param adeAddress found in BAE, or {@code null}
 * @param applicationAde ADE the application came from, or {@code null}
 * @param epuapAddress known box, or {@code null}
 * @param correctedAddress an address the clerk found for this letter, be it of work or wherever the addressee is (DEL-09);
 *     {@code null}: the client base knows it
 * @param legalDate the legal day of delivery, {@code null} while or if there is none
 * @param representative to whom the letter goes instead of the party, or {@code null}
 * @param concludedFrom mark of the evidence the conclusion rests on, {@code null} before
 */
public record Delivery(
        String id,
        String caseNumber,
        String documentId,
        String partyId,
        String status,
        String channel,
        String channelBasis,
        String channelReason,
        String adeAddress,
        String applicationAde,
        String epuapAddress,
        Address correctedAddress,
        Circumstances circumstances,
        LocalDate legalDate,
        String concludedFrom,
        Representative representative) {}
