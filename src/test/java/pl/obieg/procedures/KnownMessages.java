package pl.obieg.procedures;

import java.util.Map;
import java.util.Set;

/** The messages modules publish, each with the variables it always brings; see the pages of the systems. */
final class KnownMessages {

    private static final Map<String, Set<String>> VARIABLES = Map.ofEntries(
            Map.entry("DeclarationArrived", Set.of("submissionId", "formCode", "channel")),
            Map.entry("UnrecognisedDocumentArrived", Set.of("submissionId", "channel")),
            Map.entry("PaymentUnmatched", Set.of("paymentId", "payerDoubt", "unmatchedReason")),
            Map.entry("AnswerArrived", Set.of()),
            Map.entry("ReceiptArrived", Set.of()),
            Map.entry("CaseOpened", Set.of("caseNumber")),
            Map.entry("CaseConcluded", Set.of()),
            Map.entry("TermNoticeIssued", Set.of()),
            Map.entry("ReceiptContradicted", Set.of("deliveryId", "caseNumber", "documentId")),
            Map.entry("ReceivableSettled", Set.of()),
            Map.entry("AppealArrived", Set.of("submissionId", "formCode", "channel")),
            Map.entry("ReliefApplicationArrived", Set.of("submissionId", "formCode", "channel")),
            Map.entry("OverpaymentApplicationArrived", Set.of("submissionId", "formCode", "channel")),
            Map.entry("CertificateApplicationArrived", Set.of("submissionId", "formCode", "channel")),
            Map.entry("ObjectionArrived", Set.of("laterSubmissionId", "channel")),
            Map.entry("AppealRulingArrived", Set.of("laterSubmissionId", "channel")),
            Map.entry("ChangeReported", Set.of("submissionId", "formCode", "channel")),
            Map.entry("LetterInCaseArrived", Set.of("laterSubmissionId", "channel")),
            Map.entry("DeclarationMissing", Set.of("missingId", "taxYear", "formCode")),
            Map.entry("DeclarationFiled", Set.of()),
            Map.entry("ArrearsFound", Set.of("dunningId")),
            Map.entry("ArrearsChanged", Set.of()),
            Map.entry("TitleReported", Set.of()),
            Map.entry("ReliefPaid", Set.of()),
            Map.entry("OverpaymentFound", Set.of("overpaymentId", "taxCaseNumber")),
            Map.entry("AllocationOrderDue", Set.of("paymentId")),
            Map.entry("StampDutyPaid", Set.of()),
            Map.entry(
                    "CaseRemanded",
                    Set.of(
                            "caseNumber",
                            "appealCase",
                            "annulledDecision",
                            "rulingNumber",
                            "rulingOn",
                            "retrialNote",
                            "returnedOn",
                            "reopenReason",
                            "clerk")));

    private KnownMessages() {}

    static Set<String> names() {
        return VARIABLES.keySet();
    }

    static Set<String> variables(String name) {
        return VARIABLES.getOrDefault(name, Set.of());
    }
}
