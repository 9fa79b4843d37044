package pl.obieg.delivery.edoreczenia;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A message as the User Agent API 3.0.8 writes it; only the fields the office uses. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserAgentMessage(
        ControlData messageControlData, Metadata messageMetadata, String textBody, List<Attachment> attachments) {

    /** Status as in rule R9: {@code Doręczona}, {@code Uznana za doręczoną}, … */
    record ControlData(String messageTaskId, String status, String statusDescription) {}

    /** {@code caseId} is the office's own mark; {@code shippingService} is {@code electronic} for PURDE, {@code hybrid} for PUH. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Metadata(
            MailAddress from,
            List<MailAddress> to,
            String subject,
            String messageId,
            String caseId,
            String shippingService,
            HybridShipment hybridShipment) {

        /** Of a message between mailboxes. */
        Metadata(
                MailAddress from,
                List<MailAddress> to,
                String subject,
                String messageId,
                String caseId,
                String shippingService) {
            this(from, to, subject, messageId, caseId, shippingService, null);
        }
    }

    /** One side of a message: a mailbox, or for the hybrid service a place and who is there. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MailAddress(
            @JsonProperty("eDeliveryAddress") String eDeliveryAddress, Place address, Contributor contributor) {

        MailAddress(String eDeliveryAddress) {
            this(eDeliveryAddress, null, null);
        }
    }

    /**
     * A postal address.
     *
     * @param country by its name in the operator's list of countries: {@code Polska}
     * @param houseNumber number of the flat, as the specification names it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            String country, String street, String postalCode, String city, String buildingNumber, String houseNumber) {}

    /** A person, or a body with the first 50 and the next 100 characters of its name (rule R7). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contributor(String firstName, String lastName, String companyName, String companyNameContinued) {}

    /**
     * How the hybrid service carries the letter.
     *
     * @param shipmentNumber the operator's, once it was posted
     * @param procedingType {@code tax} or {@code administrative}; the operator's spelling
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HybridShipment(
            String shipmentNumber,
            String procedingType,
            String sendersInformation,
            String categoryService,
            String printingMode,
            String overprintMode,
            String returnService,
            Boolean proofOfDelivery,
            String caseContent,
            String shippingMode) {}

    /** {@code order} counts from 1. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attachment(Integer order, File file) {}

    /** {@code file} is Base64. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record File(FileMetadata fileMetadata, String file) {}

    /** {@code hash} is made with SHA-3, the only algorithm allowed. */
    record FileMetadata(String fileId, String filename, String contentType, long size, String alg, String hash) {}

    /** A page of the mailbox. */
    record Page(List<UserAgentMessage> messages, Integer total) {}

    /** What became of one addressee of a sending task. */
    record TaskResult(
            String messageId,
            String error,
            @JsonProperty("error_description") String errorDescription) {}

    /** State of a sending task: {@code PENDING} or {@code FINISHED}. */
    record TaskStatus(String messageTaskStatus) {}

    /** The answer to a message that was taken for sending. */
    record Accepted(String messageTaskId, String warning) {}

    /** An entry of the list of evidence; dates are ISO 8601 with an offset. */
    record EvidenceEntry(
            String evidenceId,
            String messageId,
            String eventDate,
            String reasonId,
            List<String> reasonDetails,
            String type) {}

    /** All evidence of a message. */
    record EvidenceList(List<EvidenceEntry> evidences) {}
}
