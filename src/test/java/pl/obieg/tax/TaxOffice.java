package pl.obieg.tax;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.LetterWriter;
import pl.obieg.documents.SignatureCheck;
import pl.obieg.documents.StoredDocument;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Call;
import pl.obieg.process.Decisions;
import pl.obieg.process.ProcedureFiles;
import pl.obieg.process.ProcedureMessage;
import pl.obieg.process.Reasons;
import pl.obieg.support.TestDatabase;
import pl.obieg.support.TestDecisions;
import pl.obieg.tax.appeal.AppealRegister;
import pl.obieg.tax.appeal.AppealTerm;
import pl.obieg.tax.appeal.Contestables;
import pl.obieg.tax.assessment.AgriculturalTax;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.CouncilRates;
import pl.obieg.tax.assessment.DecisionFinality;
import pl.obieg.tax.assessment.DecisionReceipts;
import pl.obieg.tax.assessment.DecisionRegister;
import pl.obieg.tax.assessment.Exemptions;
import pl.obieg.tax.assessment.ForestTax;
import pl.obieg.tax.assessment.GrantedReliefs;
import pl.obieg.tax.assessment.InstalmentPlan;
import pl.obieg.tax.assessment.JointAssessment;
import pl.obieg.tax.assessment.JointMatter;
import pl.obieg.tax.assessment.LawTables;
import pl.obieg.tax.assessment.LetterCost;
import pl.obieg.tax.assessment.ObjectChanges;
import pl.obieg.tax.assessment.TaxComputation;
import pl.obieg.tax.assessment.Taxpayers;
import pl.obieg.tax.change.ChangeLetter;
import pl.obieg.tax.change.ChangeRegister;
import pl.obieg.tax.change.Recomputation;
import pl.obieg.tax.declaration.DeclarationRegister;
import pl.obieg.tax.declaration.FormMappings;
import pl.obieg.tax.letter.DecisionLetter;
import pl.obieg.tax.web.GrantedReliefView;
import pl.obieg.tax.web.TaxPages;

