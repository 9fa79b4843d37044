package pl.obieg.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A fact of a case that more than one module wants to know. The module where it happens publishes it through Spring's
 * {@code ApplicationEventPublisher}; listeners store what they need in the same transaction.
 */
public sealed interface CaseFact {

    /** The case it belongs to: {@code FN.3120.1.2026}. */
    String caseNumber();

    /** The tax system took over a declaration. */
    record DeclarationRecorded(
            String caseNumber,
            String declarationId,
            String submissionId,
            String formCode,
            int taxYear,
            LocalDate receivedOn,
            List<String> partyIds)
            implements CaseFact {}

    /** A decision was sealed and registered. {@code taxDue} in full zł. */
    record DecisionIssued(
            String caseNumber,
            String decisionNumber,
            String documentId,
            int taxYear,
            BigDecimal taxDue,
            LocalDate issuedOn,
            List<String> partyIds)
            implements CaseFact {}

    /** A decision must not be issued for now; {@code reason} is a Polish sentence without personal data. */
    record DecisionWithheld(String caseNumber, String reason, LocalDate withheldOn) implements CaseFact {}

    /** A delivery found its legal end. {@code legalDate} is {@code null} if the letter was not delivered. */
    record DeliveryConcluded(
            String caseNumber,
            String deliveryId,
            String partyId,
            String documentId,
            String channel,
            String status,
            LocalDate legalDate)
            implements CaseFact {}

    /**
     * The evidence of an attempt to deliver says something new. It is all that is known of the attempt, so the newest one
     * counts and the others may be forgotten.
     *
     * @param attempt from 1
     * @param revision grows with each of these facts about the attempt
     * @param contradicts the delivery was concluded before, and by the evidence of now it would end otherwise
     */
    record ReceiptRecorded(
            String caseNumber,
            String deliveryId,
            String partyId,
            String documentId,
            int attempt,
            int revision,
            Receipt receipt,
            boolean contradicts)
            implements CaseFact {}

    /**
     * A receivable was made, or its due dates were corrected: then the new fact replaces the old one. {@code account} is
     * the payer's NRB, 26 digits.
     */
    record TaxCharged(
            String caseNumber,
            String receivableId,
            int taxYear,
            String account,
            List<String> partyIds,
            List<Instalment> instalments)
            implements CaseFact {}

    /**
     * The legal date of a decision turned out to be another (a defective delivery), so its instalments are due on other
     * days; payments are set anew, which {@link PaymentAllocated} tells.
     */
    record TaxRedated(String caseNumber, String receivableId, LocalDate legalDate, List<Instalment> instalments)
            implements CaseFact {}

    /**
     * What of a payment counts on an instalment, in zł: {@code amount} on the tax itself, {@code interest} beside it. The
     * same payment and instalment again replaces what was told before; both zero: nothing of it counts any more.
     */
    record PaymentAllocated(
            String caseNumber,
            String receivableId,
            String paymentId,
            int instalmentNumber,
            LocalDate paidOn,
            BigDecimal amount,
            BigDecimal interest)
            implements CaseFact {}

    /**
     * A letter of the office was sealed and goes out. {@code number}: of the register of decisions for a decision or an
     * order, else {@code null}. {@code settles}: the case is settled with it, so its term ends.
     */
    record LetterIssued(
            String caseNumber,
            String letterId,
            OfficeLetters.Kind kind,
            String title,
            String number,
            String documentId,
            LocalDate issuedOn,
            List<String> partyIds,
            boolean settles)
            implements CaseFact {

        /** One that settles its case if its kind always does. */
        public LetterIssued(
                String caseNumber,
                String letterId,
                OfficeLetters.Kind kind,
                String title,
                String number,
                String documentId,
                LocalDate issuedOn,
                List<String> partyIds) {
            this(caseNumber, letterId, kind, title, number, documentId, issuedOn, partyIds, kind.settles());
        }
    }

    /** A case is an especially complex one (OP art. 139 § 1); {@code reason} is a Polish sentence without personal data. */
    record CaseFoundComplex(String caseNumber, String reason) implements CaseFact {}

    /** The case ended; {@code outcome} is a Polish phrase for the register. */
    record CaseClosed(String caseNumber, String outcome, LocalDate closedOn) implements CaseFact {}

    /** Which tax a decision of the case is about, as a citizen reads it: {@code łączne zobowiązanie pieniężne}. */
    record TaxNamed(String caseNumber, int taxYear, String tax) implements CaseFact {}

    /**
     * A receivable was corrected, since its decision was changed (OP art. 254) or a declared tax was declared or determined
     * anew (art. 81, 21 § 3); {@link TaxCharged} tells the instalments.
     *
     * @param caseNumber in which the tax was charged
     * @param changeCase in which the decision or the declaration was changed
     * @param decisionNumber of the changing decision; {@code null} for a declared tax (art. 81)
     * @param oldAmount zł
     * @param newAmount zł
     * @param overpaid what payments exceed the dues of the account by now, zł
     */
    record TaxCorrected(
            String caseNumber,
            String receivableId,
            String changeCase,
            String decisionNumber,
            BigDecimal oldAmount,
            BigDecimal newAmount,
            BigDecimal overpaid,
            LocalDate correctedOn)
            implements CaseFact {}

