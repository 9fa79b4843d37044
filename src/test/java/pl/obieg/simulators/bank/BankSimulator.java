package pl.obieg.simulators.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.simulators.bank.Mt940Writer.Credit;

/** The office's bank: collects payments and closes the day with a statement file in the office's folder. */
@Service
public class BankSimulator {

    /** Faults that can be ordered. */
    static final Set<String> FAULTS = Set.of("none", "down", "twice", "broken-balance", "duplicated-line");

    private static final String SENDER = "56114010810000267002001001";
    private static final Charset ENCODING = Charset.forName("windows-1250");

    /** The bank does not answer, as ordered. */
    static class Down extends RuntimeException {

        Down() {
            super("Bank nie odpowiada (awaria na zamówienie).");
        }
    }

    /** A payment; {@code statementNo} is {@code null} until the day is closed. */
    public record Payment(
            Long id,
            String nrb,
            BigDecimal amount,
            String payer,
            String title,
            LocalDate paidOn,
            Integer statementNo) {}

    /** A statement that was sent. */
    public record Statement(Integer number, String fileName, String content, BigDecimal closing, String fault) {}

    /** What the desk is set to. */
    public record Desk(String fault, Integer faultCount, String auto) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path outbox;
    private final String account;

    BankSimulator(
            JdbcClient jdbc,
            Clock clock,
            @Value("${simulators.bank.outbox:.obieg/bank}") Path outbox,
            @Value("${simulators.bank.account:29114010810000267002001002}") String account) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.outbox = outbox;
        this.account = account;
    }

    /** Someone pays; {@code paidOn} may be {@code null} for today. */
    @Transactional
    public void pay(String nrb, BigDecimal amount, String payer, String title, LocalDate paidOn) {
        failIfDown();
        String digits = nrb == null ? "" : nrb.replaceAll("[^0-9]", "");
        if (digits.length() != 26 || amount == null || amount.signum() <= 0 || amount.scale() > 2) {
            throw new IllegalArgumentException("Podaj 26-cyfrowy numer rachunku i kwotę większą od zera.");
        }
        jdbc.sql("insert into bank.payment (nrb, amount, payer, title, paid_on) values (?, ?, ?, ?, ?)")
                .params(
                        digits,
                        amount,
                        payer == null || payer.isBlank() ? "PODATNIK" : payer,
                        title == null || title.isBlank() ? "PODATEK" : title,
                        paidOn == null ? today() : paidOn)
                .update();
        if ("FILE".equals(desk().auto())) {
            closeDay();
        }
    }

    /** Closes the day: writes the statement of all payments not yet sent. @return the name of the file */
    @Transactional
    public String closeDay() {
        failIfDown();
        List<Payment> payments = jdbc.sql("select * from bank.payment where statement_no is null order by id")
                .query(Payment.class)
                .list();
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from bank.statement")
                .query(Integer.class)
                .single();
        BigDecimal opening = jdbc.sql("select closing from bank.statement order by number desc limit 1")
                .query(BigDecimal.class)
                .optional()
                .orElse(BigDecimal.ZERO);
        List<Credit> credits =
                new ArrayList<>(payments.stream().map(this::credit).toList());
        String fault = takeFault();
        if ("duplicated-line".equals(fault) && !credits.isEmpty()) {
            credits.add(credits.get(0));
        }
        BigDecimal closing = credits.stream().map(Credit::amount).reduce(opening, BigDecimal::add);
        BigDecimal told = "broken-balance".equals(fault) ? closing.add(BigDecimal.ONE) : closing;
        LocalDate day = today();
        String content = Mt940Writer.write(account, number, day, opening, told, credits, SENDER);
        String name = "wyciag-%s-%03d.sta".formatted(day, number);
        jdbc.sql("""
                insert into bank.statement (number, file_name, content, closing, fault, sent_at)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(number, name, content, closing, fault, Timestamp.from(clock.instant()))
                .update();
        payments.forEach(each -> jdbc.sql("update bank.payment set statement_no = ? where id = ?")
                .params(number, each.id())
                .update());
        send(name, content);
        if ("twice".equals(fault)) {
            send("ponownie-" + name, content);
        }
        return name;
    }

    /** Sends a statement once more, under another name; with a corrected balance if it had been broken. */
    @Transactional
    public String sendAgain(int number) {
        failIfDown();
        Statement sent = statements().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nie ma takiego wyciągu."));
        String content = sent.content();
        if ("broken-balance".equals(sent.fault())) {
            String right = sent.closing().toPlainString().replace('.', ',');
            content = content.replaceAll("(?m)^(:6[24]F?:C\\d{6}PLN).*$", "$1" + right);
        }
        String name = "duplikat-" + sent.fileName();
        send(name, content);
        return name;
    }

    @Transactional
    public void orderFault(String mode, int count) {
        if (!FAULTS.contains(mode)) {
            throw new IllegalArgumentException("Nieznana awaria. Możliwe: " + String.join(", ", FAULTS));
        }
        jdbc.sql("update bank.desk set fault = ?, fault_count = ?")
                .params(mode, "none".equals(mode) ? 0 : Math.max(1, count))
                .update();
    }

    @Transactional
    public void answerAtOnce(String auto) {
        if (!Set.of("FILE", "OFF").contains(auto)) {
            throw new IllegalArgumentException("Tryb to FILE albo OFF.");
        }
        jdbc.sql("update bank.desk set auto = ?").param(auto).update();
    }

    Desk desk() {
        return jdbc.sql("select fault, fault_count, auto from bank.desk")
                .query(Desk.class)
                .single();
    }

    List<Payment> payments() {
        return jdbc.sql("select * from bank.payment order by id desc limit 200")
                .query(Payment.class)
                .list();
    }

    List<Statement> statements() {
        return jdbc.sql("select number, file_name, content, closing, fault from bank.statement order by number desc")
                .query(Statement.class)
                .list();
    }

    Path outbox() {
        return outbox;
    }

    String account() {
        return account;
    }

    private Credit credit(Payment payment) {
        boolean toMainAccount = payment.nrb().equals(account);
        String id = toMainAccount ? null : "XX" + payment.nrb().substring(14);
        // A number that differs between two databases of the simulator as well.
        long number = clock.instant().getEpochSecond() % 1_000_000_000L * 100_000L + payment.id();
        return new Credit(number, id, payment.amount(), payment.payer(), payment.title(), payment.paidOn());
    }

    private void failIfDown() {
        if ("down".equals(desk().fault())) {
            throw new Down();
        }
    }

    private String takeFault() {
        Desk desk = desk();
        if ("none".equals(desk.fault())) {
            return null;
        }
        int left = desk.faultCount() - 1;
        jdbc.sql("update bank.desk set fault = ?, fault_count = ?")
                .params(left > 0 ? desk.fault() : "none", Math.max(0, left))
                .update();
        return desk.fault();
    }

    /** Under another name first, so that the office never sees half a file. */
    private void send(String name, String content) {
        try {
            Files.createDirectories(outbox);
            Path unfinished = outbox.resolve(name + ".part");
            Files.write(unfinished, content.getBytes(ENCODING));
            Files.move(unfinished, outbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