/** The tax module on a real database, with doubles for the modules around it. Its day is 12 January 2026. */
final class TaxOffice implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 1, 12);
    static final String ACCOUNT = "27114020040000300201355387";

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final AtomicInteger CASES = new AtomicInteger();

    /** A case of its own, so that tests share the database. */
    final String caseNumber = "FN.3120." + CASES.incrementAndGet() + ".2026";

    final List<CaseFact> facts = new ArrayList<>();
    final List<ProcedureMessage> messages = new ArrayList<>();
    final List<OfficeLetters.Draft> drafts = new ArrayList<>();
    SignatureCheck.Report signature = new SignatureCheck.Report(SignatureCheck.Outcome.MISSING, null, null);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    TaxOffice() {
        this(TODAY);
    }

    /** On another day. */
    TaxOffice(LocalDate today) {
        Instant now = today.atTime(9, 0).atZone(OfficeClock.WARSAW).toInstant();
        context.registerBean(JdbcClient.class, DATABASE::jdbc);
        context.registerBean(OfficeClock.class, () -> new OfficeClock(Clock.fixed(now, OfficeClock.WARSAW)));
        context.registerBean(Decisions.class, TestDecisions::new);
        context.registerBean(TaxSettings.class, TaxSettings::defaults);
        context.registerBean(DocumentStore.class, MemoryStore::new);
        context.registerBean(LetterWriter.class, PlainWriter::new);
        context.registerBean(SignatureCheck.class, () -> xml -> signature);
        context.registerBean(ProcedureFiles.class, () -> TaxOffice::file);
        context.registerBean(Reasons.class, KeptReasons::new);
        context.registerBean(OfficeLetters.class, () -> (draft, key) -> {
            drafts.add(draft);
            return "letter-" + key;
        });
        context.registerBean(
                AppealBodySettings.class,
                () -> new AppealBodySettings(
                        "SKO w Przykładowie", "9999999982", "Sądowa", "2", "00-998", "Przykładowo"));
        context.register(
                StatutoryCalendar.class,
                Parties.class,
                Submissions.class,
                FormMappings.class,
                DeclarationRegister.class,
                AssessmentRegister.class,
                DecisionRegister.class,
                DecisionReceipts.class,
                DecisionFinality.class,
                CheckFinality.class,
                ChangeRegister.class,
                ObjectChanges.class,
                Recomputation.class,
                ChangeLetter.class,
                ChangeRoute.class,
                RecordChangeReport.class,
                RecordOfficialChange.class,
                ComputeChange.class,
                DraftChange.class,
                CouncilRates.class,
                InstalmentPlan.class,
                Exemptions.class,
                LawTables.class,
                LetterCost.class,
                TaxComputation.class,
                AgriculturalTax.class,
                ForestTax.class,
                JointAssessment.class,
                JointMatter.class,
                Taxpayers.class,
                GrantedReliefs.class,
                GrantedReliefView.class,
                DecisionLetter.class,
                CheckSubmission.class,
                RecordDeclaration.class,
                AssessTax.class,
                AcceptDeclaration.class,
                DraftDecision.class,
                WriteDecision.class,
                IssueDecision.class,
                WithholdDecision.class,
                RecordTaxDelivery.class,
                DeclarationPreview.class,
                TaxPages.class,
                Contestables.class,
                AppealRegister.class,
                AppealTerm.class,
                CheckAppeal.class,
                RecordAppeal.class,
                RecordForwarding.class,
                RecordRuling.class,
                DraftStance.class,
                DraftSelfReview.class,
                DraftDiscontinuation.class,
                CheckSuperseded.class,
                FindTaxDecision.class);
        context.scan("pl.obieg.tax.review", "pl.obieg.tax.retrial");
        context.register(DetermineInitiation.class);
        context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof CaseFact fact) {
                facts.add(fact);
            }
            if (event.getPayload() instanceof ProcedureMessage message) {
                messages.add(message);
            }
        });
        context.refresh();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    void publish(CaseFact fact) {
        context.publishEvent(fact);
    }

    /** A letter that came by ePUAP today. */
    String submission(String xml, String namespace, String formCode) {
        return submission("EPUAP", xml, namespace, formCode);
    }

    String submission(String channel, String xml, String namespace, String formCode) {
        String document =
                get(DocumentStore.class).put(xml.getBytes(StandardCharsets.UTF_8), "formularz.xml", "application/xml");
        return get(Submissions.class)
                .accept(new Submission(
                        null,
                        channel,
                        UUID.randomUUID().toString(),
                        namespace,
                        formCode,
                        null,
                        null,
                        null,
                        formCode,
                        get(OfficeClock.class).instant(),
                        document,
                        null,
                        List.of()))
                .id();
    }

    /** The signer has this PESEL or NIP. */
    void signedBy(String identifier) {
        signature = new SignatureCheck.Report(SignatureCheck.Outcome.VALID, "CN=podpis", identifier);
    }

    Call call(String key) {
        return new Call(key, caseNumber, "podatek-od-nieruchomosci");
    }

    @Override
    public void close() {
        context.close();
    }

    private static String file(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException absent) {
            throw new IllegalArgumentException("No file " + path, absent);
        }
    }

    /** What the operations gave as their reasons, sentence by sentence. */
    static final class KeptReasons implements Reasons {

        final List<String> sentences = new ArrayList<>();

        @Override
        public List<Reason> of(String caseNumber) {
            return List.of();
        }

        @Override
        public void keep(
                String caseNumber, String subject, String title, Map<String, String> inputs, List<String> steps) {
            sentences.addAll(steps);
        }
    }

    private static final class MemoryStore implements DocumentStore {

        private final Map<String, StoredDocument> documents = new HashMap<>();

        @Override
        public String put(byte[] content, String fileName, String mediaType) {
            try {
                String id = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
                documents.putIfAbsent(id, new StoredDocument(id, fileName, mediaType, content));
                return id;
            } catch (NoSuchAlgorithmException absent) {
                throw new IllegalStateException(absent);
            }
        }

        @Override
        public StoredDocument get(String id) {
            return documents.get(id);
        }
    }

    private static final class PlainWriter implements LetterWriter {

        private final Configuration freemarker = new Configuration(Configuration.VERSION_2_3_32);

        PlainWriter() {
            freemarker.setTemplateLoader(new MultiTemplateLoader(new TemplateLoader[] {
                new ClassTemplateLoader(TaxOffice.class, "/"), new ClassTemplateLoader(TaxOffice.class, "/templates")
            }));
            freemarker.setRecognizeStandardFileExtensions(true);
            freemarker.setDefaultEncoding("UTF-8");
            freemarker.setURLEscapingCharset("UTF-8");
        }

        @Override
        public byte[] pdf(Wording wording, String title, Map<String, ?> model) {
            throw new UnsupportedOperationException("The tax office keeps no wording of its own");
        }

        @Override
        public byte[] pdf(String template, String title, Map<String, ?> model) {
            try {
                ByteArrayOutputStream pdf = new ByteArrayOutputStream();
                PdfRendererBuilder builder = new PdfRendererBuilder();
                for (String family : List.of("DejaVu Sans", "DejaVu Serif")) {
                    String file = "/net/sf/jasperreports/fonts/dejavu/" + family.replace(" ", "");
                    builder.useFont(() -> TaxOffice.class.getResourceAsStream(file + ".ttf"), family);
                    builder.useFont(
                            () -> TaxOffice.class.getResourceAsStream(file + "-Bold.ttf"),
                            family,
                            700,
                            FontStyle.NORMAL,
                            true);
                }
                builder.withHtmlContent(html(template, model), null)
                        .toStream(pdf)
                        .run();
                return pdf.toByteArray();
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        @Override
        public String html(String template, Map<String, ?> model) {
            try {
                StringWriter html = new StringWriter();
                freemarker.getTemplate(template).process(model, html);
                return html.toString();
            } catch (IOException | TemplateException wrong) {
                throw new IllegalStateException(wrong);
            }
        }
    }
}