    /**
     * A party appealed against a decision or order; it is not final while the appeal runs.
     *
     * @param caseNumber of the decision; the appeal is a case of its own
     */
    record AppealFiled(String caseNumber, String decisionNumber, String partyId, LocalDate filedOn)
            implements CaseFact {}

    /**
     * An appeal came to its end.
     *
     * @param caseNumber of the decision
     * @param outcome code of the ruling: {@code UTRZYMANA}, {@code ZMIENIONA}, {@code UMORZONA}, {@code DO_PONOWNEGO},
     *     {@code NIEDOPUSZCZALNE}, {@code PO_TERMINIE}, {@code BEZ_ROZPATRZENIA}, {@code AUTOKONTROLA}
     */
    record AppealEnded(String caseNumber, String decisionNumber, String outcome, LocalDate endedOn)
            implements CaseFact {}

    /** A party was asked to speak on the evidence before the decision (OP art. 200). */
    record HearingOpened(String caseNumber) implements CaseFact {}

    /**
     * An application was taken over into a case.
     *
     * @param subject Polish: "Zaświadczenie o niezaleganiu w podatkach"
     */
    record ApplicationTaken(
            String caseNumber, String submissionId, String subject, List<String> partyIds, LocalDate takenOn)
            implements CaseFact {}

    /**
     * A case was opened.
     *
     * @param jrwaClass symbol, {@code 3120}
     * @param formCode of the form that began it; {@code null} for another letter or a case ex officio
     * @param startedOn when the letter came (to the office's electronic address: its inflow, DEL-07), or the case was opened
     *     ex officio
     * @param exOfficio no letter began it
     */
    record CaseOpened(String caseNumber, String jrwaClass, String formCode, LocalDate startedOn, boolean exOfficio)
            implements CaseFact {}

    /**
     * An overpayment of the case goes back to the payer: {@code amount} with {@code interest} on it, zł. The same refund
     * again changes nothing.
     */
    record OverpaymentRefunded(
            String caseNumber, String refundId, BigDecimal amount, BigDecimal interest, LocalDate orderedOn)
            implements CaseFact {}

    /** The stamp duty the case waited for is paid; {@code amount} in zł. */
    record StampDutySettled(String caseNumber, BigDecimal amount, LocalDate paidOn) implements CaseFact {}

    /**
     * Where a relief in paying (OP art. 67a) stands. The same standing with as many lapsed terms again changes nothing.
     *
     * @param caseNumber in which the tax was charged
     * @param reliefCase of the application
     * @param lapsedTerms how many of its terms have lapsed by now (OP art. 259)
     * @param sentence Polish, for the payer and the clerk, without personal data
     */
    record ReliefChanged(
            String caseNumber,
            String receivableId,
            String reliefCase,
            ReliefStanding standing,
            int lapsedTerms,
            String sentence,
            LocalDate changedOn)
            implements CaseFact {}

    /** Standing of a relief in {@link ReliefChanged}. */
    enum ReliefStanding {
        APPLIED,
        GRANTED,
        /** Some of its terms have lapsed, the others are to be kept. */
        TERM_LAPSED,
        /** No term is left to keep. */
        LAPSED,
        /** All was paid on its terms. */
        KEPT,
        REFUSED,
        /** Ended without a decision on the substance. */
        DROPPED
    }

    /**
     * A taxpayer corrected by his own will a tax he counts himself (OP art. 81); told before it is charged, and again when
     * the office accepts it.
     *
     * @param declarationDeadline last day to file the declaration that is corrected
     * @param afterVerification filed after the office began to verify (INT-03)
     */
    record CorrectionAccepted(
            String caseNumber,
            String assessmentId,
            LocalDate declarationDeadline,
            LocalDate filedOn,
            boolean afterVerification)
            implements CaseFact {}

    /**
     * Part of a receivable need not be paid any more: remitted by a decision (OP art. 67a), or taken by limitation (OP
     * art. 70).
     *
     * @param writeOffId the same again changes nothing
     * @param principal of the tax, or of a prolongation fee, zł
     * @param interest zł
     * @param sentence Polish, for the payer and the clerk, without personal data
     */
    record ArrearsWrittenOff(
            String caseNumber,
            String receivableId,
            int instalmentNumber,
            String writeOffId,
            BigDecimal principal,
            BigDecimal interest,
            String sentence,
            LocalDate writtenOffOn)
            implements CaseFact {}

    /**
     * A closed case goes on under its number.
     *
     * @param reason Polish sentence without personal data
     * @param startedOn from when its term runs anew
     */
    record CaseReopened(String caseNumber, String reason, LocalDate startedOn) implements CaseFact {}

    /**
     * On these days no interest runs on the tax that the case will charge, since the organ was late (OP art. 54 § 1 pkt 7).
     * The same span again changes nothing.
     *
     * @param from first day
     * @param to last day
     * @param basis article, as written in explanations
     */
    record InterestSuspended(String caseNumber, LocalDate from, LocalDate to, String basis) implements CaseFact {}

    /** Proceedings of the case began on the day the law says: for those ex officio, when the order was delivered. */
    record ProceedingsBegun(String caseNumber, LocalDate begunOn) implements CaseFact {}
}
