package pl.obieg.procedures;

import java.util.Map;
import java.util.Set;

/** The messages modules publish, each with the variables it always brings; see the pages of the systems. */
final class KnownMessages {

    private static final Map<String, Set<String>> VARIABLES = Map.of(
            "DeclarationArrived", Set.of("submissionId", "formCode", "channel"),
            "UnrecognisedDocumentArrived", Set.of("submissionId", "channel"),
            "PaymentUnmatched", Set.of("paymentId"),
            "AnswerArrived", Set.of(),
            "ReceiptArrived", Set.of(),
            "ReceivableSettled", Set.of());

    private KnownMessages() {}

    static Set<String> names() {
        return VARIABLES.keySet();
    }

    static Set<String> variables(String name) {
        return VARIABLES.getOrDefault(name, Set.of());
    }
}
