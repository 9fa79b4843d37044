package pl.obieg.correspondence.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import pl.obieg.correspondence.EzdSettings;
import pl.obieg.correspondence.LetterRouter;
import pl.obieg.correspondence.Senders;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.LetterWriter;
import pl.obieg.documents.letters.PdfLetterWriter;
import pl.obieg.documents.store.PostgresDocumentStore;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submission.Attachment;
import pl.obieg.support.Scans;

/** The registry office of an {@link Office}, with paper, scans and the two stores. */
public final class PaperOffice {

    public static final LocalDate TODAY = LocalDate.of(2026, 5, 14);

    public final Office office = new Office();
    public final DocumentStore documents = new PostgresDocumentStore(office.database.jdbc(), office.clock);
    public final Storeroom storeroom =
            transactional(new Storeroom(office.database.jdbc(), new Series(office.database.jdbc()), office.clock));
    public final UnscannedKinds unscanned = new UnscannedKinds(office.database.jdbc());
    public final EzdSettings settings = new Binder(kinds()).bindOrCreate("obieg.systems.ezd", EzdSettings.class);
    public final LetterWriter writer = PdfLetterWriter.reading(PaperOffice::file);
    public final PaperDesk desk = transactional(new PaperDesk(
            office.database.jdbc(),
            office.ezd,
            storeroom,
            unscanned,
            office.submissions,
            new Senders(office.database.jdbc(), office.parties),
            office.parties,
            documents,
            writer,
            new LetterRouter(office.ezd, settings, office.published::add),
            settings,
            office.clock));

    /** A letter of two pages with a whole scan, from a new sender. */
    public Letter letter() {
        return new Letter();
    }

    public String register(Letter letter) {
        return desk.register(letter.made(), "katarzyna");
    }

    public String scan(int pages) {
        return documents.put(Scans.ofPages(pages), "skan.pdf", "application/pdf");
    }

    /** A paper letter in the making. */
    public final class Letter {

        private String key = java.util.UUID.randomUUID().toString();
        private Party sender =
                Party.natural("Anna", "Próbna", null, new Address("Polna", "3", null, "00-999", "Przykładowo", "PL"));
        private LocalDate receivedOn = TODAY;
        private String kind = "ODWOLANIE";
        private String relatedCase;
        private int pages = 2;
        private String scan = scan(2);
        private int attachments;
        private final List<Attachment> attachmentScans = new ArrayList<>();
        private String reason;
        private String carrier;
        private int carriers;

        public Letter key(String set) {
            key = set;
            return this;
        }

        public Letter from(Party set) {
            sender = set;
            return this;
        }

        public Letter receivedOn(LocalDate set) {
            receivedOn = set;
            return this;
        }

        public Letter kind(String set, String caseNumber) {
            kind = set;
            relatedCase = caseNumber;
            return this;
        }

        public Letter pages(int set, String scanId) {
            pages = set;
            scan = scanId;
            return this;
        }

        public Letter attachments(int set, String... scans) {
            attachments = set;
            for (String one : scans) {
                attachmentScans.add(new Attachment("zalacznik.pdf", one));
            }
            return this;
        }

        public Letter unscanned(String set) {
            reason = set;
            return this;
        }

        public Letter carriers(String set, int number) {
            carrier = set;
            carriers = number;
            return this;
        }

        PaperLetter made() {
            return new PaperLetter(
                    key,
                    sender,
                    receivedOn,
                    LocalDate.of(2026, 5, 11),
                    "AP/7/2026",
                    "Odwołanie od decyzji",
                    kind,
                    relatedCase,
                    pages,
                    scan,
                    attachments,
                    attachmentScans,
                    reason,
                    carrier,
                    carriers,
                    null);
        }
    }

    /** As Spring puts it together, so that what is refused leaves no trace. */
    @SuppressWarnings("unchecked")
    private <T> T transactional(T bean) {
        TransactionManager transactions = office.database.transactions();
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(new TransactionInterceptor(transactions, new AnnotationTransactionAttributeSource()));
        return (T) proxy.getProxy();
    }

    private static ConfigurationPropertySource kinds() {
        return new MapConfigurationPropertySource(Map.of(
                "obieg.systems.ezd.letters[0].code", "ODWOLANIE",
                "obieg.systems.ezd.letters[0].label", "Odwołanie od decyzji",
                "obieg.systems.ezd.letters[0].message", "AppealArrived",
                "obieg.systems.ezd.letters[1].code", "W_SPRAWIE",
                "obieg.systems.ezd.letters[1].message", "LetterInCaseArrived",
                "obieg.systems.ezd.letters[1].in-case", "true"));
    }

    private static String file(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
