package pl.obieg.procedures;

import java.util.Map;
import java.util.Set;

/** The messages modules publish, each with the variables it always brings; see the pages of the systems. */
final class KnownMessages {

    private static final Map<String, Set<String>> VARIABLES = Map.ofEntries(
            Map.entry("DeclarationArrived", Set.of("submissionId", "formCode", "channel")),
            Map.entry("UnrecognisedDocumentArrived", Set.of("submissionId", "channel")),
            Map.entry("PaymentUnmatched", Set.of("paymentId")),
            Map.entry("AnswerArrived", Set.of()),
            Map.entry("ReceiptArrived", Set.of()),
            Map.entry("ReceiptContradicted", Set.of("deliveryId", "caseNumber", "documentId")),
            Map.entry("ReceivableSettled", Set.of()),
            Map.entry("AppealArrived", Set.of("submissionId", "formCode", "channel")),
            Map.entry("ReliefApplicationArrived", Set.of("submissionId", "formCode", "channel")),
            Map.entry("OverpaymentApplicationArrived", Set.of("submissionId", "formCode", "channel")),
            Map.entry("CertificateApplicationArrived", Set.of("submissionId", "formCode", "channel")),
            Map.entry("ObjectionArrived", Set.of("laterSubmissionId", "channel")),
            Map.entry("AppealRulingArrived", Set.of("laterSubmissionId", "channel")),
            Map.entry("StampDutyPaid", Set.of()),
            Map.entry("LetterInCaseArrived", Set.of("laterSubmissionId", "channel")));

    private KnownMessages() {}

    static Set<String> names() {
        return VARIABLES.keySet();
    }

    static Set<String> variables(String name) {
        return VARIABLES.getOrDefault(name, Set.of());
    }
}
