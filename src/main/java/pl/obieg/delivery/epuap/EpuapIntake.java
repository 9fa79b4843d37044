package pl.obieg.delivery.epuap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import pl.obieg.delivery.Evidence;
import pl.obieg.delivery.EvidenceDesk;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.SignatureCheck;
import pl.obieg.exchange.IntakeForms;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.SubmissionRoute;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.ProcedureMessage;

/**
 * Stores what came through the box: a UPD as evidence of a dispatch, everything else as a submission. Nothing is turned
 * away: what is no known form begins {@code pismo-nierozpoznane}.
 */
@Component
class EpuapIntake {

    static final String CHANNEL = "EPUAP";

    private static final Logger LOG = LoggerFactory.getLogger(EpuapIntake.class);
    private static final String XML = "application/xml";

    private final DocumentStore documents;
    private final Submissions submissions;
    private final IntakeForms forms;
    private final ObjectProvider<SubmissionRoute> routes;
    private final EvidenceDesk evidenceDesk;
    private final Dispatches dispatches;
    private final SignatureCheck signatures;
    private final EpuapSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EpuapIntake(
            DocumentStore documents,
            Submissions submissions,
            IntakeForms forms,
            ObjectProvider<SubmissionRoute> routes,
            EvidenceDesk evidenceDesk,
            Dispatches dispatches,
            SignatureCheck signatures,
            EpuapSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.submissions = submissions;
        this.forms = forms;
        this.routes = routes;
        this.evidenceDesk = evidenceDesk;
        this.dispatches = dispatches;
        this.signatures = signatures;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Stores the document unless it is there. The caller opens the transaction. */
    void store(PulledDocument document) {
        Optional<XmlLetter> letter = XmlLetter.read(document.content());
        Optional<Confirmation> upd = letter.flatMap(Confirmation::upd);
        if (upd.isPresent() && takenAsEvidence(upd.get(), document)) {
            return;
        }
        submit(document, letter);
    }

    private boolean takenAsEvidence(Confirmation upd, PulledDocument document) {
        Optional<String> order = dispatches.orderOf(upd.references());
        Optional<LocalDate> collectedOn = upd.collectedOn();
        if (order.isEmpty() || collectedOn.isEmpty()) {
            LOG.warn("A UPD names no dispatch of this office or no date; a clerk will look at it");
            return false;
        }
        SignatureCheck.Outcome signature = signatures.check(document.content()).outcome();
        // Anybody can put a file that looks like a UPD into the box; only its signature makes it one.
        if (!settings.acceptedEvidenceSignatures().contains(signature)) {
            LOG.warn("The signature of a UPD for order {} is {}; a clerk will look at it", order.get(), signature);
            return false;
        }
        String documentId = documents.put(document.content(), "upd.xml", XML);
        Map<String, String> details = new HashMap<>();
        details.put("upd", upd.id());
        upd.addressee().ifPresent(name -> details.put("receiverName", name));
        String externalId = upd.id().isEmpty() ? documentId : upd.id();
        evidenceDesk.receive(new Evidence(
                CHANNEL,
                order.get(),
                externalId,
                Evidence.Kind.COLLECTED,
                collectedOn.get(),
                Map.copyOf(details),
                documentId));
        return true;
    }

    private void submit(PulledDocument document, Optional<XmlLetter> letter) {
        String namespace = letter.map(XmlLetter::namespace).orElse(null);
        Optional<IntakeForms.Form> form = document.test() ? Optional.empty() : forms.byNamespace(namespace);
        String fileName = FileNames.safe(document.fileName(), "dokument-epuap.xml");
        String mediaType = letter.isPresent() ? XML : FileNames.mediaType(document.mediaType());
        String documentId = documents.put(document.content(), fileName, mediaType);
        String upp = Confirmation.upp(document.extra())
                .map(bytes -> documents.put(bytes, "upp.xml", XML))
                .orElse(null);
        PulledDocument.Sender sender = document.sender();
        Submissions.Accepted accepted = submissions.accept(new Submission(
                null,
                CHANNEL,
                document.externalId(),
                FileNames.shortened(namespace, 300),
                form.map(IntakeForms.Form::formCode).orElse(null),
                FileNames.shortened(sender.name(), 300),
                FileNames.shortened(sender.identifier(), 20),
                FileNames.shortened(document.replyAddress(), 200),
                subject(document, form, fileName),
                EpuapTime.instant(document.sentAt()).orElseGet(clock::instant),
                documentId,
                upp,
                attachments(letter)));
        if (accepted.isNew()) {
            events.publishEvent(message(submissions.get(accepted.id()), form));
        }
    }

    private List<Submission.Attachment> attachments(Optional<XmlLetter> letter) {
        List<Submission.Attachment> stored = new ArrayList<>();
        for (XmlLetter.Enclosure file : letter.map(XmlLetter::enclosures).orElse(List.of())) {
            String id = documents.put(file.content(), file.fileName(), file.mediaType());
            stored.add(new Submission.Attachment(file.fileName(), id));
        }
        return stored;
    }

    private static String subject(PulledDocument document, Optional<IntakeForms.Form> form, String fileName) {
        if (document.test()) {
            return "Dokument testowy z ePUAP: " + fileName;
        }
        return form.map(known -> "Formularz " + known.formCode() + " z ePUAP").orElse("Dokument z ePUAP: " + fileName);
    }

    private ProcedureMessage message(Submission submission, Optional<IntakeForms.Form> form) {
        String submissionId = submission.id();
        Map<String, Object> variables = new HashMap<>(Map.of("submissionId", submissionId, "channel", CHANNEL));
        form.ifPresent(known -> variables.put("formCode", known.formCode()));
        String usual = form.map(IntakeForms.Form::message).orElse("UnrecognisedDocumentArrived");
        String name = routes.stream()
                .flatMap(route -> route.instead(submission, usual).stream())
                .findFirst()
                .orElse(usual);
        return new ProcedureMessage(name, submissionId, submissionId, Map.copyOf(variables));
    }
}
