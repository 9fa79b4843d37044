package pl.obieg.portal.applications;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.documents.DocumentStore;
import pl.obieg.exchange.IntakeForms;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.portal.applications.CertificateChoices.Kind;
import pl.obieg.portal.applications.CertificateChoices.Purpose;
import pl.obieg.portal.applications.CertificateChoices.Receipt;
import pl.obieg.process.Decisions;
import pl.obieg.process.ProcedureMessage;

/**
 * Applications for a tax certificate (P10, OP art. 168 §1, 306a). Filing one stores a submission of the channel
 * {@code PORTAL} with the electronic form, as any other channel would, and begins the procedure. Every reading is by the
 * login, so what is another's cannot be asked for.
 */
@Service
public class Applications {

    /** Namespace of the form. */
    public static final String NAMESPACE = "http://obieg.example/wzor/zaswiadczenie/1/";

    private static final String CHANNEL = "PORTAL";
    /** No 0, 1, I and O, which people mix up when they copy a title. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;

    /**
     * An application.
     *
     * @param reference in the title of the transfer
     * @param duty stamp duty, zł; 0: none
     * @param dutyPaidOn {@code null} while the office knows of no payment
     * @param caseNumber {@code null} until the office has taken it over
     */
    public record Application(
            String reference,
            Kind kind,
            Purpose purpose,
            BigDecimal duty,
            LocalDate dutyPaidOn,
            LocalDate filedOn,
            String caseNumber) {}

    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final DocumentStore documents;
    private final Parties parties;
    private final IntakeForms forms;
    private final Decisions decisions;
    private final OfficeClock clock;
    private final ApplicationEventPublisher events;

    Applications(
            JdbcClient jdbc,
            Submissions submissions,
            DocumentStore documents,
            Parties parties,
            IntakeForms forms,
            Decisions decisions,
            OfficeClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.documents = documents;
        this.parties = parties;
        this.forms = forms;
        this.decisions = decisions;
        this.clock = clock;
        this.events = events;
    }

    /** Stamp duty of an application filed today, zł. */
    public BigDecimal duty(Purpose purpose) {
        Map<String, Object> row =
                decisions.askOne("oplata-skarbowa", Map.of("purpose", purpose.name(), "appliedOn", clock.today()));
        return new BigDecimal(row.get("dutyAmount").toString()).setScale(2);
    }

    /**
     * Files an application for the party.
     *
     * @param nonce made with the empty form: the same one again, as by a second click, files nothing
     * @return the reference
     */
    @Transactional
    public String file(String login, String partyId, Kind kind, Purpose purpose, Receipt receipt, String nonce) {
        String reference = reference(login, nonce);
        if (find(login, reference).isPresent()) {
            return reference;
        }
        Party party = parties.get(partyId);
        IntakeForms.Form form = forms.byNamespace(NAMESPACE).orElseThrow();
        String document = documents.put(
                xml(kind, purpose, receipt, reference).getBytes(StandardCharsets.UTF_8),
                "wniosek-o-zaswiadczenie.xml",
                "application/xml");
        Submissions.Accepted accepted = submissions.accept(new Submission(
                null,
                CHANNEL,
                reference,
                NAMESPACE,
                form.formCode(),
                party.displayName(),
                identifier(party),
                null,
                "Wniosek o zaświadczenie " + kind.label() + " (Gmina24)",
                clock.instant(),
                document,
                null,
                List.of()));
        jdbc.sql("""
                insert into portal.application (reference, login, submission_id, kind, purpose, duty, filed_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        reference,
                        login,
                        accepted.id(),
                        kind.name(),
                        purpose.name(),
                        duty(purpose),
                        Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new ProcedureMessage(
                form.message(),
                accepted.id(),
                accepted.id(),
                Map.of("submissionId", accepted.id(), "formCode", form.formCode(), "channel", CHANNEL)));
        return reference;
    }

    /** The citizen's applications, the newest first. */
    public List<Application> of(String login) {
        return jdbc.sql("select * from portal.application where login = ? order by filed_at desc, reference")
                .param(login)
                .query((row, number) -> application(row))
                .list();
    }

    /** The application, if it is the citizen's. */
    public Optional<Application> find(String login, String reference) {
        return of(login).stream()
                .filter(application -> application.reference().equals(reference))
                .findFirst();
    }

    /** Codes only, so nothing needs escaping. */
    private static String xml(Kind kind, Purpose purpose, Receipt receipt, String reference) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Wniosek xmlns="%s">
                  <Rodzaj>%s</Rodzaj>
                  <Cel>%s</Cel>
                  <SposobOdbioru>%s</SposobOdbioru>
                  <Identyfikator>%s</Identyfikator>
                </Wniosek>
                """.formatted(NAMESPACE, kind, purpose, receipt, reference);
    }

    private static String identifier(Party party) {
        return party.pesel() != null ? party.pesel() : party.nip() != null ? party.nip() : party.regon();
    }

    /** From login and nonce, so that nobody can choose another's. */
    private static String reference(String login, String nonce) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((login + "\n" + nonce).getBytes(StandardCharsets.UTF_8));
            StringBuilder text = new StringBuilder("GM24-");
            for (int i = 0; i < LENGTH; i++) {
                text.append(i == LENGTH / 2 ? "-" : "").append(ALPHABET.charAt(hash[i] & 31));
            }
            return text.toString();
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static Application application(ResultSet row) throws SQLException {
        return new Application(
                row.getString("reference"),
                Kind.valueOf(row.getString("kind")),
                Purpose.valueOf(row.getString("purpose")),
                row.getBigDecimal("duty"),
                row.getObject("duty_paid_on", LocalDate.class),
                LocalDate.ofInstant(row.getTimestamp("filed_at").toInstant(), OfficeClock.WARSAW),
                row.getString("case_number"));
    }
}
